import type { DataMapCollection, DataMapField, FieldType } from '@habeas/connector-sdk';
import type { ColumnInfo, TableInfo } from '../database.js';
import type { BoundField, FieldIdentifier } from './bound-map.js';
import type { FaultSink } from './fault-sink.js';

/** The fields of a collection, in the order they are delivered, and the names of those that are never read. */
export interface BoundFields {
  readonly fields: readonly BoundField[];
  readonly withheld: readonly string[];
}

/** Types that cannot hold an identifier of a kind. Names and birth dates only confirm, and may stand anywhere. */
const UNFIT: Readonly<Record<string, readonly FieldType[]>> = {
  email: ['boolean', 'file', 'bytes', 'integer', 'big-integer', 'decimal', 'number', 'date', 'time', 'datetime', 'timestamp'],
  phone: ['boolean', 'file', 'bytes', 'number', 'date', 'time', 'datetime', 'timestamp'],
  id: ['boolean', 'file', 'json'],
};

/** Finds the column of each field, and adds the columns that the data map does not know. */
export function bindFields(spec: DataMapCollection, table: TableInfo, faults: FaultSink): BoundFields {
  const mentioned = mentionedColumns(spec, table);
  const withheld: string[] = [];
  const fields: BoundField[] = [];
  const taken = new Set<string>();
  for (const [name, field] of Object.entries(spec.fields)) {
    const column = columnOf(name, field, table, faults);
    if (column === undefined) continue;
    taken.add(column.name);
    if (field.secret) withheld.push(name);
    else fields.push(boundField({ name, column, spec: field, isKey: mentioned.has(column.name) }, faults));
  }
  for (const column of table.columns.filter(({ name }) => !taken.has(name))) {
    if (spec.fields[column.name] !== undefined) hiddenColumn(column.name, table, faults);
    const isKey = mentioned.has(column.name);
    fields.push({ name: column.name, column, type: typeOf(column, undefined, isKey), known: isKey });
  }
  return { fields, withheld };
}

/** Columns that stand in the key or in a reference: they are known, and are values rather than files. */
function mentionedColumns(spec: DataMapCollection, table: TableInfo): ReadonlySet<string> {
  const references = Object.values(spec.references).flatMap(({ on }) => Object.keys(on));
  return new Set([...(spec.key ?? table.primaryKey), ...references]);
}

function columnOf(name: string, field: DataMapField, table: TableInfo, faults: FaultSink): ColumnInfo | undefined {
  const wanted = field.column ?? name;
  const column = table.columns.find((existing) => existing.name === wanted);
  if (column === undefined) {
    const path = field.column === undefined ? ['fields', name] : ['fields', name, 'column'];
    const known = table.columns.map((existing) => existing.name);
    faults.unknown(path, `table "${table.name}" has no column "${wanted}"`, wanted, known);
  }
  return column;
}

function hiddenColumn(name: string, table: TableInfo, faults: FaultSink): void {
  const what = `table "${table.name}" has a column "${name}" that no field describes, and a field of another column has its name`;
  faults.add(['fields', name], what, `describe the column as a field of another name, with column: ${name}`);
}

interface FieldDraft {
  readonly name: string;
  readonly column: ColumnInfo;
  readonly spec: DataMapField;
  readonly isKey: boolean;
}

function boundField({ name, column, spec, isKey }: FieldDraft, faults: FaultSink): BoundField {
  const identifier = spec.identifier as FieldIdentifier | undefined;
  const type = typeOf(column, spec, isKey || identifier !== undefined);
  if (identifier !== undefined && UNFIT[identifier.kind]?.includes(type) === true) {
    const what = `the column "${column.name}" is ${column.nativeType}, which cannot hold an identifier of kind ${identifier.kind}`;
    faults.add(['fields', name, 'identifier'], what, 'remove identifier, or say the charset of the text that it holds');
  }
  return { name, column, type, spec, ...(identifier === undefined ? {} : { identifier }), known: true };
}

/** Large binary columns hold files; short ones, and those that rows or people are found by, hold values. */
function typeOf(column: ColumnInfo, spec: DataMapField | undefined, isSought: boolean): FieldType {
  if (spec?.type !== undefined) return spec.type;
  if (spec?.charset !== undefined) return 'string';
  const isFile = column.type === 'bytes' && !isSought && !/^(?:(?:var)?binary|bit)\b/iu.test(column.nativeType);
  return isFile ? 'file' : column.type;
}
