import type { SqlRow, SqlValue } from '@habeas/sql-engine';
import mysql2 from 'mysql2';
import { geometryToGeoJson } from './geometry.js';
import { parseJsonText } from './json-text.js';

/** A column of a result, as the driver describes it and before it builds the parser for the rows. */
export interface ResultColumn {
  readonly name: string;
  columnType: number;
  characterSet: number;
  encoding: string;
  readonly decimals: number;
}

/** In which of its two protocols the server sends a result: they write some types differently. */
export type Protocol = 'text' | 'binary';

type Convert = (value: unknown) => SqlValue;
/** What a column needs beside the driver's own parser: another reading of its bytes, and a step after it. */
type Treatment = (column: ResultColumn, protocol: Protocol) => Convert | undefined;

// The driver defines this one by a getter, which Node's named imports do not see
const { Types } = mysql2;
const BINARY_CHARSET = 63;
const ASCII_CHARSET = 11;
const [ZERO, CAPITAL_T, CAPITAL_Z] = [48, 84, 90];
/** Characters of `2024-02-29 12:34:56`. */
const WHOLE_SECONDS = 19;

const TREATMENTS: Readonly<Record<number, Treatment>> = {
  [Types.TIMESTAMP]: () => (value) => toInstant(value as string),
  [Types.TIME]: ({ decimals }, protocol) =>
    protocol === 'binary' ? (value) => padFraction(value as string, decimals) : undefined,
  [Types.FLOAT]: () => (value) => shortestSingle(value as number),
  [Types.DOUBLE]: (column, protocol) => (protocol === 'text' ? readExactly(column) : undefined),
  [Types.BIT]: () => (value) => toInteger(value as Buffer),
  [Types.JSON]: () => (value) => parseJsonText(value as string),
  [Types.GEOMETRY]: (column) => {
    column.columnType = Types.BLOB; // the driver's own objects do not tell a line from several points
    column.characterSet = BINARY_CHARSET;
    return (value) => geometryToGeoJson(value as Buffer) ?? (value as Buffer);
  },
};

/** A step that makes rows faithful, in place. Call it with the columns before the first row is parsed. */
export function valueConverter(columns: readonly ResultColumn[], protocol: Protocol): (row: Record<string, unknown>) => SqlRow {
  const steps = columns.flatMap((column) => {
    const convert = TREATMENTS[column.columnType]?.(column, protocol);
    return convert === undefined ? [] : [{ name: column.name, convert }];
  });
  if (steps.length === 0) return (row) => row as SqlRow;
  return (row) => {
    for (const { name, convert } of steps) {
      const value = row[name];
      if (value !== null) row[name] = convert(value);
    }
    return row as SqlRow;
  };
}

/** The text protocol prints a FLOAT with six digits, which is not enough: it has to be read in the binary one. */
export function needsBinaryProtocol(columns: readonly ResultColumn[]): boolean {
  return columns.some(({ columnType }) => columnType === Types.FLOAT);
}

/** Sessions run in UTC, so the text of a TIMESTAMP is an instant. A zero date is none, and stays as it is. */
function toInstant(text: string): string {
  if (text.charCodeAt(0) === ZERO && text.startsWith('0000-00-00')) return text;
  return text.length === WHOLE_SECONDS ? instantOfCharacters(text) : `${text.slice(0, 10)}T${text.slice(11)}Z`;
}

/**
 * The same, made of its characters in one call (a list of them would cost more than it saves). A text put together of others is
 * copied into one when it is first looked at, and keeps them all until then.
 */
function instantOfCharacters(text: string): string {
  const at = (index: number): number => text.charCodeAt(index);
  // prettier-ignore
  return String.fromCharCode(
    at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), CAPITAL_T,
    at(11), at(12), at(13), at(14), at(15), at(16), at(17), at(18), CAPITAL_Z,
  );
}

/** In the binary protocol the driver drops the zeros that end a fraction. */
function padFraction(text: string, decimals: number): string {
  if (decimals < 1 || decimals > 6) return text;
  const [time = '', fraction = ''] = text.split('.');
  return `${time}.${fraction.padEnd(decimals, '0')}`;
}

/** The driver's own parser for texts of doubles is a digit off now and then; the language's is exact. */
function readExactly(column: ResultColumn): Convert {
  column.columnType = Types.VAR_STRING;
  column.characterSet = ASCII_CHARSET;
  column.encoding = 'latin1';
  return (value) => Number(value);
}

/** The shortest number that is this 32-bit float: 1.1, where the double is 1.100000023841858. */
function shortestSingle(value: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(9));
}

/** A BIT is an unsigned integer, of up to 64 bits. */
function toInteger(bytes: Buffer): number | string {
  const value = BigInt(`0x${bytes.toString('hex') || '0'}`);
  return bytes.length < 7 ? Number(value) : value.toString();
}
