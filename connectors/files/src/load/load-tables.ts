import { setImmediate } from 'node:timers/promises';
import { ConnectorError, type DataMap } from '@habeas/connector-sdk';
import SqliteDriver from 'better-sqlite3';
import { csvRows } from '../rows/csv-rows.js';
import { textOf } from '../rows/decode.js';
import { jsonLineRows, jsonRows } from '../rows/json-rows.js';
import { workbookRows } from '../rows/workbook-rows.js';
import { isSystemError, type FileItem, type FileRow } from '../rows/row.js';
import type { TableFile } from '../places/file-place.js';
import type { FileTable } from '../table-files.js';
import { TableLoader } from './table-loader.js';

/** Rows between two turns of the event loop. */
const BATCH = 1_000;

/** What ends a loading. */
export interface LoadOptions {
  readonly signal: AbortSignal;
  /** What a workbook may unpack to. */
  readonly maxBytes: number;
}

/**
 * The tables as a database of this process alone: SQLite keeps it in memory and, where it grows, in a file that has no name
 * and is gone with the connection. Columns that the data map finds people or owners by are indexed.
 */
export async function loadTables(
  tables: readonly FileTable[],
  map: DataMap | undefined,
  { signal, maxBytes }: LoadOptions,
): Promise<SqliteDriver.Database> {
  const driver = new SqliteDriver('');
  try {
    driver.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;');
    for (const table of tables) await loadTable(driver, table, { signal, maxBytes });
    const collections = map?.collections ?? {};
    declareColumns(driver, tables, collections);
    indexColumns(driver, tables, collections);
    driver.exec('ANALYZE');
    return driver;
  } catch (error) {
    driver.close();
    throw faultOf(error, signal);
  }
}

function faultOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new ConnectorError('aborted', 'The search was cancelled.', { cause: error });
  if (error instanceof ConnectorError || !isSystemError(error)) return error;
  return new ConnectorError('transient', 'A file of the folder could not be read.', { cause: error });
}

async function loadTable(driver: SqliteDriver.Database, table: FileTable, options: LoadOptions): Promise<void> {
  const loader = new TableLoader(driver, table.name);
  for (const file of table.files) {
    let batch: FileRow[] = [];
    for await (const item of itemsOf(table, file, options)) {
      if ('columns' in item) {
        loader.declare(item.columns);
        continue;
      }
      if ('merged' in item) {
        loader.add(file.name, batch.splice(0));
        loader.merge(file.name, item.merged);
        continue;
      }
      batch.push(item);
      if (batch.length < BATCH) continue;
      loader.add(file.name, batch);
      batch = [];
      await setImmediate();
      options.signal.throwIfAborted();
    }
    loader.add(file.name, batch);
  }
}

async function* itemsOf(
  { config }: FileTable,
  file: TableFile,
  { signal, maxBytes }: LoadOptions,
): AsyncGenerator<FileItem, void, undefined> {
  const { name } = file;
  const text = (): AsyncIterable<string> => textOf(file.chunks(), config.encoding);
  switch (config.format) {
    case 'csv':
      return yield* csvRows(text(), config, name);
    case 'json':
      return yield* jsonRows(text(), config, name);
    case 'jsonl':
      return yield* jsonLineRows(text(), name);
    case 'xlsx':
      return yield* workbookRows({ path: await file.localPath(), name, maxBytes }, config, signal);
  }
}

/** Records of JSON leave out what they have not: a column that the data map describes is there, and empty where nothing fills it. */
function declareColumns(driver: SqliteDriver.Database, tables: readonly FileTable[], collections: DataMap['collections']): void {
  for (const [name, { table = name, fields, references }] of Object.entries(collections)) {
    const isJson = tables.some((each) => each.name === table && each.config.format.startsWith('json'));
    if (!isJson) continue;
    const referring = Object.values(references).flatMap(({ on }) => Object.keys(on));
    new TableLoader(driver, table).declare([
      ...Object.entries(fields).map(([field, { column }]) => column ?? field),
      ...referring,
    ]);
  }
}

/** What an owned path or a search would otherwise scan for. */
function indexColumns(driver: SqliteDriver.Database, tables: readonly FileTable[], collections: DataMap['collections']): void {
  for (const [name, collection] of Object.entries(collections)) {
    const table = collection.table ?? name;
    if (!tables.some((each) => each.name === table)) continue;
    const identifying = Object.entries(collection.fields).flatMap(([field, { identifier, column }]) =>
      identifier === undefined ? [] : [column ?? field],
    );
    const referring = Object.values(collection.references).flatMap(({ on }) => Object.keys(on));
    const referred = Object.values(collections).flatMap(({ references }) =>
      Object.values(references).flatMap(({ to, on }) => (to === name ? Object.values(on) : [])),
    );
    const loader = new TableLoader(driver, table);
    for (const column of new Set([...identifying, ...referring, ...referred, ...(collection.key ?? [])])) loader.index(column);
  }
}
