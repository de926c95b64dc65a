import type { ColumnInfo, TableInfo } from '../database.js';
import { derivationOf } from './derived.js';
import type { Dialect, IndexDdl, TypedSql } from './dialect.js';
import { fitsInteger } from './integer-range.js';
import { bind, join, sql, verbatim, type Sql } from './sql.js';

/** Text types that compare with each other without a cast. */
const TEXT = /^(?:text|character varying|varchar|character|char|bpchar|name|citext)\b(?!.*\[\])/u;
const MEASURED = /^(?:text|character varying|varchar|character|char|bpchar|citext|bytea|json|jsonb)$/u;

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function isText({ nativeType }: ColumnInfo): boolean {
  return TEXT.test(nativeType.toLowerCase());
}

/** A UUID or an enumeration has no equality with text: it is read as text, and where it is the searched side no index serves. */
function equals(searched: TypedSql, given: TypedSql): Sql {
  const [left, right] = [isText(searched.column), isText(given.column)];
  if (left && right) return sql`${searched.value} = ${sameCollation(searched, given)}`;
  if (left) return sql`${searched.value} = CAST(${given.value} AS text)`;
  return right ? sql`CAST(${searched.value} AS text) = ${given.value}` : sql`${searched.value} = ${given.value}`;
}

function sameCollation(searched: TypedSql, { value, column }: TypedSql): Sql {
  return searched.column.collation?.name === column.collation?.name ? value : sql`${value} COLLATE "default"`;
}

function mostBytes({ nativeType }: ColumnInfo): number | undefined {
  const native = nativeType.toLowerCase();
  const declared = /^(?:character varying|varchar|character|char)\((\d+)\)$/u.exec(native)?.[1];
  if (declared !== undefined) return Number(declared) * 4;
  return MEASURED.test(native) ? undefined : 1_000;
}

function measurable(value: Sql, { type }: ColumnInfo): Sql {
  return type === 'json' ? sql`CAST(${value} AS text)` : value;
}

function constant(value: string, { nativeType, type }: ColumnInfo): Sql {
  const typed = sql`CAST(${bind(value)} AS text)`;
  if (type === 'bytes' || type === 'file') return sql`convert_to(${typed}, 'UTF8')`;
  if (type !== 'json') return typed;
  return nativeType.toLowerCase() === 'jsonb' ? sql`to_jsonb(${typed})` : sql`to_json(${typed})`;
}

function qualified({ schema, name }: TableInfo): string {
  return schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

const ddl: Required<IndexDdl> = {
  index: (table, columns) => `CREATE INDEX CONCURRENTLY ON ${qualified(table)} (${columns.map(quote).join(', ')});`,
  lower: (table, { name }) => `CREATE INDEX CONCURRENTLY ON ${qualified(table)} (lower(${quote(name)}));`,
  digits: (table, { name }) =>
    `CREATE INDEX CONCURRENTLY ON ${qualified(table)} (regexp_replace(${quote(name)}, '\\D', '', 'g'));`,
};

/** PostgreSQL. */
export const postgres: Dialect = {
  product: 'postgres',
  longestAlias: 63,
  mostParams: 60_000,
  dynamicTypes: false,
  jsonIsText: false,
  likeFollowsCollation: false,
  placeholder: (position) => `$${String(position)}`,
  name: (...parts) =>
    join(
      parts.map((part) => verbatim(quote(part))),
      '.',
    ),
  comparesText: isText,
  canHold: (value) => !value.includes('\0'),
  text: (value) => bind(value),
  integer: (digits) => sql`CAST(${bind(digits)} AS bigint)`,
  decimal: (digits) => sql`CAST(${bind(digits)} AS numeric)`,
  equals,
  printed: (value) => sql`CAST(${value} AS text)`,
  folded: (value) => sql`lower(CAST(${value} AS text) COLLATE "C")`,
  lower: (column) => sql`lower(${column})`,
  digits: (column) => sql`regexp_replace(${column}, '\\D', '', 'g')`,
  derives: derivationOf,
  bytes: (value, { type, nativeType }) =>
    type === 'bytes' || type === 'file' || nativeType.toLowerCase() === 'bytea'
      ? value
      : sql`convert_to(CAST(${value} AS text), pg_catalog.getdatabaseencoding())`,
  byteLength: (value, column) => sql`octet_length(${measurable(value, column)})`,
  slice: (value, from, length) => sql`substring(${value}, ${verbatim(String(from))}, ${verbatim(String(length))})`,
  constant,
  mostBytes,
  fits: ({ nativeType }, digits) => fitsInteger(nativeType, digits),
  ddl,
};
