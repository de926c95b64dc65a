import { describe, expect, it } from '@jest/globals';
import { WorkbookError, type XlsxCell } from '@habeas/workbooks';
import { cellText } from './cell-text.js';
import { dayText } from './day-text.js';
import { formatOf } from './number-formats.js';
import { numberText } from './number-text.js';

const DAY = { day: true, time: false, elapsed: false };
const TIME = { day: false, time: true, elapsed: false };
const MOMENT = { day: true, time: true, elapsed: false };
const ELAPSED = { day: false, time: true, elapsed: true };

describe('numberText', () => {
  it.each([
    ['7', '7'],
    ['-0', '-0'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.50', '1.50'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.3'],
    ['4.4899999999999998E-2', '0.0449'],
    ['-1.5E-9', '-0.0000000015'],
    ['3.3612345678E+10', '33612345678'],
    ['1.25e25', '12500000000000000000000000'],
  ])('writes %s as %s', (written, text) => {
    expect(numberText(written)).toBe(text);
  });

  it('knows no number in what is none', () => {
    expect(['', 'NaN', '0x10', '1,5', '1E999'].map(numberText)).toEqual(Array.from({ length: 5 }));
  });
});

describe('formatOf', () => {
  it.each([
    ['General', false, false, false],
    ['0.00E+00', false, false, false],
    ['#,##0.00 "dh"', false, false, false],
    ['[Red]0;[Blue]-0', false, false, false],
    ['_-* #,##0\\d', false, false, false],
    ['yyyy-mm-dd', true, false, false],
    ['[$-40C]d mmmm yyyy;@', true, false, false],
    ['mmm', true, false, false],
    ['dd/mm/yyyy hh:mm', true, true, false],
    ['h:mm AM/PM', false, true, false],
    ['mm:ss.0', false, true, false],
    ['[h]:mm:ss', false, true, true],
  ])('sees in %s whether it shows a day (%s), a time (%s) or how long (%s)', (code, day, time, elapsed) => {
    expect(formatOf(code)).toEqual({ day, time, elapsed });
  });
});

describe('dayText', () => {
  it.each([
    [45351, DAY, false, '2024-02-29'],
    [1, DAY, false, '1900-01-01'],
    [59, DAY, false, '1900-02-28'],
    [61, DAY, false, '1900-03-01'],
    [0, DAY, true, '1904-01-01'],
    [43889, DAY, true, '2024-02-29'],
    [45351.75, DAY, false, '2024-02-29T18:00:00'],
    [45351, MOMENT, false, '2024-02-29T00:00:00'],
    [45351.99999999999, MOMENT, false, '2024-03-01T00:00:00'],
    [45351.500011574077, MOMENT, false, '2024-02-29T12:00:01'],
    [45351.00000144676, MOMENT, false, '2024-02-29T00:00:00.125'],
    [0.75, TIME, false, '18:00:00'],
    [45351.75, TIME, false, '2024-02-29T18:00:00'],
    [2.0625, ELAPSED, false, 'PT49H30M0S'],
    [-0.5, ELAPSED, false, '-PT12H0M0S'],
    [2958465, DAY, false, '9999-12-31'],
  ])('shows %f', (number, format, countsFrom1904, text) => {
    expect(dayText(number, format, countsFrom1904)).toBe(text);
  });

  it('knows no day in a number that has none', () => {
    const numbers = [60, 0, -1, 2958466].map((number) => dayText(number, DAY, false));
    expect([...numbers, dayText(-1, TIME, true)]).toEqual(Array.from({ length: 5 }));
  });
});

describe('cellText', () => {
  const context = { formats: [TIME], countsFrom1904: false, sharedText: (number: number) => ['shared'][number] };
  const cell = (type: string, value?: string, isFormula = false): XlsxCell => ({
    ...{ row: 6, column: 1, type, style: 1, isFormula },
    ...(value === undefined ? {} : { value }),
  });

  it.each([
    ['s', '0', 'shared'],
    ['str', 'a_x000A_b', 'a\nb'],
    ['inlineStr', '007', '007'],
    ['b', '1', 'true'],
    ['b', 'true', 'true'],
    ['b', '0', 'false'],
    ['d', '2024-02-29', '2024-02-29'],
    ['n', ' 7 ', '7'],
    ['n', '', null],
    ['s', undefined, null],
  ])('takes a value of the kind %s: %s', (type, value, text) => {
    expect(cellText(cell(type, value), context)).toEqual({ text });
  });

  it('takes a formula by its value, tells an error, and a number that is to be a day and is none', () => {
    expect(cellText(cell('n', '7', true), context)).toEqual({ text: '7' });
    expect(cellText(cell('str', undefined, true), context)).toEqual({ text: '' });
    expect(cellText(cell('e', '#N/A', true), context)).toEqual({ text: '#N/A', note: 'B7 shows the error #N/A' });
    expect(cellText({ ...cell('n', '-5'), style: 0 }, context)).toEqual({
      text: '-5',
      note: 'B7 is to be shown as a day, and no day has its number',
    });
  });

  it.each([
    [cell('s', '1'), /damaged/u],
    [cell('n', 'many'), /damaged/u],
    [cell('new', '1'), /damaged/u],
    [cell('n', undefined, true), /the formula in B7 has no value/u],
    [cell('n', '', true), /the formula in B7 has no value/u],
  ])('refuses what cannot be known: %j', (unknown, message) => {
    expect(() => cellText(unknown, context)).toThrow(WorkbookError);
    expect(() => cellText(unknown, context)).toThrow(message);
  });
});
