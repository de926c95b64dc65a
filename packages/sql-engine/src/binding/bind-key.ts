import type { DataMapCollection } from '@habeas/connector-sdk';
import type { TableInfo } from '../database.js';
import type { BoundField } from './bound-map.js';
import type { FaultSink } from './fault-sink.js';

/** The fields that identify a row. Every one of them is delivered, so a key never holds what its record does not. */
export function bindKey(
  spec: DataMapCollection,
  table: TableInfo,
  fields: readonly BoundField[],
  faults: FaultSink,
): readonly BoundField[] {
  const columns = spec.key ?? table.primaryKey;
  if (columns.length === 0) {
    const what = `${table.kind} "${table.name}" has no primary key, and the data map names none`;
    faults.add([], what, 'write key: with the columns that identify a row');
  }
  return columns.flatMap((column, index) => {
    const field = fields.find((candidate) => candidate.column.name === column);
    if (field === undefined) keyFault(column, index, table, faults);
    else if (field.type === 'json' || field.type === 'file') {
      faults.add(
        ['key', index],
        `the column "${column}" is ${field.column.nativeType}, which cannot identify a row`,
        'name other columns',
      );
    }
    return field === undefined ? [] : [field];
  });
}

function keyFault(column: string, index: number, table: TableInfo, faults: FaultSink): void {
  const known = table.columns.map(({ name }) => name);
  if (known.includes(column)) {
    const what = `the column "${column}" is secret, and the key of every record is delivered`;
    faults.add(['key', index], what, 'name other columns in key');
  } else faults.unknown(['key', index], `table "${table.name}" has no column "${column}"`, column, known);
}
