import type { ColumnInfo, TableInfo } from '../database.js';
import { derivationOf } from './derived.js';
import type { Dialect, IndexDdl, TypedSql } from './dialect.js';
import { fitsInteger } from './integer-range.js';
import { bind, sql, verbatim, type Sql } from './sql.js';

const LARGEST_SIGNED = 9_223_372_036_854_775_807n;
const FIXED_SIZES: Readonly<Record<string, number>> = {
  tinytext: 255,
  tinyblob: 255,
  text: 65_535,
  blob: 65_535,
  mediumtext: 16_777_215,
  mediumblob: 16_777_215,
};
const UNBOUNDED = new Set(['longtext', 'longblob', 'json']);

function quote(name: string): string {
  return name.includes('`') ? `\`${name.replaceAll('`', '``')}\`` : `\`${name}\``;
}

/** The character set of a column, where texts have to be converted to it: the connection speaks utf8mb4. */
function foreignCharset({ collation }: ColumnInfo): { charset: string; collation: string } | undefined {
  const parts = /^([a-z0-9]+)(?:_\w+)?$/iu.exec(collation?.name ?? '');
  const charset = parts?.[1]?.toLowerCase();
  if (collation === undefined || charset === undefined || charset === 'utf8mb4' || charset === 'binary') return undefined;
  return { charset, collation: collation.name };
}

function converted(value: Sql, column: ColumnInfo): Sql {
  const foreign = foreignCharset(column);
  if (foreign === undefined) return value;
  return sql`CONVERT(${value} USING ${verbatim(foreign.charset)}) COLLATE ${verbatim(foreign.collation)}`;
}

/** A number beside a text is read as text: MySQL would read the text as a number, and `1abc` as 1. */
function equals(searched: TypedSql, given: TypedSql): Sql {
  const { column: wanted } = searched;
  if (isText(wanted) && !isText(given.column)) return sql`${searched.value} = ${collated(given.value, wanted)}`;
  if (!isText(wanted) && isText(given.column)) return sql`${collated(searched.value, given.column)} = ${given.value}`;
  const isAlike = wanted.collation?.name === given.column.collation?.name;
  return sql`${searched.value} = ${isAlike ? given.value : collated(given.value, wanted)}`;
}

function isText({ type }: ColumnInfo): boolean {
  return type === 'string';
}

/** A value as text in the character set and under the collation of a column. */
function collated(value: Sql, { collation }: ColumnInfo): Sql {
  const name = collation?.name ?? 'utf8mb4_bin';
  if (!/^\w+$/u.test(name)) return value;
  return sql`CONVERT(${value} USING ${verbatim(name.split('_', 1).join(''))}) COLLATE ${verbatim(name)}`;
}

/** Known for each column once: it is asked for with every statement. */
const MOST_BYTES = new WeakMap<ColumnInfo, number>();

function mostBytes(column: ColumnInfo): number | undefined {
  const known = MOST_BYTES.get(column) ?? sizeOf(column);
  MOST_BYTES.set(column, known);
  return known === Number.POSITIVE_INFINITY ? undefined : known;
}

function sizeOf({ nativeType, type }: ColumnInfo): number {
  const native = nativeType.toLowerCase();
  const declared = /^(?:national )?(?:var)?(?:char|binary)\((\d+)\)/u.exec(native)?.[1];
  if (declared !== undefined) return Number(declared) * 4;
  const base = /^\w+/u.exec(native)?.[0] ?? native;
  return UNBOUNDED.has(base) || type === 'json' ? Number.POSITIVE_INFINITY : (FIXED_SIZES[base] ?? 1_000);
}

function qualified({ schema, name }: TableInfo): string {
  return schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

const ddl: Required<IndexDdl> = {
  index: (table, columns) => `ALTER TABLE ${qualified(table)} ADD INDEX (${columns.map(quote).join(', ')});`,
  lower: (table, { name, nativeType }) => withColumn(table, `${name}_lower`, nativeType, `LOWER(${quote(name)})`),
  digits: (table, { name }) => withColumn(table, `${name}_digits`, 'varchar(40)', `REGEXP_REPLACE(${quote(name)}, '[^0-9]', '')`),
};

function withColumn(table: TableInfo, name: string, nativeType: string, expression: string): string {
  const added = `ADD COLUMN ${quote(name)} ${nativeType} GENERATED ALWAYS AS (${expression}) VIRTUAL`;
  return `ALTER TABLE ${qualified(table)} ${added}, ADD INDEX (${quote(name)});`;
}

/** MySQL 8. */
export const mysql: Dialect = {
  product: 'mysql',
  longestAlias: 255,
  mostParams: 60_000,
  dynamicTypes: false,
  jsonIsText: false,
  likeFollowsCollation: true,
  placeholder: () => '?',
  name: (...parts) => verbatim(parts.map(quote).join('.')),
  comparesText: ({ type }) => type === 'string',
  canHold: () => true,
  text: (value, column) => converted(bind(value), column),
  // A bound number travels as a double and a bound text is compared as one: only a cast keeps every digit.
  integer: (digits) =>
    BigInt(digits) > LARGEST_SIGNED ? sql`CAST(${bind(digits)} AS UNSIGNED)` : sql`CAST(${bind(digits)} AS SIGNED)`,
  decimal: (digits) => sql`CAST(${bind(digits)} AS DECIMAL(65, 30))`,
  equals,
  printed: (value) => sql`CONVERT(${value} USING utf8mb4)`,
  folded: (value) => sql`LOWER(CONVERT(${value} USING utf8mb4) COLLATE utf8mb4_bin)`,
  lower: (column) => sql`LOWER(${column})`,
  derives: derivationOf,
  bytes: (value) => sql`CAST(${value} AS BINARY)`,
  byteLength: (value) => sql`OCTET_LENGTH(${value})`,
  slice: (value, from, length) => sql`SUBSTRING(${value}, ${verbatim(String(from))}, ${verbatim(String(length))})`,
  constant: (value, { type }) => (type === 'json' ? sql`CAST(JSON_QUOTE(${bind(value)}) AS JSON)` : bind(value)),
  mostBytes,
  fits: ({ nativeType }, digits) => fitsInteger(nativeType, digits),
  ddl,
};

/** MariaDB, whose JSON is text with a check. */
export const mariadb: Dialect = {
  ...mysql,
  product: 'mariadb',
  jsonIsText: true,
  constant: (value, { type }) => (type === 'json' ? sql`JSON_QUOTE(${bind(value)})` : bind(value)),
};
