import { describe, expect, it } from '@jest/globals';
import { CarriageNotes, type FieldType, type JsonValue } from '@habeas/connector-sdk';
import { restFieldSchema } from '../manifest/field-schema.js';
import { carry } from './carry.js';

function carried(
  type: FieldType | undefined,
  value: JsonValue | undefined,
  epoch?: 'seconds' | 'milliseconds',
): [JsonValue, string[]] {
  const notes = new CarriageNotes();
  const field = restFieldSchema.parse({ ...(type === undefined ? {} : { type }), ...(epoch === undefined ? {} : { epoch }) });
  const result = carry('field', field, value, notes);
  return [result, notes.list().map(({ kind }) => kind)];
}

describe('a value', () => {
  it.each<[FieldType | undefined, JsonValue | undefined, JsonValue]>([
    [undefined, undefined, null],
    ['integer', null, null],
    [undefined, 'text', 'text'],
    [undefined, 7, '7'],
    [undefined, true, 'true'],
    ['integer', 7, 7],
    ['big-integer', '12345678901234567890', '12345678901234567890'],
    ['decimal', '1.50', '1.50'],
    ['number', 0.5, 0.5],
    ['boolean', false, false],
    ['date', '2026-02-28', '2026-02-28'],
    ['time', '10:00', '10:00'],
    ['datetime', '2026-02-28 10:00', '2026-02-28 10:00'],
    ['timestamp', '2026-02-28T10:00:00Z', '2026-02-28T10:00:00Z'],
    ['json', { a: [1] }, { a: [1] }],
    ['bytes', 'AAA=', 'AAA='],
  ])('of type %s is carried: %j as %j', (type, value, expected) => {
    expect(carried(type, value)).toEqual([expected, []]);
  });

  it.each<[FieldType | undefined, JsonValue, string]>([
    [undefined, { a: 1 }, 'unsupported-type'],
    ['integer', '7', 'unsupported-type'],
    ['decimal', 'much', 'unsupported-type'],
    ['decimal', [1], 'unsupported-type'],
    ['date', '2026-13-45', 'impossible-date'],
    ['boolean', 'yes', 'unsupported-type'],
  ])('that does not fit %s is carried as it is, and noted: %j', (type, value, note) => {
    expect(carried(type, value)).toEqual([value, [note]]);
  });

  it('that counts from 1970 is an instant, unless it counts nothing', () => {
    expect(carried(undefined, 1_700_000_000, 'seconds')).toEqual(['2023-11-14T22:13:20.000Z', []]);
    expect(carried(undefined, '1700000000000', 'milliseconds')).toEqual(['2023-11-14T22:13:20.000Z', []]);
    expect(carried(undefined, 'never', 'seconds')).toEqual(['never', ['unsupported-type']]);
    expect(carried(undefined, [1], 'seconds')).toEqual([[1], ['unsupported-type']]);
  });

  it('that is too large is left out, and noted', () => {
    expect(carried('json', 'x'.repeat(10_485_761))).toEqual([null, ['too-large']]);
  });
});
