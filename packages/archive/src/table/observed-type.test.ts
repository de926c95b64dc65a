import { describe, expect, it } from '@jest/globals';
import type { FieldType, JsonValue } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { observerFor } from './observed-type.js';
import { isDateText } from './value-form.js';

function observe(type: FieldType, values: readonly Exclude<JsonValue, null>[], format: 'csv' | 'json' = 'json'): object {
  const observer = observerFor(type);
  for (const value of values) observer.see(value);
  return observer.result(format);
}

describe('observerFor', () => {
  it.each<[FieldType, Exclude<JsonValue, null>[], object]>([
    ['string', ['a'], { type: 'string' }],
    ['file', ['a'], { type: 'string' }],
    ['integer', [1, -5], { type: 'integer' }],
    ['big-integer', ['12345678901234567890', -3], { type: 'integer' }],
    ['decimal', ['1.50', '-0.1', '+2'], { type: 'number' }],
    ['number', [0.5, 1e21], { type: 'number' }],
    ['boolean', [true, false], { type: 'boolean' }],
    ['date', ['2024-02-29'], { type: 'date' }],
    ['time', ['23:59:59', '00:00:00.123456'], { type: 'time' }],
    ['bytes', ['aGVsbG8='], { type: 'string', format: 'binary' }],
    ['datetime', ['2024-01-02T03:04:05'], { type: 'datetime' }],
    ['timestamp', ['2024-01-02T03:04:05.5+02:00', '2024-01-02T03:04:05Z'], { type: 'datetime' }],
    ['datetime', ['2024-01-02 03:04:05'], { type: 'datetime', format: '%Y-%m-%d %H:%M:%S' }],
    ['datetime', ['2024-01-02 03:04:05.25'], { type: 'datetime', format: '%Y-%m-%d %H:%M:%S.%f' }],
    ['json', [{ a: 1 }, {}], { type: 'object' }],
    ['json', [[1], []], { type: 'array' }],
  ])('keeps %s where all values hold to it', (type, values, expected) => {
    expect(observe(type, values)).toEqual(expected);
    expect(observe(type, values, 'csv')).toEqual(expected);
  });

  it.each<[FieldType, Exclude<JsonValue, null>[]]>([
    ['string', ['a', 5]],
    ['integer', [1, 1.5]],
    ['integer', ['1x']],
    ['big-integer', [2 ** 60]],
    ['decimal', ['1,5']],
    ['number', ['']],
    ['boolean', [true, 1]],
    ['date', ['2024-01-01', '0000-00-00']],
    ['date', ['2024-02-30']],
    ['date', ['2023-02-29']],
    ['date', ['2024-04-31']],
    ['date', ['2024-13-01']],
    ['time', ['838:59:59']],
    ['time', ['-01:00:00']],
    ['bytes', ['aGVsbG8']],
    ['bytes', ['????']],
    ['datetime', ['2024-01-02T03:04:05', '2024-01-02 03:04:05']],
    ['datetime', ['0000-00-00 00:00:00']],
    ['datetime', ['2024-01-02']],
    ['datetime', ['2024-01-02 03:04:05+02:00']],
    ['timestamp', [5]],
    ['json', [{}, []]],
    ['json', ['a']],
  ])('describes %s as text (CSV) or anything (JSON) where a value breaks it', (type, values) => {
    expect(observe(type, values)).toEqual({ type: 'any' });
    expect(observe(type, values, 'csv')).toEqual({ type: 'string' });
  });

  it('keeps the declared type of a column without values', () => {
    expect(observe('timestamp', [])).toEqual({ type: 'datetime' });
    expect(observe('date', [])).toEqual({ type: 'date' });
    expect(observe('json', [], 'csv')).toEqual({ type: 'string' });
  });
});

describe('isDateText', () => {
  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(`${text}T00:00:00Z`);
          expect(isDateText(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text));
        },
      ),
    );
  });
});
