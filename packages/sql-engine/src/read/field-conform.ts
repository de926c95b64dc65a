import type { CarriageNote, JsonValue } from '@habeas/connector-sdk';
import type { BoundField } from '../binding/bound-map.js';
import type { SqlValue } from '../database.js';
import type { Dialect } from '../dialect/dialect.js';
import { conformTo, jsonFromText, type Conform } from '../value/conform.js';
import { textOf, type Charset } from '../value/text.js';
import type { SelectionRules } from './selection.js';

type Note = (kind: CarriageNote['kind']) => void;

/** What has to be done to the values of a field, or `undefined` where they arrive as they are to be carried. Files are no values. */
export function conformOf(field: BoundField, { dialect, limits, omission }: SelectionRules, note: Note): Conform | undefined {
  const conform = typeConform(field, dialect, note);
  const most = dialect.mostBytes(field.column);
  if (field.type === 'file' || (most !== undefined && most <= limits.maxValueBytes)) return conform;
  return (value) => {
    if (!isOmission(value, omission)) return conform === undefined ? asItIs(value) : conform(value);
    note('too-large');
    return null;
  };
}

/** Types whose values are looked at in columns of that very type: JSON has no bytes and no infinity, and dates may be no dates. */
const LOOKED_AT: ReadonlySet<string> = new Set(['bytes', 'number', 'date', 'datetime', 'timestamp']);

function typeConform({ type, column, spec }: BoundField, dialect: Dialect, note: Note): Conform | undefined {
  if (type === 'file') return undefined;
  if (spec?.charset !== undefined) return decoded(spec.charset, type === 'string' ? asItIs : conformTo(type, note), note);
  if (type === 'json' && dialect.jsonIsText) return jsonFromText(note);
  return dialect.dynamicTypes || type !== column.type || LOOKED_AT.has(type) ? conformTo(type, note) : undefined;
}

function asItIs(value: Exclude<SqlValue, null>): JsonValue {
  return value as JsonValue; // columns that hold bytes are decoded, encoded or files: none gets here
}

function decoded(charset: Charset, conform: Conform, note: Note): Conform {
  return (value) => {
    if (!(value instanceof Uint8Array)) return conform(value);
    const { text, valid } = textOf(value, charset);
    if (!valid) note('invalid-text');
    return conform(text);
  };
}

function isOmission(value: SqlValue, omission: string): boolean {
  if (typeof value === 'string') return value === omission || value === `"${omission}"`;
  return value instanceof Uint8Array && value.length === omission.length && Buffer.from(value).toString('latin1') === omission;
}
