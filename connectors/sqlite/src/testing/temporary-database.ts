import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  parseDataMap,
  type CarriageNote,
  type Cursor,
  type Done,
  type FoundFile,
  type Identifier,
  type IdentifierKind,
  type Located,
  type Match,
  type ReadRequest,
  type Session,
  type SessionContext,
  type SourceRecord,
  toIdentifier,
} from '@habeas/connector-sdk';
import SqliteDriver from 'better-sqlite3';
import { sqlite } from '../index.js';

const folders: string[] = [];

/** The path of a new database file that this SQL made. It is removed by {@link removeTemporaryDatabases}. */
export function temporaryDatabase(sql: string, fill?: (driver: SqliteDriver.Database) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-sqlite-'));
  folders.push(folder);
  const file = join(folder, 'test.sqlite');
  const driver = new SqliteDriver(file);
  driver.exec(sql);
  fill?.(driver);
  driver.close();
  return file;
}

/** Removes what {@link temporaryDatabase} made. */
export function removeTemporaryDatabases(): void {
  folders.splice(0).forEach((folder) => {
    rmSync(folder, { recursive: true, force: true });
  });
}

/** How to open a session over a file. */
export interface SessionOptions {
  readonly limits?: object;
  readonly context?: Partial<SessionContext>;
}

/** A session over a file. */
export function openSession(file: string, dataMap: string, { limits = {}, context = {} }: SessionOptions = {}): Promise<Session> {
  return sqlite.open(sqlite.config.parse({ file, limits }), {
    source: 'test',
    dataMap: parseDataMap(dataMap, 'test.map.yaml'),
    phoneRegion: 'FR',
    signal: new AbortController().signal,
    ...context,
  });
}

/** An identifier, which has to be one. */
export function identifier(kind: IdentifierKind, text: string, namespace?: string): Identifier {
  const found = toIdentifier(kind, text, { phoneRegion: 'FR', ...(namespace === undefined ? {} : { namespace }) });
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

/** What a search found, all of it. */
export async function locateAll(
  session: Session,
  ...identifiers: readonly Identifier[]
): Promise<{ readonly matches: readonly Match[]; readonly located: readonly Located[] }> {
  const matches: Match[] = [];
  const located: Located[] = [];
  for await (const item of session.locate({ identifiers })) {
    if (item.type === 'match') matches.push(item);
    else located.push(item);
  }
  return { matches, located: [...located].sort((a, b) => (a.collection < b.collection ? -1 : 1)) };
}

/** What a read delivered, all of it. */
export interface Delivered {
  readonly records: readonly SourceRecord[];
  readonly files: readonly FoundFile[];
  readonly cursors: readonly { readonly cursor: Cursor; readonly delivered: number }[];
  readonly done: Done;
  readonly notes: readonly CarriageNote[];
}

/** Reads a collection to its end. */
export async function readAll(
  session: Session,
  collection: string,
  roots: ReadRequest['roots'],
  options: Partial<Pick<ReadRequest, 'want' | 'resume'>> = {},
): Promise<Delivered> {
  const records: SourceRecord[] = [];
  const files: FoundFile[] = [];
  const cursors: Delivered['cursors'][number][] = [];
  let done: Done | undefined;
  for await (const item of session.read({ collection, roots, want: 'records', ...options })) {
    if (item.type === 'records') records.push(...item.records);
    else if (item.type === 'file') files.push(item.file);
    else if (item.type === 'checkpoint') cursors.push({ cursor: item.cursor, delivered: records.length + files.length });
    else done = item;
  }
  if (done === undefined) throw new Error('the read has no end');
  return { records, files, cursors, done, notes: done.notes };
}
