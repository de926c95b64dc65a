import type SqliteDriver from 'better-sqlite3';

/** All rows that a statement answers with, for a few texts. */
export function ask<Row>(statement: SqliteDriver.Statement<string[], Row>, ...params: string[]): readonly Row[] {
  return Array.from(statement.all(...params));
}
