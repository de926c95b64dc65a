import type { FieldType } from '@habeas/connector-sdk';
import type { ColumnInfo, ForeignKeyInfo, IndexInfo, TableInfo } from '@habeas/sql-engine';
import {
  readCatalog,
  type Ask,
  type CatalogRows,
  type ColumnRow,
  type ForeignKeyRow,
  type IndexPartRow,
  type TableRow,
} from './catalog-rows.js';

const TYPES: Readonly<Record<string, FieldType>> = {
  bool: 'boolean',
  int2: 'integer',
  int4: 'integer',
  oid: 'integer',
  int8: 'big-integer',
  numeric: 'decimal',
  float4: 'number',
  float8: 'number',
  date: 'date',
  time: 'time',
  timetz: 'time',
  timestamp: 'datetime',
  timestamptz: 'timestamp',
  json: 'json',
  jsonb: 'json',
  bytea: 'bytes',
};

/** The tables, views and materialised views of some schemas. */
export async function readTables(ask: Ask, schemas: readonly string[]): Promise<readonly TableInfo[]> {
  const rows = await readCatalog(ask, schemas);
  const parts = { columns: byTable(rows.columns), indexParts: byTable(rows.indexParts), foreignKeys: byTable(rows.foreignKeys) };
  return rows.tables.map((table) => tableInfo(table, parts, rows.foldingCollations));
}

interface RowsByTable {
  readonly columns: ReadonlyMap<number, readonly ColumnRow[]>;
  readonly indexParts: ReadonlyMap<number, readonly IndexPartRow[]>;
  readonly foreignKeys: ReadonlyMap<number, readonly ForeignKeyRow[]>;
}

function tableInfo(table: TableRow, parts: RowsByTable, folding: CatalogRows['foldingCollations']): TableInfo {
  const indexParts = parts.indexParts.get(table.oid) ?? [];
  return {
    schema: table.schema,
    name: table.name,
    kind: table.kind === 'v' || table.kind === 'm' ? 'view' : 'table',
    columns: (parts.columns.get(table.oid) ?? []).map((column) => columnInfo(column, folding)),
    primaryKey: indexParts.filter(({ primary }) => primary).flatMap(({ col }) => (col === null ? [] : [col])),
    indexes: indexInfos(indexParts),
    foreignKeys: (parts.foreignKeys.get(table.oid) ?? []).map(foreignKeyInfo),
    ...(table.estimate < 0 ? {} : { rowEstimate: table.estimate }),
    readable: table.readable,
  };
}

function columnInfo(row: ColumnRow, folding: CatalogRows['foldingCollations']): ColumnInfo {
  const { name, native, nullable, collation, expression } = row;
  const caseSensitive = !row.isCitext && !folding.has(row.collationOid);
  return {
    name,
    nativeType: native,
    type: row.category === 'A' ? 'json' : (TYPES[row.type] ?? 'string'),
    nullable,
    ...(collation === null ? {} : { collation: { name: collation, caseSensitive } }),
    ...(expression === null ? {} : { generatedFrom: expression }),
  };
}

function indexInfos(rows: readonly IndexPartRow[]): readonly IndexInfo[] {
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map((name) => {
    const parts = rows.filter((row) => row.name === name);
    return {
      name,
      unique: parts.every(({ unique }) => unique),
      parts: parts.map(indexPart),
      partial: parts.some(({ partial }) => partial),
    };
  });
}

/** An index under another collation than the column's does not serve an equality on the column. */
function indexPart({ col, expression, otherCollation }: IndexPartRow): IndexInfo['parts'][number] {
  if (otherCollation !== null) return { expression: `${expression} COLLATE "${otherCollation}"` };
  return col === null ? { expression } : { column: col };
}

function foreignKeyInfo({ name, columns, toSchema, toTable, toColumns }: ForeignKeyRow): ForeignKeyInfo {
  return { name, columns, toSchema, toTable, toColumns };
}

function byTable<Row extends { readonly table: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.table);
    if (group === undefined) groups.set(row.table, [row]);
    else group.push(row);
  }
  return groups;
}
