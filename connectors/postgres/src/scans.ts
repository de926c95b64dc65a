import type { PlannedScan } from '@habeas/sql-engine';
import type { Ask } from './catalog/catalog-rows.js';

/** One step of a plan, as EXPLAIN (VERBOSE, FORMAT JSON) prints it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Plan Rows'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Where nobody has counted a table's rows, it is taken to have as many as fit: a row has 24 bytes of header and 4 of pointer. */
const ROWS = `
SELECT CASE WHEN c.reltuples >= 0 THEN c.reltuples ELSE pg_relation_size(c.oid) / 32 END::float8 AS rows
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = $2`;

/** The full scans in a plan: of tables, of indexes from end to end, and of foreign tables. Each with the rows of its table, not those it yields. */
export async function scansIn(plan: unknown, ask: Ask): Promise<readonly PlannedScan[]> {
  const [root] = plan as readonly { readonly Plan: PlanNode }[];
  const scans: PlannedScan[] = [];
  for (const node of root === undefined ? [] : nodesOf(root.Plan)) {
    const table = node['Relation Name'];
    if (table !== undefined && isFullScan(node)) scans.push({ table, rows: await rowsOf(node, ask) });
  }
  return scans;
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function isFullScan(node: PlanNode): boolean {
  const type = node['Node Type'];
  if (type === 'Index Scan' || type === 'Index Only Scan') return node['Index Cond'] === undefined;
  return type === 'Seq Scan' || type === 'Foreign Scan';
}

async function rowsOf(node: PlanNode, ask: Ask): Promise<number> {
  if (node['Node Type'] === 'Foreign Scan') return node['Plan Rows'] ?? 0;
  const [row] = await ask(ROWS, [node.Schema, node['Relation Name']]);
  return Number(row?.['rows'] ?? 0);
}
