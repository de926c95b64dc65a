const LETTERS = 26;
const REFERENCE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u;

/** Where a cell stands; rows and columns count from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The name of a cell, from a row and a column that count from 0: `B7`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + letters;
  }
  return `${letters}${String(row + 1)}`;
}

/** The place that a name such as `B7` means; nowhere for what is no name of a cell. */
export function cellPosition(name: string): CellPosition | undefined {
  const [, letters, number] = REFERENCE.exec(name) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(number) - 1, column };
}
