import { cellName, damaged, decodeEscapes, unreadable, type XlsxCell } from '@habeas/workbooks';
import { dayText } from './day-text.js';
import type { NumberFormat } from './number-formats.js';
import { numberText } from './number-text.js';

/** What cells refer to. */
export interface CellContext {
  readonly formats: readonly NumberFormat[];
  readonly countsFrom1904: boolean;
  /** A text that cells share, by its number. */
  readonly sharedText: (number: number) => string | undefined;
}

/** What a cell holds; null where it holds nothing. The note says what a reader of the text alone would not see. */
export interface CellText {
  readonly text: string | null;
  readonly note?: string;
}

type ReadValue = (value: string, cell: XlsxCell, context: CellContext) => CellText;

const spelled: ReadValue = (value) => ({ text: decodeEscapes(value) });

/** By the kinds of values (ECMA-376, 18.18.11). */
const READERS: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
  ['s', (value, _cell, { sharedText }) => ({ text: sharedText(Number(value)) ?? fail() })],
  ['str', spelled],
  ['inlineStr', spelled],
  ['b', (value) => ({ text: ['1', 'true'].includes(value) ? 'true' : 'false' })],
  ['e', (value, cell) => ({ text: value, note: `${nameOf(cell)} shows the error ${value}` })],
  ['d', (value) => ({ text: value })],
  ['n', (value, cell, context) => numericText(cell, value.trim(), context)],
]);

/** The text of a cell. Throws `WorkbookError` for one that cannot be known, so that it is never taken for an empty one. */
export function cellText(cell: XlsxCell, context: CellContext): CellText {
  if (cell.value === undefined) return { text: textWithoutValue(cell) };
  const read = READERS.get(cell.type) ?? fail;
  return read(cell.value, cell, context);
}

/** A formula without a value was never calculated: what it would show is not known. */
function textWithoutValue(cell: XlsxCell): string | null {
  if (!cell.isFormula) return null;
  if (cell.type === 'str') return '';
  throw unreadable(
    `the formula in ${nameOf(cell)} has no value, because no spreadsheet has calculated it yet`,
    'open it in a spreadsheet and save it again',
  );
}

function numericText(cell: XlsxCell, written: string, { formats, countsFrom1904 }: CellContext): CellText {
  if (written === '') return { text: textWithoutValue(cell) };
  const text = numberText(written) ?? fail();
  const format = formats[cell.style];
  if (format === undefined || !(format.day || format.time)) return { text };
  const day = dayText(Number(written), format, countsFrom1904);
  return day === undefined ? { text, note: `${nameOf(cell)} is to be shown as a day, and no day has its number` } : { text: day };
}

function nameOf({ row, column }: XlsxCell): string {
  return cellName(row, column);
}

function fail(): never {
  throw damaged();
}
