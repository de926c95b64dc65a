import { describe, expect, it } from '@jest/globals';
import type { FieldType, JsonValue } from '@habeas/connector-sdk';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { itemsOf } from '../../test/making.js';
import { streamOf } from '../../test/fake-findings.js';
import { unguardCell } from './csv-cell.js';
import { csvEncoder } from './csv-encoder.js';
import { readCsv } from './read-csv.js';

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    "'",
    "''",
    '=1+1',
    '+33612345678',
    '-5',
    '@x',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '"',
    '""',
    ',',
    'a"b',
    'a,b',
    '\0',
    '|',
    '%',
    '＝1',
    '－1',
    '\u202e',
    '\ud800',
    'a\udfff',
    '👩‍🚀',
    ' x ',
  ),
  fc
    .array(fc.constantFrom('"', ',', '\r', '\n', "'", '=', 'é', '😀', '\ud83d', ' '), { maxLength: 8 })
    .map((parts) => parts.join('')),
);
const cell = fc.oneof(
  awkward,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

function encode(rows: readonly (readonly JsonValue[])[], types: readonly FieldType[], escaping?: 'none'): string {
  const encoder = csvEncoder(
    types.map((type, index) => ({ name: `c${index}`, type })),
    escaping,
  );
  return encoder.head + rows.map((row) => encoder.row(row)).join('') + encoder.foot();
}

describe('csvEncoder', () => {
  it('writes the very bytes of csv-stringify with the same settings', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows) => {
        const ours = Buffer.from(encode(rows, ['string', 'string', 'string'], 'none'));
        const theirs = stringify(rows, {
          header: true,
          columns: ['c0', 'c1', 'c2'],
          record_delimiter: '\r\n',
          quote_record_delimiter: true,
          cast: { boolean: (value) => (value ? 'true' : 'false') },
        });
        expect(ours).toEqual(Buffer.from(theirs));
      }),
      { numRuns: 1000 },
    );
  });

  it('writes the very bytes of csv-stringify when that escapes by our rule', () => {
    const guard = (text: string): string => {
      if (text === '') return "'";
      return /^[=+\-@\t\r\n\0|%'＝＋－＠]/.test(text) ? `'${text}` : text;
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(awkward, awkward), { maxLength: 6 }), (rows) => {
        const theirs = stringify(rows, {
          header: true,
          columns: ['c0', 'c1'],
          record_delimiter: '\r\n',
          quote_record_delimiter: true,
          cast: { string: guard },
        });
        expect(Buffer.from(encode(rows, ['string', 'string']))).toEqual(Buffer.from(theirs));
      }),
      { numRuns: 700 },
    );
  });

  it('is reversible: every text, and no value apart from empty text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.option(awkward), fc.option(awkward)), { maxLength: 6 }), async (rows) => {
        const bytes = Buffer.from(encode(rows, ['string', 'string']));
        const [, ...read] = await itemsOf(readCsv(streamOf([bytes])));
        const texts = read.map((row) => row.map((each) => unguardCell(each) ?? null));
        expect(texts).toEqual(rows.map((row) => row.map((text) => (text === null ? null : Buffer.from(text).toString()))));
      }),
      { numRuns: 400 },
    );
  });

  it('never lets a text cell begin with a character that starts a formula (FMT-08)', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const [, line = ''] = /\r\n("?[^]?)/.exec(encode([[text]], ['string'])) ?? [];
        expect(line.replace('"', '')).not.toMatch(/^[=+\-@\t\n\0|%＝＋－＠]/);
      }),
    );
  });

  it('leaves plain numbers of numeric columns alone, and guards anything else in them', () => {
    expect(encode([[-5, '-12345678901234567890', '+1.50', 1e21]], ['integer', 'big-integer', 'decimal', 'number'])).toBe(
      'c0,c1,c2,c3\r\n-5,-12345678901234567890,+1.50,1e+21\r\n',
    );
    expect(encode([['-5+cmd', '=1', -5]], ['integer', 'decimal', 'string'])).toBe("c0,c1,c2\r\n'-5+cmd,'=1,'-5\r\n");
  });

  it('writes json columns as JSON text, whatever the value, and no value as an empty cell', () => {
    expect(encode([['a', -1, [1], null, { b: null }]], ['json', 'json', 'json', 'json', 'json'])).toBe(
      `c0,c1,c2,c3,c4\r\n"""a""",'-1,[1],,"{""b"":null}"\r\n`,
    );
  });

  it('writes what a column was not declared to hold as well', () => {
    expect(encode([[true, false, [1, 2]]], ['string', 'boolean', 'string'])).toBe('c0,c1,c2\r\ntrue,false,"[1,2]"\r\n');
  });
});
