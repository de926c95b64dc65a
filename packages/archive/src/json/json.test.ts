import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { streamOf } from '../../test/fake-findings.js';
import { itemsOf } from '../../test/making.js';
import { TableSyntaxError } from '../csv/read-csv.js';
import { jsonEncoder } from './json-encoder.js';
import { readJsonRows } from './read-json-rows.js';

const NAMES = ['id', '__proto__', 'naïve "name"', 'c'];

function encode(rows: readonly JsonObject[]): string {
  const encoder = jsonEncoder(NAMES.map((name) => ({ name, type: 'json' as const })));
  const cells = (row: JsonObject) => NAMES.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined));
  return encoder.head + rows.map((row) => encoder.row(cells(row))).join('') + encoder.foot();
}

function read(...chunks: (string | Uint8Array)[]): Promise<JsonObject[]> {
  return itemsOf(readJsonRows(streamOf(chunks.map((chunk) => Buffer.from(chunk)))));
}

const value = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u2028', '\ud800', '\u0000', '"', '\\', 'é'),
);
const record = fc
  .tuple(...NAMES.map(() => fc.option(value, { nil: undefined })))
  .map(
    (values) =>
      Object.fromEntries(
        NAMES.map((name, index) => [name, values[index]]).filter(([, each]) => each !== undefined),
      ) as JsonObject,
  );

describe('a JSON table', () => {
  it('is lossless: absent, null, every text, every number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 4 }), async (rows) => {
        const text = encode(rows);
        const expected = JSON.parse(JSON.stringify(rows)) as unknown;
        expect(JSON.parse(text)).toEqual(expected);
        expect(await read(text)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('has one record per line, and no other line ends that a reader could see', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), (rows) => {
        const text = encode(rows);
        expect(text.split(/[\n\r\u2028\u2029]/)).toHaveLength(rows.length + 3);
      }),
    );
  });

  it('is an empty array where there are no records', async () => {
    expect(JSON.parse(encode([]))).toEqual([]);
    expect(await read(encode([]))).toEqual([]);
    expect(encode([{}, {}])).toBe('[\n{},\n{}\n]\n');
  });

  it('is read the same however the bytes are cut', async () => {
    const text = Buffer.from(encode([{ id: 'é' }, { c: [1, { d: '😀' }] }]));
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(await read(text.subarray(0, cut), text.subarray(cut))).toEqual([{ id: 'é' }, { c: [1, { d: '😀' }] }]);
    }
  });

  it.each([
    ['something that is no array', '{}\n'],
    ['a line that is no JSON', '[\n{a}\n]\n'],
    ['a line that is no object', '[\n5\n]\n'],
    ['a list in place of a record', '[\n[]\n]\n'],
    ['records without a comma between them', '[\n{}\n{}\n]\n'],
    ['an end behind a comma', '[\n{},\n]\n'],
    ['an array without end', '[\n{}\n'],
    ['something behind the end', '[\n{}\n]\n{}\n'],
    ['text behind the end', '[\n]\nx'],
    ['bytes that are not UTF-8', Buffer.from([0x5b, 0x0a, 0xff, 0x0a])],
  ])('is refused with %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(TableSyntaxError);
  });
});
