import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refused } from '../refused.js';
import { rowsOf } from './given-rows.js';

const json = (value: unknown) => rowsOf({ collection: 'book', format: 'json', text: JSON.stringify(value) });
const csv = (text: string) => rowsOf({ collection: 'book', format: 'csv', text });

describe('rows that a person hands in (SCP-07)', () => {
  it('are flat objects of JSON, whose values become texts', () => {
    expect(json([{ name: 'Ann', nights: 2, paid: true, left: null }])).toEqual([
      { name: 'Ann', nights: '2', paid: 'true', left: null },
    ]);
  });

  it('are lines of CSV under the names of their columns', () => {
    expect(csv('\uFEFFname,remark\r\nAnn,"a ""cot"", please"\nBo,\n')).toEqual([
      { name: 'Ann', remark: 'a "cot", please' },
      { name: 'Bo', remark: '' },
    ]);
  });

  it('come out of CSV as they were written into it', () => {
    const rows = fc.array(fc.record({ a: fc.string(), b: fc.string() }), { minLength: 1, maxLength: 20 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, (given) => {
        const lines = given.map(({ a, b }) => `${quoted(a)},${quoted(b)}`);
        expect(csv(['a,b', ...lines].join('\n'))).toEqual(given);
      }),
    );
  });

  it.each([
    ['no JSON', () => rowsOf({ collection: 'book', format: 'json', text: '[{"name":"Ann' }), 'is not JSON'],
    ['no array', () => json({ name: 'Ann' }), 'is not an array'],
    ['a row that is no object', () => json([{ a: 'Ann' }, 'Ann']), 'no object as row 2'],
    ['a row that is nothing', () => json([null]), 'no object as row 1'],
    ['a row that is a list', () => json([['Ann']]), 'no object as row 1'],
    ['a value in a value', () => json([{ a: { b: 'Ann' } }]), 'a value in row 1 that is no text'],
    ['no rows', () => json([]), 'has no rows'],
    ['no lines', () => csv(''), 'has no rows'],
    ['a name with capitals', () => json([{ name: 'Ann', Ann: '1' }]), 'column 2'],
    ['a column called row', () => csv('row\n1'), 'column 1'],
    ['two columns of one name', () => csv('a,a\n1,2'), 'two columns of one name'],
    ['a line with too few cells', () => csv('a,b\n1,2\nAnn'), 'has 1 cells in row 2, and 2 columns'],
    ['a quote within a cell', () => csv('a,b\nAnn "x",2'), 'a quote that is not closed'],
    ['a quote that is not closed', () => csv('a,b\n"Ann,2'), 'a quote that is not closed'],
    ['too many rows', () => json(Array.from({ length: 1_001 }, () => ({ a: 'Ann' }))), 'more than 1000 rows'],
    [
      'too many columns',
      () => json([Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${String(i)}`, 'Ann']))]),
      '100 columns',
    ],
    ['too much', () => json([{ a: 'Ann'.repeat(100_000) }]), '256 KiB'],
  ])('are refused for %s, without the values', (_, hand, what) => {
    const fault = refusalOf(hand);
    expect(fault.code).toBe('INVALID_INPUT');
    expect(fault.message).toContain(what);
    expect(`${fault.message} ${fault.remedy ?? ''}`).not.toContain('Ann');
  });
});

function refusalOf(hand: () => unknown): Refused {
  try {
    hand();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('They were taken.');
}
