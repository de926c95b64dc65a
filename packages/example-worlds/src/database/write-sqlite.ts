import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { TableRow } from '../world/source-builder.js';

/**
 * Creates a SQLite database from its schema and rows, replacing a file of that name. Rejects rows that break the schema's
 * foreign keys: a world that contradicts itself tests nothing.
 */
export function writeSqlite(file: string, schema: string, tables: ReadonlyMap<string, readonly TableRow[]>): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  const database = new Database(file);
  try {
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = OFF');
    database.exec(schema);
    database.transaction(() => {
      for (const [table, rows] of tables) insertAll(database, table, rows);
    })();
    const broken = database.pragma('foreign_key_check') as readonly { readonly table: string }[];
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to nothing, the first in ${String(broken[0]?.table)}`);
  } finally {
    database.close();
  }
}

function insertAll(database: Database.Database, table: string, rows: readonly TableRow[]): void {
  const statements = new Map<string, Database.Statement>();
  for (const row of rows) {
    const columns = Object.keys(row);
    const shape = columns.join(',');
    const statement =
      statements.get(shape) ??
      database.prepare(
        `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(',')}) VALUES (${columns.map(() => '?').join(',')})`,
      );
    statements.set(shape, statement);
    statement.run(Object.values(row));
  }
}
