import type { ParsedRow } from '../run.js';

/** Asks for metadata. */
export type Ask = (sql: string, params: readonly unknown[]) => Promise<readonly ParsedRow[]>;

/** A table or view. Partitions are left out: their rows are the partitioned table's. */
export interface TableRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  /** Negative where nobody has counted yet. */
  readonly estimate: number;
  readonly readable: boolean;
}

/** A column. */
export interface ColumnRow {
  readonly table: number;
  readonly number: number;
  readonly name: string;
  /** The type, its name and its category; for a domain those of its base type. */
  readonly native: string;
  readonly type: string;
  readonly category: string;
  /** Whether it is of type citext, and the account may use citext's own comparison: otherwise it compares as text. */
  readonly isCitext: boolean;
  readonly nullable: boolean;
  readonly collation: string | null;
  readonly collationOid: number;
  readonly expression: string | null;
}

/** One part of an index, in its order. */
export interface IndexPartRow {
  readonly table: number;
  readonly name: string;
  readonly unique: boolean;
  readonly primary: boolean;
  readonly partial: boolean;
  readonly col: string | null;
  readonly expression: string;
  /** The collation the index sorts by, where it is not the column's. */
  readonly otherCollation: string | null;
}

/** A foreign key. */
export interface ForeignKeyRow {
  readonly table: number;
  readonly name: string;
  readonly columns: readonly string[];
  readonly toSchema: string;
  readonly toTable: string;
  readonly toColumns: readonly string[];
}

/** What the catalogue tells of some schemas' tables, one query for each kind of thing. */
export interface CatalogRows {
  readonly tables: readonly TableRow[];
  readonly columns: readonly ColumnRow[];
  readonly indexParts: readonly IndexPartRow[];
  readonly foreignKeys: readonly ForeignKeyRow[];
  /** The collations, by number, under which `a` equals `A`. */
  readonly foldingCollations: ReadonlySet<number>;
}

/** Reads it. */
export async function readCatalog(ask: Ask, schemas: readonly string[]): Promise<CatalogRows> {
  const read = async <Row>(sql: string): Promise<readonly Row[]> => (await ask(sql, [schemas])) as unknown as readonly Row[];
  return {
    tables: await read(TABLES),
    columns: await read(COLUMNS),
    indexParts: await read(INDEX_PARTS),
    foreignKeys: await read(FOREIGN_KEYS),
    foldingCollations: await foldingCollations(ask, schemas),
  };
}

const OF_THE_SCHEMAS = `n.nspname = ANY($1::text[]) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition`;

const TABLES = `
SELECT c.oid::int8::float8 AS oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
  CASE WHEN c.relkind = 'p' THEN (
    SELECT coalesce(sum(greatest(leaf.reltuples, 0)), -1) FROM pg_partition_tree(c.oid) t JOIN pg_class leaf ON leaf.oid = t.relid
    WHERE t.isleaf
  ) ELSE c.reltuples END::float8 AS estimate,
  has_schema_privilege(n.oid, 'USAGE') AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT')) AS readable
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${OF_THE_SCHEMAS}
ORDER BY n.nspname, c.relname`;

const COLUMNS = `
SELECT a.attrelid::int8::float8 AS table, a.attnum::int4 AS number, a.attname AS name,
  CASE WHEN base.oid IS NULL THEN format_type(a.atttypid, a.atttypmod) ELSE format_type(base.oid, type.typtypmod) END AS native, coalesce(base.typname, type.typname) AS type,
  coalesce(base.typcategory, type.typcategory)::text AS category,
  coalesce(base.typname, type.typname) = 'citext'
    AND has_schema_privilege(coalesce(base.typnamespace, type.typnamespace), 'USAGE') AS "isCitext", NOT a.attnotnull AS nullable,
  coll.collname AS collation, a.attcollation::int8::float8 AS "collationOid",
  CASE WHEN a.attgenerated <> '' THEN pg_get_expr(def.adbin, def.adrelid) END AS expression
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type type ON type.oid = a.atttypid
LEFT JOIN pg_type base ON base.oid = type.typbasetype
LEFT JOIN pg_collation coll ON coll.oid = a.attcollation
LEFT JOIN pg_attrdef def ON def.adrelid = a.attrelid AND def.adnum = a.attnum
WHERE ${OF_THE_SCHEMAS} AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`;

/**
 * Hash and B-tree are the kinds that serve an equality. Columns that are only included do not. Printing an expression waits
 * for whoever has locked the table, so it is done for expressions only.
 */
const INDEX_PARTS = `
SELECT i.indrelid::int8::float8 AS table, ic.relname AS name, i.indisunique AS unique, i.indisprimary AS primary,
  i.indpred IS NOT NULL AS partial, a.attname AS col,
  CASE WHEN a.attname IS NULL THEN pg_get_indexdef(i.indexrelid, part.n, true) ELSE quote_ident(a.attname) END AS expression,
  CASE WHEN a.attname IS NOT NULL AND i.indcollation[part.n - 1] <> a.attcollation THEN coll.collname END AS "otherCollation"
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL generate_series(1, i.indnkeyatts::int4) AS part(n)
LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[part.n - 1] AND a.attnum > 0
LEFT JOIN pg_collation coll ON coll.oid = i.indcollation[part.n - 1]
WHERE ${OF_THE_SCHEMAS} AND i.indisvalid AND i.indisready AND am.amname IN ('btree', 'hash')
ORDER BY i.indrelid, ic.relname, part.n`;

const FOREIGN_KEYS = `
SELECT k.conrelid::int8::float8 AS table, k.conname AS name, tn.nspname AS "toSchema", t.relname AS "toTable",
  ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS p(n, at)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.n ORDER BY p.at) AS columns,
  ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS p(n, at)
    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.n ORDER BY p.at) AS "toColumns"
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class t ON t.oid = k.confrelid
JOIN pg_namespace tn ON tn.oid = t.relnamespace
WHERE k.contype = 'f' AND ${OF_THE_SCHEMAS} AND NOT t.relispartition
ORDER BY k.conrelid, k.conname`;

const UNUSUAL_COLLATIONS = `
SELECT DISTINCT coll.oid::int8::float8 AS oid, quote_ident(cn.nspname) || '.' || quote_ident(coll.collname) AS name
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_collation coll ON coll.oid = a.attcollation
JOIN pg_namespace cn ON cn.oid = coll.collnamespace
WHERE ${OF_THE_SCHEMAS} AND NOT coll.collisdeterministic`;

/** Only the database knows what its nondeterministic collations take for equal: it is asked, one by one. */
async function foldingCollations(ask: Ask, schemas: readonly string[]): Promise<ReadonlySet<number>> {
  const unusual = await ask(UNUSUAL_COLLATIONS, [schemas]);
  const folding = new Set<number>();
  for (const { oid, name } of unusual) {
    const [answer] = await ask(`SELECT 'a' COLLATE ${String(name)} = 'A' AS same`, []);
    if (answer?.['same'] === true) folding.add(Number(oid));
  }
  return folding;
}
