import type { QueryRunner } from 'typeorm';
import { type ColumnKind, columnType } from '../column-types.js';
import { productOf } from './migration-table.js';

/** A column that a later version adds; rows that are there already have nothing in it. */
export interface AddedColumn {
  readonly table: string;
  readonly column: string;
  readonly kind: ColumnKind;
}

/** Adds a column, in one statement, where it is not there yet: a migration that was killed is run again. */
export async function addColumn(runner: QueryRunner, { table, column, kind }: AddedColumn): Promise<void> {
  if (await runner.hasColumn(table, column)) return;
  const { type, length, charset, collation } = columnType(productOf(runner), kind);
  const text = charset === undefined ? '' : ` CHARACTER SET ${charset} COLLATE ${String(collation)}`;
  // Not TypeORM's own: on SQLite it would copy the whole table.
  await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}${length === undefined ? '' : `(${length})`}${text} NULL`);
}
