import type { PlannedScan, SqlRow } from '@habeas/sql-engine';

/**
 * The full scans in the rows of a tabular EXPLAIN, which MySQL and MariaDB print alike: `ALL` reads a table, `index` reads
 * one of its indexes from end to end. Results of parts of the statement, `<derived2>` and the like, are no tables.
 */
export function scansIn(plan: readonly SqlRow[], statement: string): readonly PlannedScan[] {
  return plan.flatMap(({ table, type, rows }) => {
    if (typeof table !== 'string' || table.startsWith('<') || (type !== 'ALL' && type !== 'index')) return [];
    return [{ table: tableBehind(table, statement), rows: Number(rows ?? 0) }];
  });
}

/** EXPLAIN names tables as the statement calls them: the table that an alias stands for, or the name itself. */
function tableBehind(alias: string, statement: string): string {
  const quoted = `\`${alias.replaceAll('`', '``')}\``.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const named = new RegExp(`\`((?:[^\`]|\`\`)+)\`\\s+(?:AS\\s+)?${quoted}`, 'i').exec(statement)?.[1];
  return named?.replaceAll('``', '`') ?? alias;
}
