import { InvalidInputError } from '@habeas/connector-sdk';

/** How much of a file is believed before it is refused. A register of a thousand activities keeps well below. */
export const WORKBOOK_LIMITS = {
  /** Of the file as it comes, in bytes. */
  file: 20 * 1024 * 1024,
  /** Files within a workbook. */
  entries: 2_000,
  /** Of all that is unpacked, in bytes. */
  unpacked: 64 * 1024 * 1024,
  /** Unpacked to packed size of a file of more than a megabyte. */
  ratio: 200,
  sheets: 1_000,
  rows: 10_000,
  columns: 1_000,
  /** Of all sheets together. A cell that is repeated counts as often as it is. */
  cells: 500_000,
  /** In all cells together, in characters. */
  texts: 16 * 1024 * 1024,
  /** Of one cell, in characters. Spreadsheets hold 32,767. */
  text: 100_000,
} as const;

/** The one fault of a file that cannot be read at all. */
export function unreadable(file: string, what: string, remedy: string): InvalidInputError {
  return new InvalidInputError([{ file, what, remedy }]);
}

/** The fault of a file that passes one of {@link WORKBOOK_LIMITS}. */
export function tooLarge(file: string, what: string): InvalidInputError {
  return unreadable(file, `it is no register of a sensible size: ${what}`, 'import a workbook that holds the register only');
}
