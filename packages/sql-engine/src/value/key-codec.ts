import type { FieldType, RecordKey } from '@habeas/connector-sdk';
import type { BoundField } from '../binding/bound-map.js';
import type { SqlValue } from '../database.js';
import type { Dialect } from '../dialect/dialect.js';
import { bind, type Sql } from '../dialect/sql.js';

type KeyPart = RecordKey[number];

/** The part of a record key that a column's value makes: bytes as hex digits. Null has none: such a row cannot be told apart. */
export function keyPart(value: SqlValue): KeyPart | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'boolean' ? Number(value) : undefined;
}

const PARAMS: Readonly<Partial<Record<FieldType, (part: KeyPart, field: BoundField, dialect: Dialect) => Sql>>> = {
  integer: integerParam,
  'big-integer': integerParam,
  decimal: (part, _field, dialect) => dialect.decimal(String(part)),
  bytes: (part) => bind(Buffer.from(String(part), 'hex')),
  string: (part, { column }, dialect) => dialect.text(String(part), column),
  number: (part) => bind(Number(part)),
};

/** A part of a record key, to be compared with the column it came from. */
export function keyParam(part: KeyPart, field: BoundField, dialect: Dialect): Sql {
  const asFound = typeof part === 'number' && dialect.dynamicTypes && field.column.type !== 'integer';
  const param = asFound ? undefined : PARAMS[field.column.type];
  return param === undefined ? bind(asFound ? part : String(part)) : param(part, field, dialect);
}

function integerParam(part: KeyPart, _field: BoundField, dialect: Dialect): Sql {
  return /^-?\d+$/u.test(String(part)) ? dialect.integer(String(part)) : bind(part);
}
