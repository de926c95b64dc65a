import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { streamOf } from '../../test/fake-findings.js';
import { itemsOf } from '../../test/making.js';
import { readCsv, TableSyntaxError } from './read-csv.js';

function read(...chunks: (string | Uint8Array)[]): Promise<(readonly string[])[]> {
  return itemsOf(readCsv(streamOf(chunks.map((chunk) => Buffer.from(chunk)))));
}

describe('readCsv', () => {
  it('gives the rows however the bytes are cut', async () => {
    const cell = fc.array(fc.constantFrom('"', ',', '\r', '\n', 'a', 'é', '😀'), { maxLength: 5 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 5 }),
        async (rows, cuts) => {
          const bytes = Buffer.from(
            stringify(rows, { record_delimiter: '\r\n', quote_record_delimiter: true, quoted_empty: true }),
          );
          const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
          const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
          expect(await read(...chunks)).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads a cell that is longer than many chunks', async () => {
    const long = 'x"y,\r\n'.repeat(50_000);
    const bytes = Buffer.from(`a,"${long.replaceAll('"', '""')}"\r\n`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, index) =>
      bytes.subarray(index * 1000, index * 1000 + 1000),
    );
    expect(await read(...chunks)).toEqual([['a', long]]);
  });

  it.each([
    ['a bare line feed', 'a,b\nc,d\r\n'],
    ['a bare carriage return', 'a\rb\r\n'],
    ['text behind a closing quote', '"a"b,c\r\n'],
    ['a quote within a cell without quotes', 'a"b,"c"\r\n'],
    ['a last row without an end', 'a,b\r\nc,d'],
    ['a quote that is never closed', 'a,"b\r\nc'],
    ['a line break behind a quoted row that is not CRLF', '"a"\nb\r\n'],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff, 0x0d, 0x0a])],
    ['a character that is cut off', Buffer.from([0x61, 0x0d, 0x0a, 0xc3])],
  ])('refuses %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(TableSyntaxError);
  });

  it('names the row that is wrong, the header being row 0', async () => {
    await expect(read('h\r\na\r\nb\nc\r\n')).rejects.toMatchObject({ row: 2 });
  });

  it('takes a byte order mark for text, because we write none', async () => {
    expect(await read('\ufeffa\r\n')).toEqual([['\ufeffa']]);
  });
});
