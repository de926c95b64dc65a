import type { SqlRow, Statement } from '@habeas/sql-engine';
import type { ServerVersion } from '../server-version.js';

/** Reads metadata: small results of text. */
export type Ask = (statement: Statement) => Promise<readonly SqlRow[]>;

/** The rows of `information_schema` that tell of some schemas' tables, one query for each kind of thing. */
export interface CatalogRows {
  readonly tables: readonly SqlRow[];
  readonly columns: readonly SqlRow[];
  readonly indexParts: readonly SqlRow[];
  readonly foreignKeyParts: readonly SqlRow[];
  /** MariaDB only: the checks that make a text a JSON column. */
  readonly jsonChecks: readonly SqlRow[];
}

/** Reads them, one after the other: the catalogue may be slow, and is not to take every connection. */
export async function readCatalog(ask: Ask, version: ServerVersion, schemas: readonly string[]): Promise<CatalogRows> {
  const within = schemas.map(() => '?').join(', ');
  const read = (text: string): Promise<readonly SqlRow[]> => ask({ text: text.replace('(…)', `(${within})`), params: schemas });
  return {
    tables: await read(TABLES),
    columns: await read(COLUMNS),
    indexParts: await read(indexParts(version)),
    foreignKeyParts: await read(FOREIGN_KEY_PARTS),
    jsonChecks: version.product === 'mariadb' ? await read(JSON_CHECKS) : [],
  };
}

// Every name is given an alias: MySQL 8 prints them in upper case, others as they are written
const TABLES = `
SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, TABLE_TYPE AS kind, TABLE_ROWS AS estimate
FROM information_schema.TABLES
WHERE TABLE_SCHEMA IN (…) AND TABLE_TYPE IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED', 'SYSTEM VIEW')
ORDER BY TABLE_SCHEMA, TABLE_NAME`;

const COLUMNS = `
SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, COLUMN_NAME AS name, DATA_TYPE AS type, COLUMN_TYPE AS native,
  IS_NULLABLE AS nullable, COLLATION_NAME AS collation, GENERATION_EXPRESSION AS expression, PRIVILEGES AS privileges
FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA IN (…)
ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION`;

const FOREIGN_KEY_PARTS = `
SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, CONSTRAINT_NAME AS name, COLUMN_NAME AS col,
  REFERENCED_TABLE_SCHEMA AS toSchema, REFERENCED_TABLE_NAME AS toTable, REFERENCED_COLUMN_NAME AS toColumn
FROM information_schema.KEY_COLUMN_USAGE
WHERE TABLE_SCHEMA IN (…) AND REFERENCED_TABLE_NAME IS NOT NULL
ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION`;

const JSON_CHECKS = `
SELECT CONSTRAINT_SCHEMA AS s, TABLE_NAME AS t, CHECK_CLAUSE AS clause
FROM information_schema.CHECK_CONSTRAINTS
WHERE CONSTRAINT_SCHEMA IN (…) AND CHECK_CLAUSE LIKE 'json_valid(%'`;

/** Indexes on expressions exist in MySQL 8 only, and so does the column that tells of them. */
function indexParts({ product, major }: ServerVersion): string {
  const hasExpressions = product === 'mysql' && major >= 8;
  const expression = hasExpressions ? 'EXPRESSION' : 'NULL';
  const isUsed = hasExpressions ? "AND IS_VISIBLE = 'YES'" : '';
  return `
SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, INDEX_NAME AS name, NON_UNIQUE AS nonUnique, COLUMN_NAME AS col, ${expression} AS expression
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA IN (…) AND INDEX_TYPE IN ('BTREE', 'HASH') ${isUsed}
ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`;
}
