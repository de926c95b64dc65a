import { ConnectorError } from '@habeas/connector-sdk';
import { FILE_COLUMN, NOTES_COLUMN, ROW_COLUMN, type FileRow } from './row.js';

/** Names without spaces around them; one that is empty is its position, one that was there, or is ours, gets a number. */
export function columnNames(cells: readonly (string | null)[]): readonly string[] {
  const counts = new Map([FILE_COLUMN, ROW_COLUMN, NOTES_COLUMN].map((name) => [name, 1]));
  return cells.map((cell, index) => {
    const written = (cell ?? '').trim();
    const name = written === '' ? `column ${String(index + 1)}` : written;
    const count = (counts.get(name.toLowerCase()) ?? 0) + 1;
    counts.set(name.toLowerCase(), count);
    return count === 1 ? name : `${name} (${String(count)})`;
  });
}

/** The cells of a row by their columns; null where it ends early. Throws `contract` with the place where it has more than the header. */
export function named(names: readonly string[], cells: readonly (string | null)[], where: string): FileRow['values'] {
  if (cells.length > names.length) {
    const message = `${where}: the row has ${String(cells.length)} cells, and the header ${String(names.length)}.`;
    throw new ConnectorError('contract', message, { remedy: 'Export the file again, or name its delimiter and headerLine.' });
  }
  return new Map(names.map((name, index) => [name, cells[index] ?? null]));
}
