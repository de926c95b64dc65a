import type { ColumnInfo, IndexInfo, TableInfo } from '../database.js';

/** A table in few words. Columns are named with their native type: `{ id: 'int', email: 'varchar(255)' }`. */
export interface TableSketch {
  readonly columns: Readonly<Record<string, string>>;
  readonly key?: readonly string[];
  /** Columns of each index; a text in brackets is an expression: `(lower(email))`. */
  readonly indexes?: readonly (readonly string[])[];
  readonly unique?: readonly (readonly string[])[];
  readonly more?: Partial<TableInfo>;
}

const TYPES: readonly (readonly [RegExp, ColumnInfo['type']])[] = [
  [/^(?:bigint)/u, 'big-integer'],
  [/int/u, 'integer'],
  [/^json/u, 'json'],
  [/blob|binary|bytea/u, 'bytes'],
  [/^(?:decimal|numeric)/u, 'decimal'],
  [/^(?:double|real)/u, 'number'],
  [/^(?:timestamp|datetime)/u, 'datetime'],
  [/^date$/u, 'date'],
  [/^bool/u, 'boolean'],
];

/** A column of a native type. Text has a collation that ignores letter case unless another is given. */
export function column(name: string, nativeType: string, more: Partial<ColumnInfo> = {}): ColumnInfo {
  const type = TYPES.find(([pattern]) => pattern.test(nativeType))?.[1] ?? 'string';
  const collation = type === 'string' ? { collation: { name: 'utf8mb4_general_ci', caseSensitive: false } } : {};
  return { name, nativeType, type, nullable: true, ...collation, ...more };
}

/** A table as a catalogue would tell it: of ten rows, with the key `id`. */
export function table(name: string, { columns, key = ['id'], indexes = [], unique = [], more = {} }: TableSketch): TableInfo {
  const parts = (names: readonly string[]): IndexInfo['parts'] =>
    names.map((part) => (part.startsWith('(') ? { expression: part.slice(1, -1) } : { column: part }));
  const all = [...indexes.map((names) => ({ names, unique: false })), ...unique.map((names) => ({ names, unique: true }))];
  return {
    name,
    kind: 'table',
    columns: Object.entries(columns).map(([each, nativeType]) => column(each, nativeType)),
    primaryKey: key,
    indexes: all.map((index, at) => ({ name: `i${at}`, unique: index.unique, parts: parts(index.names), partial: false })),
    foreignKeys: [],
    rowEstimate: 10,
    readable: true,
    ...more,
  };
}
