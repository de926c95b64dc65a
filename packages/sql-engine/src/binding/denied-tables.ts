import { ConnectorError } from '@habeas/connector-sdk';
import type { SqlDatabase } from '../database.js';
import type { Dialect } from '../dialect/dialect.js';
import { sql, toStatement } from '../dialect/sql.js';
import type { TableCatalogue } from './find-table.js';

/**
 * Of the tables that a data map names and the catalogue does not list, those the account may not read: MySQL hides them
 * altogether. Each is asked for no rows, which tells a table that is hidden from one that does not exist.
 */
export async function deniedTables(
  database: SqlDatabase,
  names: readonly string[],
  catalogue: TableCatalogue,
  dialect: Dialect,
): Promise<ReadonlySet<string>> {
  const denied = new Set<string>();
  for (const name of names.filter((each) => catalogue.find(each) === undefined)) {
    for (const { schema, name: table } of catalogue.readings(name)) {
      const query = sql`SELECT 1 FROM ${dialect.name(schema, table)} WHERE 1 = 0`;
      if (
        await isDenied(
          database,
          toStatement(query, (position) => dialect.placeholder(position)),
        )
      )
        denied.add(name);
    }
  }
  return denied;
}

async function isDenied(database: SqlDatabase, statement: Parameters<SqlDatabase['query']>[0]): Promise<boolean> {
  try {
    await database.query(statement, 1);
    return false;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.errorClass === 'permission') return true;
    if (error.errorClass === 'not-found' || error.errorClass === 'contract') return false;
    throw error;
  }
}
