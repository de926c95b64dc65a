import type { PlannedScan, Statement, TableInfo } from '@habeas/sql-engine';
import type SqliteDriver from 'better-sqlite3';

/** A table and its alias, as the engine writes them. */
const ALIASED = /"((?:[^"]|"")+)" AS "(t\d+)"/gu;

/**
 * The tables that a statement reads whole: scans, with or without an index, and indexes that SQLite would make for the
 * occasion. The plan names aliases only, so the tables are found in the statement.
 */
export function scansIn(
  driver: SqliteDriver.Database,
  { text, params }: Statement,
  tables: readonly TableInfo[],
): readonly PlannedScan[] {
  const names = new Map([...text.matchAll(ALIASED)].map(([, table = '', alias = '']) => [alias, table.replaceAll('""', '"')]));
  const plan = driver.prepare<unknown[], string>(`EXPLAIN QUERY PLAN ${text}`);
  const details = plan.all(...params) as unknown as readonly { readonly detail: string }[];
  return details.flatMap(({ detail }) => {
    const alias = /^SCAN (\S+)|^SEARCH (\S+) USING AUTOMATIC/u.exec(detail);
    const scanned = alias?.[1] ?? alias?.[2] ?? '';
    const table = names.get(scanned) ?? scanned; // the tables behind a view go by their own names
    const rows = tables.find(({ name }) => name === table)?.rowEstimate;
    return rows === undefined ? [] : [{ table, rows }];
  });
}
