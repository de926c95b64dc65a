import type { FoundRow } from '../../manual/manual-task.js';
import { Refused } from '../refused.js';
import { parseCsv } from './parse-csv.js';

/** Rows of one collection, as somebody hands them in. */
export interface GivenRows {
  readonly collection: string;
  /** `json`: an array of flat objects. `csv`: with the names of the columns in the first line. */
  readonly format: 'json' | 'csv';
  readonly text: string;
}

const LARGEST = { bytes: 262_144, rows: 1_000, columns: 100 };
const COLUMN = /^[a-z][a-z0-9_]{0,59}$/u;

/**
 * The rows of a collection, every value as a text. Throws `Refused` with `INVALID_INPUT` for the first thing that is wrong, by row and
 * column and without values.
 */
export function rowsOf({ collection, format, text }: GivenRows): readonly FoundRow[] {
  if (Buffer.byteLength(text) > LARGEST.bytes) throw refused(collection, 'is larger than 256 KiB', 'Hand in less.');
  const rows = format === 'json' ? fromJson(collection, text) : fromCsv(collection, text);
  if (rows.length === 0) throw refused(collection, 'has no rows', 'Leave it out, or state that nothing was found.');
  if (rows.length > LARGEST.rows) throw refused(collection, `has more than ${String(LARGEST.rows)} rows`, 'Hand in less.');
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  if (columns.size > LARGEST.columns)
    throw refused(collection, `has more than ${String(LARGEST.columns)} columns`, 'Hand in less.');
  requireNames(collection, [...columns]);
  return rows;
}

function requireNames(collection: string, columns: readonly string[]): void {
  const wrong = columns.findIndex((name) => !COLUMN.test(name) || name === 'row');
  if (wrong === -1) return;
  const remedy = 'A column has lower-case letters, digits and _, begins with a letter, and is not called row.';
  throw refused(collection, `has a name that column ${String(wrong + 1)} cannot have`, remedy);
}

function fromJson(collection: string, text: string): readonly FoundRow[] {
  const value = parsed(collection, text);
  if (!Array.isArray(value)) throw refused(collection, 'is not an array', 'Hand in an array of objects.');
  return value.map((row: unknown, index) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw refused(collection, `has no object as row ${String(index + 1)}`, 'Hand in an array of objects.');
    }
    return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cellOf(collection, cell, index)]));
  });
}

function parsed(collection: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // what the parser says quotes the text, which holds personal data
    throw refused(collection, 'is not JSON', 'Hand in an array of objects.');
  }
}

function cellOf(collection: string, cell: unknown, index: number): string | null {
  if (cell === null || typeof cell === 'string') return cell;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  throw refused(
    collection,
    `has a value in row ${String(index + 1)} that is no text`,
    'Use texts, numbers, true, false and null.',
  );
}

function fromCsv(collection: string, text: string): readonly FoundRow[] {
  const lines = parseCsv(text.replace(/^\uFEFF/u, ''));
  if (lines === undefined) throw refused(collection, 'has a quote that is not closed', 'Write CSV as RFC 4180 has it.');
  const [names = [], ...rows] = lines;
  if (new Set(names).size < names.length) throw refused(collection, 'has two columns of one name', 'Rename one.');
  return rows.map((cells, index) => {
    if (cells.length !== names.length) {
      const what = `has ${String(cells.length)} cells in row ${String(index + 1)}, and ${String(names.length)} columns`;
      throw refused(collection, what, 'Give each row a cell for each column.');
    }
    return Object.fromEntries(names.map((name, column) => [name, String(cells[column])]));
  });
}

function refused(collection: string, what: string, remedy: string): Refused {
  return new Refused('INVALID_INPUT', `What was handed in for ${collection} ${what}.`, remedy);
}
