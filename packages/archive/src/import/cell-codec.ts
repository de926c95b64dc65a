import type { FieldDescriptor } from '../descriptor/data-package.js';
import type { Cell } from '../table/column.js';

/** What a cell becomes in SQLite. Whole numbers are `bigint`, so that they are stored as such. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** The types of columns in a strict table of SQLite. */
export type SqlType = 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB' | 'ANY';

/** How the cells of one field go into a column, and come back. */
export interface CellCodec {
  readonly type: SqlType;
  /** The nearest that the column can hold: `read` may give something else than went in. */
  write(cell: Exclude<Cell, undefined | null>): SqlValue;
  read(value: Exclude<SqlValue, null>): Cell;
}

const MOST = 2n ** 63n;
const WHOLE = /^[+-]?[0-9]{1,19}$/u;

const TEXT: CellCodec = {
  type: 'TEXT',
  write: textOf,
  read: (value) => String(value),
};
const JSON_VALUE: CellCodec = {
  type: 'TEXT',
  write: (cell) => JSON.stringify(cell),
  read: (value) => JSON.parse(String(value)) as Cell,
};
const BYTES: CellCodec = {
  type: 'BLOB',
  write: (cell) => Buffer.from(textOf(cell), 'base64'),
  read: (value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value)),
};
const ANYTHING: CellCodec = {
  type: 'ANY',
  write: (cell) => (typeof cell === 'number' ? numberOf(cell) : textOf(cell)),
  read: (value) => (typeof value === 'string' ? value : Number(value)),
};

/** The codec of a field of a JSON table. */
export function jsonCodec({ type, format, 'x-type': declared }: FieldDescriptor): CellCodec {
  if (declared === 'json') return JSON_VALUE;
  if (type === 'integer' && declared === 'integer') return { type: 'INTEGER', write: wholeOf, read: (value) => Number(value) };
  if (type === 'number' && declared === 'number') return { type: 'REAL', write: realOf, read: (value) => Number(value) };
  if (type === 'boolean')
    return { type: 'INTEGER', write: (cell) => BigInt(cell === true), read: (value) => Number(value) === 1 };
  if (format === 'binary') return BYTES;
  return type === 'any' ? ANYTHING : TEXT;
}

/** The codec of a field of a CSV table, whose cells are texts. */
export function csvCodec({ type, format, 'x-type': declared }: FieldDescriptor): CellCodec {
  if (type === 'integer' && declared === 'integer') return { type: 'INTEGER', write: wholeOf, read: (value) => String(value) };
  if (type === 'number' && declared === 'number') return { type: 'REAL', write: realOf, read: (value) => String(Number(value)) };
  if (type === 'boolean') {
    return {
      type: 'INTEGER',
      write: (cell) => BigInt(cell === 'true'),
      read: (value) => (Number(value) === 1 ? 'true' : 'false'),
    };
  }
  return format === 'binary' ? BYTES : TEXT;
}

function textOf(cell: Exclude<Cell, undefined | null>): string {
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** Beyond 64 bits a column has no such number. */
function wholeOf(cell: Exclude<Cell, undefined | null>): SqlValue {
  const text = textOf(cell);
  if (!WHOLE.test(text)) return null;
  const value = BigInt(text.replace('+', ''));
  return value >= -MOST && value < MOST ? value : null;
}

function realOf(cell: Exclude<Cell, undefined | null>): SqlValue {
  const value = typeof cell === 'object' ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : null;
}

function numberOf(cell: number): SqlValue {
  return Number.isSafeInteger(cell) ? BigInt(cell) : cell;
}
