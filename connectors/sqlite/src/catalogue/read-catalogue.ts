import type { ForeignKeyInfo, TableInfo } from '@habeas/sql-engine';
import type SqliteDriver from 'better-sqlite3';
import { ask } from './ask.js';
import { columnsOf, pragmaColumns } from './columns.js';
import { indexesOf } from './indexes.js';
import { quoted } from './quoted.js';
import { rowEstimateOf } from './row-estimate.js';
import { isSqliteError } from '../errors.js';

interface PragmaTable {
  readonly name: string;
  readonly type: 'table' | 'view' | 'virtual';
  readonly sql: string | null;
}

interface PragmaForeignKey {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

/** The tables and views of a file. SQLite's own, and those that virtual tables keep their data in, are left out. */
export function readCatalogue(driver: SqliteDriver.Database): readonly TableInfo[] {
  const tables = ask(
    driver.prepare<
      string[],
      PragmaTable
    >(`SELECT l.name, l.type, m.sql FROM pragma_table_list AS l LEFT JOIN sqlite_master AS m ON m.name = l.name AND m.type IN ('table', 'view')
       WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual') AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name`),
  );
  return tables.filter((table) => table.type !== 'view' || isWhole(driver, table)).map((table) => tableInfo(driver, table));
}

/** A view over something that has gone can be neither described nor read: it is as absent as what it showed. */
function isWhole(driver: SqliteDriver.Database, { name }: PragmaTable): boolean {
  try {
    driver.prepare(`SELECT 1 FROM ${quoted(name)}`);
    return true;
  } catch (error) {
    if (isSqliteError(error)) return false;
    throw error;
  }
}

function tableInfo(driver: SqliteDriver.Database, { name, type, sql }: PragmaTable): TableInfo {
  const columns = columnsOf(driver, name, sql ?? '');
  const rowEstimate = type === 'table' ? rowEstimateOf(driver, name) : undefined;
  const key = pragmaColumns(driver, name).filter(({ pk }) => pk > 0);
  return {
    schema: 'main',
    name,
    kind: type === 'view' ? 'view' : 'table',
    columns,
    primaryKey: [...key].sort((a, b) => a.pk - b.pk).map((column) => column.name),
    indexes: indexesOf(driver, name, columns),
    foreignKeys: foreignKeysOf(driver, name),
    ...(rowEstimate === undefined ? {} : { rowEstimate }),
    readable: true,
  };
}

/** A foreign key without columns of the other table means its primary key. */
function foreignKeysOf(driver: SqliteDriver.Database, table: string): readonly ForeignKeyInfo[] {
  const parts = ask(
    driver.prepare<string[], PragmaForeignKey>('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq'),
    table,
  );
  return [...new Set(parts.map(({ id }) => id))].map((id) => {
    const own = parts.filter((part) => part.id === id);
    const toTable = own[0]?.table ?? '';
    const key = pragmaColumns(driver, toTable)
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk);
    const toColumns = own.map(({ to }, index) => to ?? key[index]?.name ?? '');
    return { name: `${table}_${id}`, columns: own.map(({ from }) => from), toTable, toColumns };
  });
}
