import type { FieldType } from '@habeas/connector-sdk';

const TYPES: Readonly<Record<string, FieldType>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  year: 'integer',
  bigint: 'big-integer',
  decimal: 'decimal',
  float: 'number',
  double: 'number',
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  timestamp: 'timestamp',
  json: 'json',
  vector: 'json',
  geometry: 'json',
  point: 'json',
  linestring: 'json',
  polygon: 'json',
  multipoint: 'json',
  multilinestring: 'json',
  multipolygon: 'json',
  geometrycollection: 'json',
  geomcollection: 'json',
  binary: 'bytes',
  varbinary: 'bytes',
  tinyblob: 'bytes',
  blob: 'bytes',
  mediumblob: 'bytes',
  longblob: 'bytes',
};

/** What a column of this type holds, by `DATA_TYPE` and `COLUMN_TYPE`. Types nobody knows are text. */
export function fieldType(dataType: string, columnType: string): FieldType {
  if (dataType === 'bit') return Number(/\d+/.exec(columnType)?.[0] ?? 1) <= 48 ? 'integer' : 'big-integer';
  return TYPES[dataType] ?? 'string';
}

/** Whether equality under a collation tells upper from lower case: all but those that say `ci`. */
export function isCaseSensitive(collation: string): boolean {
  return !/_ci(?:_|$)/i.test(collation);
}
