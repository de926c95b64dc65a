import type { CarriageNotes, FieldType, JsonValue } from '@habeas/connector-sdk';
import type { RestField } from '../manifest/field-schema.js';

/** Text of one value beyond which it is left out and noted (security R70). */
const MOST_CHARACTERS = 10_485_760;

/** A value as a record carries it. One that does not fit its type is carried as it is, and noted; one too large is left out. */
export function carry(
  name: string,
  { type = 'string', epoch }: Pick<RestField, 'type' | 'epoch'>,
  value: JsonValue | undefined,
  notes: CarriageNotes,
): JsonValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.length > MOST_CHARACTERS) {
    notes.add(name, 'too-large');
    return null;
  }
  return epoch === undefined ? fitted(name, type, value, notes) : instant(name, epoch, value, notes);
}

function fitted(name: string, type: FieldType, value: JsonValue, notes: CarriageNotes): JsonValue {
  if (!FITS[type](value)) notes.add(name, type === 'date' ? 'impossible-date' : 'unsupported-type');
  return type === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value;
}

const isText = (value: JsonValue): boolean => typeof value === 'string';
const isScalar = (value: JsonValue): boolean => typeof value !== 'object';
const isNumeral = (value: JsonValue): boolean => typeof value !== 'object' && /^-?\d+(?:\.\d+)?$/u.test(String(value));
const anything = (): boolean => true;

const FITS: Readonly<Record<FieldType, (value: JsonValue) => boolean>> = {
  string: isScalar,
  integer: (value) => Number.isSafeInteger(value),
  'big-integer': isNumeral,
  decimal: isNumeral,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  time: isText,
  datetime: isText,
  timestamp: isText,
  json: anything,
  bytes: isText,
  file: anything,
};

function instant(name: string, epoch: 'seconds' | 'milliseconds', value: JsonValue, notes: CarriageNotes): JsonValue {
  const date = new Date(Number(value) * (epoch === 'seconds' ? 1_000 : 1));
  if (typeof value !== 'object' && !Number.isNaN(date.getTime())) return date.toISOString();
  notes.add(name, 'unsupported-type');
  return value;
}
