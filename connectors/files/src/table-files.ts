import { extname } from 'node:path';
import { ConnectorError } from '@habeas/connector-sdk';
import type { FilesConfig, TableConfig } from './config.js';
import type { FilePlace, TableFile } from './places/file-place.js';
import { sheetNames } from './workbook/workbook-file.js';

/** A table, how its files are read, and which they are, by name. */
export interface FileTable {
  readonly name: string;
  readonly config: TableConfig & { readonly format: NonNullable<TableConfig['format']> };
  readonly files: readonly TableFile[];
}

const FORMATS: Readonly<Record<string, NonNullable<TableConfig['format']>>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
};

/**
 * The tables of a folder. A table whose files are not there is left out, and so is absent from the source. Throws
 * `not-found` where there is no folder, `quota` where its files are larger than allowed, and what reading them throws.
 */
export async function tablesOf({ tables, maxBytes }: FilesConfig, place: FilePlace): Promise<readonly FileTable[]> {
  const files = await place.files();
  const configured = tables ?? (await automatic(files, maxBytes));
  const found = Object.entries(configured)
    .map(([name, config]) => ({
      name,
      config: withFormat(config),
      files: files.filter((file) => isMeant(config.file, file.name)),
    }))
    .filter((table) => table.files.length > 0);
  const bytes = found.flatMap((table) => table.files).reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > maxBytes) {
    throw new ConnectorError('quota', `The files of the folder have more than ${String(maxBytes)} bytes together.`, {
      remedy: 'Raise maxBytes, or import them into a database and search that.',
    });
  }
  return found;
}

/** Every file of a known kind. Throws `contract` where two would be one table. */
async function automatic(files: readonly TableFile[], maxBytes: number): Promise<Readonly<Record<string, TableConfig>>> {
  const tables = new Map<string, TableConfig>();
  const taken = new Set<string>();
  for (const file of files) {
    for (const [name, config] of await tablesIn(file, maxBytes)) {
      if (taken.has(name.toLowerCase())) {
        throw new ConnectorError('contract', `Two files of the folder would be the table "${name}".`, {
          remedy: 'Name the tables in the configuration.',
        });
      }
      taken.add(name.toLowerCase());
      tables.set(name, config);
    }
  }
  return Object.fromEntries(tables);
}

async function tablesIn(file: TableFile, maxBytes: number): Promise<readonly (readonly [string, TableConfig])[]> {
  const { name } = file;
  const ending = extname(name);
  const format = FORMATS[ending.toLowerCase()];
  const table = name.slice(0, -ending.length);
  const config = { file: name, headerLine: 1 };
  if (format === undefined) return [];
  if (format !== 'xlsx') return [[table, config]];
  const sheets = await sheetNames({ name, path: await file.localPath(), maxBytes });
  return sheets.map((sheet) => [`${table}.${sheet}`, { ...config, sheet }]);
}

function withFormat(config: TableConfig): FileTable['config'] {
  const format = config.format ?? FORMATS[extname(config.file).toLowerCase()];
  if (format !== undefined) return { ...config, format };
  throw new ConnectorError('contract', `What kind of file "${config.file}" is cannot be told from its name.`, {
    remedy: 'Add format: csv, json, jsonl or xlsx.',
  });
}

function isMeant(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(name);
}
