import { CsvError, parse } from 'csv-parse/sync';
import { unguard } from './formula-guard.js';
import { tooLarge, unreadable, WORKBOOK_LIMITS } from './limits.js';
import type { Workbook } from './workbook.js';

const DELIMITERS = [';', ',', '\t'] as const;
const SHEET = 'CSV';
const QUOTED = /"[^"]*"/gu;
const BINARY = /\0/u;

/**
 * Reads a table of a spreadsheet as CSV: `;`, `,` or tabs, as the header has them; UTF-8, or Windows-1252 where it is no UTF-8.
 * Throws `InvalidInputError` for what is no such table and for what passes a limit.
 */
export function readCsv(bytes: Uint8Array, file: string): Workbook {
  const text = decode(bytes);
  if (BINARY.test(text)) throw unreadable(file, 'it is no CSV file', 'save the table as CSV, or name the format it has');
  const rows = rowsOf(text, file).map((row) => row.map(unguard));
  if (rows.length > WORKBOOK_LIMITS.rows) throw tooLarge(file, `it has more than ${String(WORKBOOK_LIMITS.rows)} rows`);
  if (rows.some(({ length }) => length > WORKBOOK_LIMITS.columns))
    throw tooLarge(file, `it has more than ${String(WORKBOOK_LIMITS.columns)} columns`);
  if (rows.some((row) => row.some(({ length }) => length > WORKBOOK_LIMITS.text)))
    throw tooLarge(file, `a cell has more than ${String(WORKBOOK_LIMITS.text)} characters`);
  return { sheets: [{ name: SHEET, rows }] };
}

function rowsOf(text: string, file: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    throw unreadable(
      file,
      `it is no CSV file: a quote does not stand where one may${typeof line === 'number' ? ` (line ${String(line)})` : ''}`,
      'save the table as CSV again, from a spreadsheet',
    );
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The delimiter that the first lines have most of, outside quotes. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replaceAll(QUOTED, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: start.split(delimiter).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
}
