import type { ColumnInfo } from '@habeas/sql-engine';
import type SqliteDriver from 'better-sqlite3';
import { ask } from './ask.js';
import { generatedFrom } from './definition.js';
import { fieldType } from './field-type.js';
import { quoted } from './quoted.js';

/** A column as `PRAGMA table_xinfo` tells it. `hidden` is 2 or 3 for generated columns. */
export interface PragmaColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
  readonly hidden: number;
}

/** The columns of a table or view. */
export function columnsOf(driver: SqliteDriver.Database, table: string, statement: string): readonly ColumnInfo[] {
  return pragmaColumns(driver, table).map(({ name, type: nativeType, notnull, hidden }): ColumnInfo => {
    const type = fieldType(nativeType);
    const collation = type === 'string' ? collationOf(driver, table, name) : undefined;
    const expression = hidden >= 2 ? generatedFrom(statement, name) : undefined;
    return {
      name,
      nativeType,
      type,
      nullable: notnull === 0,
      ...(collation === undefined ? {} : { collation: { name: collation, caseSensitive: collation !== 'NOCASE' } }),
      ...(expression === undefined ? {} : { generatedFrom: expression }),
    };
  });
}

/** See {@link PragmaColumn}. Hidden columns of virtual tables (1) are no columns. */
export function pragmaColumns(driver: SqliteDriver.Database, table: string): readonly PragmaColumn[] {
  const columns = ask(driver.prepare<string[], PragmaColumn>('SELECT * FROM pragma_table_xinfo(?)'), table);
  return columns.filter(({ hidden }) => hidden !== 1);
}

/**
 * The collation a column is compared under. No pragma tells it, but the program that SQLite compiles for a comparison
 * does, in the fourth operand: `NOCASE-8`. The program is not run.
 */
function collationOf(driver: SqliteDriver.Database, table: string, column: string): string | undefined {
  const comparison = `SELECT 1 FROM ${quoted(table)} WHERE +${quoted(column)} = 'x'`;
  const program = ask(driver.prepare<string[], { readonly opcode: string; readonly p4: string | null }>(`EXPLAIN ${comparison}`));
  const compared = program.find(({ opcode, p4 }) => (opcode === 'Ne' || opcode === 'Eq') && p4 !== null);
  return compared?.p4?.replace(/-\d+$/u, '');
}
