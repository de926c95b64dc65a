import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedWorld, World, WorldTable, WorldType, WorldValue } from '@habeas/connector-sdk/testing';
import SqliteDriver from 'better-sqlite3';
import { openSqliteDatabase } from '../src/sqlite-database.js';

const TYPES: Readonly<Record<WorldType, string>> = {
  integer: 'INTEGER',
  'big-integer': 'BIGINT',
  decimal: 'DECIMAL(30, 10)',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  code: 'VARCHAR(64)',
  text: 'VARCHAR(255)',
  'long-text': 'TEXT',
  date: 'DATE',
  time: 'TIME',
  datetime: 'DATETIME',
  timestamp: 'TIMESTAMP',
  json: 'JSON',
  'text-array': 'JSON',
  bytes: 'BLOB',
};

/** Loads a world into a file of its own. */
export async function loadWorld(world: World): Promise<LoadedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-world-'));
  const file = join(folder, `${world.name}.sqlite`);
  change(file, (driver) => {
    driver.pragma('journal_mode = WAL');
    world.tables.forEach((table) => {
      driver.transaction(fill)(driver, table);
    });
  });
  return {
    config: { file },
    secrets: [],
    dropColumn: (table, column) =>
      changed(file, (driver) => {
        dropColumn(driver, table, column);
      }),
    dropTable: (table) =>
      changed(file, (driver) => {
        driver.exec(`DROP TABLE ${quote(table)}`);
      }),
    attemptWrite: () => attemptWrite(file),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

function fill(driver: SqliteDriver.Database, table: WorldTable): void {
  const columns = table.columns.map(
    ({ name, type }) => `${quote(name)} ${TYPES[type]}${table.key.includes(name) ? ' NOT NULL' : ''}`,
  );
  driver.exec(`CREATE TABLE ${quote(table.name)} (${columns.join(', ')}, PRIMARY KEY (${table.key.map(quote).join(', ')}))`);
  const values = table.columns.map(({ type }) => (type === 'big-integer' ? 'CAST(? AS INTEGER)' : '?'));
  const insert = driver.prepare(`INSERT INTO ${quote(table.name)} VALUES (${values.join(', ')})`);
  for (const row of table.rows) insert.run(...row.map((value, index) => stored(value, table.columns[index]?.type)));
  table.indexes.forEach((names, index) => {
    driver.exec(`CREATE INDEX ${quote(`${table.name}_${index}`)} ON ${quote(table.name)} (${names.map(quote).join(', ')})`);
  });
}

function stored(value: WorldValue, type: WorldType | undefined): string | number | bigint | Uint8Array | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return type === 'integer' ? BigInt(value) : value;
  return value === null || typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value);
}

/** A column that an index holds cannot be dropped before the index. */
function dropColumn(driver: SqliteDriver.Database, table: string, column: string): void {
  const indexes = driver
    .prepare<[string, string], string>(
      "SELECT l.name FROM pragma_index_list(?) AS l WHERE l.origin = 'c' AND EXISTS (SELECT 1 FROM pragma_index_info(l.name) WHERE name = ?)",
    )
    .pluck()
    .all(table, column);
  indexes.forEach((name) => driver.exec(`DROP INDEX ${quote(name)}`));
  driver.exec(`ALTER TABLE ${quote(table)} DROP COLUMN ${quote(column)}`);
}

async function attemptWrite(path: string): Promise<'refused' | 'written'> {
  const database = openSqliteDatabase({ path, busyTimeoutMs: 100, signal: new AbortController().signal });
  try {
    await database.query({ text: 'CREATE TABLE written (id INTEGER)', params: [] });
    return 'written';
  } catch {
    return 'refused';
  } finally {
    await database.close();
  }
}

function changed(file: string, work: (driver: SqliteDriver.Database) => void): Promise<void> {
  change(file, work);
  return Promise.resolve();
}

function change(file: string, work: (driver: SqliteDriver.Database) => void): void {
  const driver = new SqliteDriver(file);
  try {
    work(driver);
  } finally {
    driver.close();
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
