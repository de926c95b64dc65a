import { tooLarge, WORKBOOK_LIMITS } from './limits.js';
import type { Sheet } from './workbook.js';

/** Puts cells where a reader finds them, within the limits. Repeated empty rows and columns cost nothing. */
export class SheetBuilder {
  readonly #rows = new Map<number, Map<number, string>>();
  #cells = 0;

  constructor(
    readonly name: string,
    private readonly file: string,
  ) {}

  /** Sets the text of a cell; an empty text leaves it empty. Throws `InvalidInputError` beyond a limit. */
  set(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row >= WORKBOOK_LIMITS.rows) throw tooLarge(this.file, `a sheet has more than ${String(WORKBOOK_LIMITS.rows)} rows`);
    if (column >= WORKBOOK_LIMITS.columns)
      throw tooLarge(this.file, `a sheet has more than ${String(WORKBOOK_LIMITS.columns)} columns`);
    if (text.length > WORKBOOK_LIMITS.text)
      throw tooLarge(this.file, `a cell has more than ${String(WORKBOOK_LIMITS.text)} characters`);
    this.#cells += 1;
    if (this.#cells > WORKBOOK_LIMITS.cells) throw tooLarge(this.file, 'a sheet has too many cells');
    const cells = this.#rows.get(row) ?? new Map<number, string>();
    cells.set(column, text);
    this.#rows.set(row, cells);
  }

  build(): Sheet {
    const last = Math.max(-1, ...this.#rows.keys());
    return { name: this.name, rows: Array.from({ length: last + 1 }, (_, row) => cellsOf(this.#rows.get(row))) };
  }
}

function cellsOf(cells: ReadonlyMap<number, string> | undefined): readonly string[] {
  if (cells === undefined) return [];
  return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => cells.get(column) ?? '');
}
