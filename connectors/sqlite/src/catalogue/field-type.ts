import type { FieldType } from '@habeas/connector-sdk';

/**
 * What a column declared with a type is meant to hold. SQLite goes by the same words (sqlite.org/datatype3.html §3.1) and
 * keeps whatever is put in; words it does not know are read as other products mean them.
 */
const TYPES: readonly (readonly [RegExp, FieldType])[] = [
  [/BIGINT|BIG INT|INT8/u, 'big-integer'],
  [/INT/u, 'integer'],
  [/JSON/u, 'json'],
  [/CHAR|CLOB|TEXT|STRING|UUID|ENUM/u, 'string'],
  [/BLOB|BINARY|BYTEA/u, 'bytes'],
  [/REAL|FLOA|DOUB/u, 'number'],
  [/BOOL/u, 'boolean'],
  [/DATETIME|TIMESTAMP/u, 'datetime'],
  [/DATE/u, 'date'],
  [/TIME/u, 'time'],
  [/NUM|DEC|MONEY/u, 'decimal'],
];

/** See {@link TYPES}. A column without a type may hold anything, which is carried as text. */
export function fieldType(declared: string): FieldType {
  const upper = declared.toUpperCase();
  return TYPES.find(([words]) => words.test(upper))?.[1] ?? 'string';
}
