import { parseLocalDate } from '@habeas/core/law';
import { normalise } from '../template/normalise.js';

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+Z?)?$/u;
const FRENCH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;
const IN_WORDS = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/u;
/** A day as spreadsheets count it; the range is 1982 to 2119, so that a year is not taken for one. */
const SERIAL = /^([3-7]\d{4})(?:\.\d+)?$/u;

const DAY_MS = 86_400_000;
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/**
 * The day that a cell names, as ISO 8601: `2026-03-08`, `08/03/2026`, `8 mars 2026`, or the number by which a spreadsheet
 * counts it. `undefined` for what names no day, and for a year in two digits.
 */
export function dayOf(text: string, countsFrom1904: boolean): string | undefined {
  const serial = SERIAL.exec(text)?.[1];
  if (serial !== undefined) {
    const first = countsFrom1904 ? DAY_0[1904] : DAY_0[1900];
    return new Date(first + Number(serial) * DAY_MS).toISOString().slice(0, 10);
  }
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Year, month and day as they are written; a month in words by its number. */
function partsOf(text: string): readonly [string, string, string] | undefined {
  const [, isoYear = '', isoMonth = '', isoDay = ''] = ISO.exec(text) ?? [];
  return isoYear === '' ? frenchPartsOf(text) : [isoYear, isoMonth, isoDay];
}

function frenchPartsOf(text: string): readonly [string, string, string] | undefined {
  const [, day = '', month = '', year = ''] = FRENCH.exec(text) ?? IN_WORDS.exec(normalise(text)) ?? [];
  const named = MONTHS.indexOf(month) + 1;
  return year === '' ? undefined : [year, named > 0 ? String(named) : month, day];
}
