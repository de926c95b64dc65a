import { cellName } from '@habeas/workbooks';
import { tooLarge, WORKBOOK_LIMITS } from './limits.js';
import type { Sheet } from './workbook.js';

/** Counts what all sheets of a workbook hold together, within the limits: many sheets are as large as one. */
export class WorkbookSize {
  #cells = 0;
  #texts = 0;

  constructor(readonly file: string) {}

  /** Throws `InvalidInputError` beyond a limit. */
  add(text: string): void {
    this.#cells += 1;
    this.#texts += text.length;
    if (this.#cells > WORKBOOK_LIMITS.cells) throw tooLarge(this.file, `it has more than ${String(WORKBOOK_LIMITS.cells)} cells`);
    if (this.#texts > WORKBOOK_LIMITS.texts)
      throw tooLarge(this.file, `its cells have more than ${String(WORKBOOK_LIMITS.texts)} characters`);
  }
}

/** Puts cells where a reader finds them, within the limits. Repeated empty rows and columns cost nothing. */
export class SheetBuilder {
  readonly #rows = new Map<number, Map<number, string>>();

  constructor(
    readonly name: string,
    private readonly size: WorkbookSize,
  ) {}

  /** Sets the text of a cell; an empty text leaves it empty. Throws `InvalidInputError` beyond a limit, with the sheet. */
  set(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row >= WORKBOOK_LIMITS.rows) throw this.#tooLarge(`has more than ${String(WORKBOOK_LIMITS.rows)} rows`);
    if (column >= WORKBOOK_LIMITS.columns) throw this.#tooLarge(`has more than ${String(WORKBOOK_LIMITS.columns)} columns`);
    if (text.length > WORKBOOK_LIMITS.text)
      throw this.#tooLarge(`has more than ${String(WORKBOOK_LIMITS.text)} characters in the cell ${cellName(row, column)}`);
    this.size.add(text);
    const cells = this.#rows.get(row) ?? new Map<number, string>();
    cells.set(column, text);
    this.#rows.set(row, cells);
  }

  build(): Sheet {
    const last = Math.max(-1, ...this.#rows.keys());
    return { name: this.name, rows: Array.from({ length: last + 1 }, (_, row) => cellsOf(this.#rows.get(row))) };
  }

  #tooLarge(what: string): Error {
    return tooLarge(this.size.file, `the sheet "${this.name}" ${what}`);
  }
}

function cellsOf(cells: ReadonlyMap<number, string> | undefined): readonly string[] {
  if (cells === undefined) return [];
  return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => cells.get(column) ?? '');
}
