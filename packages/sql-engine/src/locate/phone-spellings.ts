import type { Identifier } from '@habeas/connector-sdk';
import { digitsPattern } from './like-pattern.js';

/** How a phone number may stand in a column. */
export interface PhoneSpellings {
  /** All its digits, with any prefix: for columns that hold nothing but digits. */
  readonly digits: readonly string[];
  /** In the notations people use most, for an index on the text: not all there are. */
  readonly usual: readonly string[];
  /** A `LIKE` pattern that every notation fits. */
  readonly pattern: string;
}

/** Country codes have one to three digits; which, only a telephone plan knows. Every reading is looked for, and re-checked. */
const CODE_LENGTHS = [1, 2, 3];
/** What is dialled before a national number, in one country or another. */
const TRUNK_PREFIXES = ['', '0', '1', '8', '01', '06'];
const SHORTEST_NATIONAL = 4;

/** The spellings of a number in E.164. An extension is left out: the number is found, and compared with it afterwards. */
export function phoneSpellings({ value, exact }: Identifier): PhoneSpellings {
  const digits = exact.reveal().replace(/;.*$/u, '').replace(/\D/gu, '');
  const readings = CODE_LENGTHS.map((length) => ({ code: digits.slice(0, length), national: digits.slice(length) })).filter(
    ({ national }) => national.length >= SHORTEST_NATIONAL,
  );
  return {
    digits: distinct([
      digits,
      `00${digits}`,
      `011${digits}`,
      ...readings.flatMap(({ code, national }) => [
        ...TRUNK_PREFIXES.map((prefix) => `${prefix}${national}`),
        `${code}0${national}`,
        `00${code}0${national}`,
      ]),
    ]),
    usual: distinct([value.reveal(), `+${digits}`, digits, `00${digits}`, ...readings.flatMap(notations)]),
    pattern: digitsPattern(digits.slice(Math.min(3, Math.max(0, digits.length - SHORTEST_NATIONAL)))),
  };
}

function notations({ code, national }: { readonly code: string; readonly national: string }): readonly string[] {
  const plain = [`0${national}`, national, `+${code} ${national}`, `+${code}(0)${national}`, `+${code} (0)${national}`];
  return plain.concat(
    [' ', '.', '-'].flatMap((separator) => [
      inPairs(`0${national}`, separator),
      `+${code}${separator}${inPairs(national, separator)}`,
      `00${code}${separator}${inPairs(national, separator)}`,
    ]),
  );
}

/** Two digits at a time from the end: `06 12 34 56 78`, `6 12 34 56 78`. */
function inPairs(digits: string, separator: string): string {
  return digits.replace(/\d(?=(?:\d\d)+$)/gu, (digit) => `${digit}${separator}`);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
