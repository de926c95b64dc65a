import { parseFaithfulJson, type CarriageNote, type FieldType, type JsonValue } from '@habeas/connector-sdk';
import type { SqlValue } from '../database.js';
import { isImpossibleDate } from './date-text.js';
import { textOf } from './text.js';

/** A value that is not null, as a record carries it. */
export type Conform = (value: Exclude<SqlValue, null>) => JsonValue;
type Note = (kind: CarriageNote['kind']) => void;
type Scalar = string | number | boolean;

/**
 * Makes values fit a field's type where that loses nothing: `'12'` for an integer, `1` for a boolean, bytes as base64.
 * A value that does not fit is carried as it is, and noted.
 */
export function conformTo(type: Exclude<FieldType, 'file'>, note: Note): Conform {
  return CONFORM[type](note);
}

/** Nearly every date comes as text. */
const dateText = (note: Note): Conform => {
  const other = scalar(note, (value) => dateOf(String(value), note));
  return (value) => (typeof value === 'string' ? dateOf(value, note) : other(value));
};
const numeral = (note: Note): Conform => scalar(note, (value) => numeralOf(value, note));

const CONFORM: Readonly<Record<Exclude<FieldType, 'file'>, (note: Note) => Conform>> = {
  string: stringOf,
  json: jsonOf,
  bytes: () => (value) => Buffer.from(value instanceof Uint8Array ? value : printed(value)).toString('base64'),
  date: dateText,
  datetime: dateText,
  timestamp: dateText,
  time: (note) => scalar(note, String),
  boolean: booleanOf,
  integer: (note) => scalar(note, (value) => integerOf(value, note)),
  'big-integer': numeral,
  decimal: numeral,
  number: (note) => scalar(note, (value) => doubleOf(value, note)),
};

/** JSON that arrives as text: parsed without losing digits. Text that is no JSON is carried as text, and noted. */
export function jsonFromText(note: Note): Conform {
  const other = jsonOf(note);
  return (value) => {
    if (typeof value !== 'string') return other(value);
    const parsed = parseFaithfulJson(value);
    if (parsed === undefined) note('unsupported-type');
    return parsed === undefined ? value : parsed;
  };
}

function stringOf(note: Note): Conform {
  return (value) => {
    if (typeof value === 'string') {
      if (value.includes('\uFFFD')) note('invalid-text');
      return value;
    }
    if (!(value instanceof Uint8Array)) return printed(value);
    const { text, valid } = textOf(value, 'utf-8');
    if (!valid) note('invalid-text');
    return text;
  };
}

function jsonOf(note: Note): Conform {
  return (value) => (value instanceof Uint8Array ? asBase64(value, note) : value);
}

function booleanOf(note: Note): Conform {
  const known = new Map<unknown, boolean>(
    [false, 0, '0', 'f', 'false']
      .map((value): [unknown, boolean] => [value, false])
      .concat([true, 1, '1', 't', 'true'].map((value): [unknown, boolean] => [value, true])),
  );
  return (value) => {
    const bit = value instanceof Uint8Array && value.length === 1 ? value[0] : value;
    const answer = known.get(bit);
    if (answer !== undefined) return answer;
    note('unsupported-type');
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  };
}

function scalar(note: Note, conform: (value: Scalar) => JsonValue): Conform {
  return (value) => {
    if (value instanceof Uint8Array) return asBase64(value, note);
    return typeof value === 'object' ? printed(value) : conform(value);
  };
}

function dateOf(text: string, note: Note): string {
  if (isImpossibleDate(text)) note('impossible-date');
  return text;
}

function integerOf(value: Scalar, note: Note): JsonValue {
  if (Number.isSafeInteger(value)) return value;
  if (typeof value === 'string' && /^-?(?:0|[1-9]\d*)$/u.test(value) && Number.isSafeInteger(Number(value))) return Number(value);
  if (typeof value === 'boolean') return Number(value);
  note('unsupported-type');
  return value;
}

function numeralOf(value: Scalar, note: Note): string {
  const text = String(value);
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text)) note('unsupported-type');
  return text;
}

/** JSON has no infinity and nothing that is not a number: they are carried as the words for them. */
function doubleOf(value: Scalar, note: Note): JsonValue {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && Number.isFinite(Number(value)) && String(Number(value)) === value) return Number(value);
  note('unsupported-type');
  return typeof value === 'number' ? String(value) : value;
}

function asBase64(value: Uint8Array, note: Note): string {
  note('unsupported-type');
  return Buffer.from(value).toString('base64');
}

function printed(value: Exclude<SqlValue, null | Uint8Array>): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
