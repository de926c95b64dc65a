import type { CarriageNote, FieldType, JsonValue } from '../../src/index.js';
import type { WorldType, WorldValue } from '../../src/testing/index.js';

/** How a column's value becomes JSON, and what could not be carried. */
export type Convert = (value: WorldValue, type: FieldType, charset?: string) => { value: JsonValue; note?: CarriageNote['kind'] };

const TYPES: Readonly<Record<WorldType, FieldType>> = {
  integer: 'integer',
  'big-integer': 'big-integer',
  decimal: 'decimal',
  double: 'number',
  boolean: 'boolean',
  code: 'string',
  text: 'string',
  'long-text': 'string',
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  timestamp: 'timestamp',
  json: 'json',
  'text-array': 'json',
  bytes: 'bytes',
};

/** What a column of the world holds, where the data map says nothing else. */
export function fieldTypeOf(type: WorldType): FieldType {
  return TYPES[type];
}

export const convert: Convert = (value, type, charset) => {
  if (value === null) return { value: null };
  if (value instanceof Uint8Array) return bytesAs(value, charset);
  if (type === 'date' && value === '0000-00-00') return { value, note: 'impossible-date' };
  if (type === 'json' && typeof value === 'string') return { value: exactJson(value) };
  return { value };
};

function bytesAs(bytes: Uint8Array, charset: string | undefined): { value: JsonValue; note?: CarriageNote['kind'] } {
  if (charset === undefined) return { value: Buffer.from(bytes).toString('base64') };
  if (charset === 'windows-1252') return { value: windows1252(bytes) };
  try {
    return { value: new TextDecoder(charset, { fatal: true }).decode(bytes) };
  } catch {
    return { value: null, note: 'invalid-text' };
  }
}

/** Written out: the TextDecoder of some Node versions takes Windows-1252 for Latin-1. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (letter) => FROM_0X80.charAt(letter.charCodeAt(0) - 0x80));
}

/** JSON in which numbers that no double holds stay texts of digits. */
function exactJson(text: string): JsonValue {
  return JSON.parse(text.replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,}\]])/gu, '"$&"')) as JsonValue;
}
