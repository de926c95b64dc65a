import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { checkCanaries } from '../faults/checker/check-canaries.js';
import { Findings } from '../faults/checker/findings.js';
import { filesBelow } from '../faults/checker/folder-files.js';
import type { StorePlace } from '../faults/house/store-window.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows of a store, by the name of their table. */
export type StoredRows = ReadonlyMap<string, readonly Row[]>;

/** Every row of every table of a store. */
export async function everyRow(place: StorePlace): Promise<StoredRows> {
  return 'sqlite' in place ? rowsOfSqlite(place.sqlite) : rowsOfMysql(place.mysql);
}

function rowsOfSqlite(path: string): StoredRows {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all();
    const names = tables.map((row) => String((row as { readonly name: unknown }).name));
    return new Map(names.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all() as Row[]]));
  } finally {
    database.close();
  }
}

async function rowsOfMysql(uri: string): Promise<StoredRows> {
  const connection = await createConnection({ uri });
  try {
    const [tables] = await connection.query('SHOW TABLES');
    const names = (tables as readonly Row[]).map((row) => String(Object.values(row)[0]));
    const all = new Map<string, readonly Row[]>();
    for (const name of names) all.set(name, (await connection.query(`SELECT * FROM \`${name}\``))[0] as Row[]);
    return all;
  } finally {
    await connection.end();
  }
}

/** What lies in clear of these texts, in files, folders and rows; an empty list where none does. */
export function inClear(
  canaries: readonly string[],
  places: readonly string[],
  { folder, rows, texts }: { readonly folder: string; readonly rows: StoredRows; readonly texts: string },
): readonly string[] {
  const dump = join(folder, 'rows.json');
  writeFileSync(dump, JSON.stringify([...rows]));
  const said = join(folder, 'texts');
  writeFileSync(said, texts);
  const findings = new Findings();
  const searched = [...places, dump, said];
  // What else a case has is none of what is checked here
  checkCanaries({ canaries, searched } as unknown as Parameters<typeof checkCanaries>[0], findings);
  if ((findings.counts['searched files'] ?? 0) < searched.length) throw new Error('A place that is searched has no files.');
  return findings.breaks.map(({ what }) => what);
}

/** Columns of a request in which something of it is sealed, or that lead to what is. */
const SEALED = ['data_key', 'subject_file', 'case_file', 'evidence_index', 'search_memory', 'archive', 'generation'];
/** Tables of which nothing of a destroyed request may be left. */
const EMPTIED = ['delivery', 'download_session', 'address_proof', 'follow_session', 'evidence_segment', 'evidence_checkpoint'];

/** What is left of a request that was destroyed, beside what may stay: sealed fields, rows, blobs. */
export function leftOf(
  request: string,
  { rows, blobs }: { readonly rows: StoredRows; readonly blobs: string },
): readonly string[] {
  const own = (table: string): readonly Row[] => (rows.get(table) ?? []).filter((row) => row['request'] === request);
  const row = (rows.get('request') ?? []).find(({ id }) => id === request);
  if (row?.['state'] !== 'shredded') return [`${request} is ${String(row?.['state'])}`];
  return [
    ...SEALED.filter((column) => row[column] !== null).map((column) => `request.${column}`),
    ...EMPTIED.filter((table) => own(table).length > 0),
    ...own('message').flatMap(({ sealed }) => (sealed === null ? [] : ['message.sealed'])),
    ...own('step').flatMap(({ state, kind }) => (state === 'pending' || state === 'running' ? [`a step ${String(kind)}`] : [])),
    ...filesBelow(blobs).filter((file) => file.includes(request)),
  ];
}
