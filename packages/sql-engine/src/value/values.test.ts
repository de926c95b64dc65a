import { describe, expect, it } from '@jest/globals';
import { type CarriageNote, CarriageNotes, type FieldType } from '@habeas/connector-sdk';
import type { SqlValue } from '../database.js';
import { conformTo, jsonFromText } from './conform.js';
import { isImpossibleDate } from './date-text.js';
import { textOf } from './text.js';

describe('dates', () => {
  it.each([
    '0000-00-00',
    '0000-03-15',
    '2024-00-10',
    '2024-01-00',
    '2023-02-29',
    '2024-02-31',
    '1900-02-29',
    'infinity',
    '0044-03-15 BC',
    '12/31/1999',
  ])('%s never was', (text) => {
    expect(isImpossibleDate(text)).toBe(true);
  });

  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '1000-01-01 00:00:00', '2024-12-31T23:59:59.999999+02:00'])(
    '%s may have been',
    (text) => {
      expect(isImpossibleDate(text)).toBe(false);
    },
  );
});

describe('text of another encoding', () => {
  it('is read in it', () => {
    const bytes = Uint8Array.of(0xe9, 0x20, 0x80);
    expect([textOf(bytes, 'windows-1252'), textOf(bytes, 'latin1')]).toEqual([
      { text: 'é €', valid: true },
      { text: 'é \u0080', valid: true },
    ]);
  });

  it('is invalid where bytes stand for no character, unless the replacement character itself stands there', () => {
    expect(textOf(Uint8Array.of(0x61, 0xff), 'utf-8')).toEqual({ text: 'a\uFFFD', valid: false });
    expect(textOf(Buffer.from('a\uFFFD'), 'utf-8')).toEqual({ text: 'a\uFFFD', valid: true });
  });
});

describe('values of a field', () => {
  const conformed = (type: Exclude<FieldType, 'file'>, value: Exclude<SqlValue, null>): readonly unknown[] => {
    const notes: CarriageNote['kind'][] = [];
    const result = conformTo(type, (kind) => notes.push(kind))(value);
    return [result, ...notes];
  };

  it.each([
    ['string', 'a', ['a']],
    ['string', 7, ['7']],
    ['string', ['a', 1], ['["a",1]']],
    ['string', 'a\uFFFD', ['a\uFFFD', 'invalid-text']],
    ['string', Buffer.from('é'), ['é']],
    ['string', Buffer.from([0xff]), ['\uFFFD', 'invalid-text']],
    ['integer', '12', [12]],
    ['integer', 12, [12]],
    ['integer', true, [1]],
    ['integer', '9007199254740993', ['9007199254740993', 'unsupported-type']],
    ['integer', 'twelve', ['twelve', 'unsupported-type']],
    ['integer', Buffer.from('a'), ['YQ==', 'unsupported-type']],
    ['big-integer', 12, ['12']],
    ['decimal', 0.5, ['0.5']],
    ['decimal', '1.50', ['1.50']],
    ['decimal', 'much', ['much', 'unsupported-type']],
    ['number', '1.5', [1.5]],
    ['number', 1.5, [1.5]],
    ['number', '1.50', ['1.50', 'unsupported-type']],
    ['number', Number.POSITIVE_INFINITY, ['Infinity', 'unsupported-type']],
    ['boolean', 1, [true]],
    ['boolean', 'f', [false]],
    ['boolean', Buffer.from([1]), [true]],
    ['boolean', 'maybe', ['maybe', 'unsupported-type']],
    ['boolean', Buffer.from('ab'), ['YWI=', 'unsupported-type']],
    ['date', '2024-02-29', ['2024-02-29']],
    ['date', '0000-00-00', ['0000-00-00', 'impossible-date']],
    ['datetime', 1700000000, ['1700000000', 'impossible-date']],
    ['time', '12:00', ['12:00']],
    ['time', [1], ['[1]']],
    ['bytes', Buffer.from('a'), ['YQ==']],
    ['bytes', 'a', ['YQ==']],
    ['json', { a: 1 }, [{ a: 1 }]],
    ['json', Buffer.from('a'), ['YQ==', 'unsupported-type']],
  ] as const)('%s: %j becomes %j', (type, value, expected) => {
    expect(conformed(type, value as Exclude<SqlValue, null>)).toEqual(expected);
  });

  it('of JSON kept as text are parsed, and carried as text where they are none', () => {
    const notes: string[] = [];
    const conform = jsonFromText((kind) => notes.push(kind));
    expect([conform('{"a":1}'), conform('null'), conform('oops'), conform([1])]).toEqual([{ a: 1 }, null, 'oops', [1]]);
    expect(notes).toEqual(['unsupported-type']);
  });

  it('that could not be carried are counted by field and kind', () => {
    const notes = new CarriageNotes();
    notes.add('a', 'too-large');
    notes.add('a', 'too-large');
    notes.add('a', 'invalid-text');
    expect(notes.list()).toEqual([
      { field: 'a', kind: 'too-large', count: 2 },
      { field: 'a', kind: 'invalid-text', count: 1 },
    ]);
  });
});
