import type SqliteDriver from 'better-sqlite3';
import { quoted } from './quoted.js';

/** Rows that are counted one by one where nothing else tells; beyond, a table is large, and how large hardly matters. */
const COUNTED = 200_000;

/** About how many rows a table has: from `ANALYZE`, where somebody ran it, else counted up to a limit and guessed beyond. */
export function rowEstimateOf(driver: SqliteDriver.Database, table: string): number | undefined {
  const analysed = fromStatistics(driver, table);
  if (analysed !== undefined) return analysed;
  const counted =
    driver
      .prepare<[], number>(`SELECT count(*) FROM (SELECT 1 FROM ${quoted(table)} LIMIT ${COUNTED})`)
      .pluck()
      .get() ?? 0;
  return counted < COUNTED ? counted : Math.max(counted, lastRowId(driver, table));
}

/** `sqlite_stat1.stat` begins with the number of rows. */
function fromStatistics(driver: SqliteDriver.Database, table: string): number | undefined {
  const exists = driver.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").get() !== undefined;
  if (!exists) return undefined;
  const stat = driver.prepare<[string], string>('SELECT stat FROM sqlite_stat1 WHERE tbl = ? ORDER BY idx').pluck().get(table);
  const rows = Number.parseInt(stat ?? '', 10);
  return Number.isNaN(rows) ? undefined : rows;
}

function lastRowId(driver: SqliteDriver.Database, table: string): number {
  const hasRowId = driver.prepare<[string], number>('SELECT wr FROM pragma_table_list WHERE name = ?').pluck().get(table) === 0;
  return hasRowId
    ? (driver
        .prepare<[], number>(`SELECT max(rowid) FROM ${quoted(table)}`)
        .pluck()
        .get() ?? 0)
    : 0;
}
