import type { TableInfo } from '../database.js';
import { derivationOf } from './derived.js';
import type { Dialect, IndexDdl, TypedSql } from './dialect.js';
import { fitsInteger } from './integer-range.js';
import { bind, join, sql, verbatim, type Sql } from './sql.js';

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function indexName(table: TableInfo, columns: readonly string[]): string {
  return quote(['habeas', table.name, ...columns].join('_'));
}

const ddl: IndexDdl = {
  index: (table, columns) =>
    `CREATE INDEX ${indexName(table, columns)} ON ${quote(table.name)} (${columns.map(quote).join(', ')});`,
  lower: (table, { name }) =>
    `CREATE INDEX ${indexName(table, [name, 'lower'])} ON ${quote(table.name)} (lower(${quote(name)}));`,
};

/** A number beside a text is read as text: SQLite would read the text as a number, and `007` as 7. */
function equals(searched: TypedSql, given: TypedSql): Sql {
  const [left, right] = [searched.column.type === 'string', given.column.type === 'string'];
  if (left && !right) return sql`${searched.value} = CAST(${given.value} AS TEXT)`;
  if (!left && right) return sql`CAST(${searched.value} AS TEXT) = ${given.value}`;
  return sql`${searched.value} = ${given.value}`;
}

/** SQLite 3.43 or later, the first with `octet_length`. */
export const sqlite: Dialect = {
  product: 'sqlite',
  longestAlias: 1_000,
  mostParams: 32_000,
  dynamicTypes: true,
  jsonIsText: true,
  likeFollowsCollation: true,
  placeholder: () => '?',
  name: (...parts) =>
    join(
      parts.map((part) => verbatim(quote(part))),
      '.',
    ),
  comparesText: () => true,
  canHold: () => true,
  text: (value) => bind(value),
  integer: (digits) => sql`CAST(${bind(digits)} AS INTEGER)`,
  decimal: (digits) => sql`CAST(${bind(digits)} AS NUMERIC)`,
  equals,
  printed: (value) => sql`CAST(${value} AS TEXT)`,
  folded: (value) => sql`lower(CAST(${value} AS TEXT))`,
  lower: (column) => sql`lower(${column})`,
  derives: derivationOf,
  bytes: (value) => sql`CAST(${value} AS BLOB)`,
  byteLength: (value) => sql`octet_length(${value})`,
  slice: (value, from, length) => sql`substr(${value}, ${verbatim(String(from))}, ${verbatim(String(length))})`,
  constant: (value) => bind(value),
  mostBytes: ({ type }) => (type === 'string' || type === 'json' || type === 'bytes' ? undefined : 1_000),
  // Every integer column holds 64 bits, whatever it was declared as.
  fits: (_column, digits) => fitsInteger('bigint', digits),
  ddl,
};
