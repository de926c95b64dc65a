import type { ColumnInfo, ForeignKeyInfo, IndexInfo, SqlRow, SqlValue, TableInfo } from '@habeas/sql-engine';
import type { ServerVersion } from '../server-version.js';
import { readCatalog, type Ask, type CatalogRows } from './catalog-rows.js';
import { fieldType, isCaseSensitive } from './native-types.js';

/** The tables and views of some schemas, as far as the account may see them. */
export async function readTables(ask: Ask, version: ServerVersion, schemas: readonly string[]): Promise<readonly TableInfo[]> {
  const rows = await readCatalog(ask, version, schemas);
  const parts = {
    columns: byTable(rows.columns),
    indexParts: byTable(rows.indexParts),
    foreignKeyParts: byTable(rows.foreignKeyParts),
    jsonChecks: byTable(rows.jsonChecks),
  };
  return rows.tables.map((row) => tableInfo(row, parts));
}

type RowsByTable = { readonly [Kind in Exclude<keyof CatalogRows, 'tables'>]: ReadonlyMap<string, readonly SqlRow[]> };

function tableInfo(row: SqlRow, parts: RowsByTable): TableInfo {
  const of = (kind: keyof RowsByTable): readonly SqlRow[] => parts[kind].get(tableKey(row)) ?? [];
  const jsonColumns = new Set(of('jsonChecks').map(({ clause }) => checkedColumn(text(clause))));
  const indexes = indexInfos(of('indexParts'));
  return {
    schema: text(row['s']),
    name: text(row['t']),
    kind: text(row['kind']).endsWith('VIEW') ? 'view' : 'table',
    columns: of('columns').map((column) => columnInfo(column, jsonColumns)),
    primaryKey:
      indexes.find(({ name }) => name === 'PRIMARY')?.parts.flatMap((part) => ('column' in part ? [part.column] : [])) ?? [],
    indexes,
    foreignKeys: foreignKeyInfos(of('foreignKeyParts')),
    ...(row['estimate'] === null ? {} : { rowEstimate: Number(row['estimate']) }),
    readable: of('columns').some(({ privileges }) => text(privileges).split(',').includes('select')),
  };
}

function columnInfo(row: SqlRow, jsonColumns: ReadonlySet<string>): ColumnInfo {
  const name = text(row['name']);
  const { collation, expression } = row;
  return {
    name,
    nativeType: text(row['native']),
    type: jsonColumns.has(name) ? 'json' : fieldType(text(row['type']), text(row['native'])),
    nullable: row['nullable'] === 'YES',
    ...(typeof collation === 'string' ? { collation: { name: collation, caseSensitive: isCaseSensitive(collation) } } : {}),
    ...(typeof expression === 'string' && expression !== '' ? { generatedFrom: expression } : {}),
  };
}

function indexInfos(rows: readonly SqlRow[]): readonly IndexInfo[] {
  return groups(rows).map(([name, parts]) => ({
    name,
    unique: Number(parts[0]?.['nonUnique']) === 0,
    parts: parts.map(({ col, expression }) => (col === null ? { expression: text(expression) } : { column: text(col) })),
    partial: false,
  }));
}

function foreignKeyInfos(rows: readonly SqlRow[]): readonly ForeignKeyInfo[] {
  return groups(rows).map(([name, parts]) => ({
    name,
    columns: parts.map(({ col }) => text(col)),
    toSchema: text(parts[0]?.['toSchema']),
    toTable: text(parts[0]?.['toTable']),
    toColumns: parts.map(({ toColumn }) => text(toColumn)),
  }));
}

/** The parts of each index or key, in the order they come. */
function groups(rows: readonly SqlRow[]): [string, readonly SqlRow[]][] {
  return [...groupBy(rows, ({ name }) => text(name))];
}

function byTable(rows: readonly SqlRow[]): ReadonlyMap<string, readonly SqlRow[]> {
  return groupBy(rows, tableKey);
}

function groupBy(rows: readonly SqlRow[], keyOf: (row: SqlRow) => string): Map<string, SqlRow[]> {
  const groups = new Map<string, SqlRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function tableKey({ s, t }: SqlRow): string {
  return JSON.stringify([s, t]);
}

/** The column in ``json_valid(`answers`)``, when the check is about nothing else. */
function checkedColumn(clause: string): string {
  return /^json_valid\(`((?:[^`]|``)+)`\)$/i.exec(clause)?.[1]?.replaceAll('``', '`') ?? '';
}

/** Metadata is text, or bytes of text where the server calls it binary. */
function text(value: SqlValue | undefined): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  return typeof value === 'string' ? value : '';
}
