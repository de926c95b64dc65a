import type { DataMapReference, FieldType } from '@habeas/connector-sdk';
import type { ColumnInfo, TableInfo } from '../database.js';
import type { BoundReference } from './bound-map.js';
import type { FaultSink } from './fault-sink.js';
import { isUnique } from './uniqueness.js';

/** The other end of a reference: a table, and the columns that identify its rows. */
export interface ReferenceTarget {
  readonly table: TableInfo;
  readonly key: readonly string[];
}

/** Finds the columns of a reference on both sides. A context reference has to lead to one row, or rows would multiply. */
export function bindReference(
  reference: { readonly from: string; readonly name: string; readonly spec: DataMapReference },
  own: TableInfo,
  target: ReferenceTarget,
  faults: FaultSink,
): BoundReference | undefined {
  const { from, name, spec } = reference;
  const path = ['references', name, 'on'];
  const on = Object.entries(spec.on).flatMap(([ownName, otherName]) => {
    const pair = {
      from: columnOf(own, ownName, [...path, ownName], faults),
      to: columnOf(target.table, otherName, [...path, ownName], faults),
    };
    return pair.from === undefined || pair.to === undefined ? [] : [checked({ from: pair.from, to: pair.to }, path, faults)];
  });
  if (on.length !== Object.keys(spec.on).length) return undefined;
  const toOne = leadsToOne(
    target,
    on.map(({ to }) => to.name),
  );
  if (!toOne && spec.as === 'context') {
    const what = `several rows of "${target.table.name}" may have the same ${on.map(({ to }) => to.name).join(', ')}`;
    faults.add(path, what, 'refer to the columns of its primary key or of a unique index');
  }
  const depth = spec.maxDepth === undefined ? {} : { maxDepth: spec.maxDepth };
  return { name, from, to: spec.to, as: spec.as, on, toOne, show: spec.show, ...depth };
}

function leadsToOne({ table, key }: ReferenceTarget, columns: readonly string[]): boolean {
  return isUnique(table, columns) || key.every((column) => columns.includes(column));
}

function columnOf(table: TableInfo, name: string, path: readonly string[], faults: FaultSink): ColumnInfo | undefined {
  const column = table.columns.find((existing) => existing.name === name);
  if (column === undefined) {
    const known = table.columns.map((existing) => existing.name);
    faults.unknown(path, `table "${table.name}" has no column "${name}"`, name, known);
  }
  return column;
}

interface ColumnPair {
  readonly from: ColumnInfo;
  readonly to: ColumnInfo;
}

function checked(pair: ColumnPair, path: readonly string[], faults: FaultSink): ColumnPair {
  const [own, other] = [comparedAs(pair.from.type), comparedAs(pair.to.type)];
  if (own !== other && !(isTextOrNumber(own) && isTextOrNumber(other))) {
    const what = `the column "${pair.from.name}" is ${pair.from.nativeType} and cannot hold "${pair.to.name}", which is ${pair.to.nativeType}`;
    faults.add([...path, pair.from.name], what, 'name the columns that hold the same value');
  }
  return pair;
}

function isTextOrNumber(compared: string): boolean {
  return compared === 'text' || compared === 'number';
}

const COMPARED_AS: Readonly<Partial<Record<FieldType, string>>> = {
  integer: 'number',
  'big-integer': 'number',
  decimal: 'number',
  number: 'number',
  string: 'text',
  bytes: 'bytes',
  file: 'bytes',
};

function comparedAs(type: FieldType): string {
  return COMPARED_AS[type] ?? type;
}
