import { cellName, damaged, type MergedCells, tooLarge, type WorksheetTaker, type XlsxCell } from '@habeas/workbooks';
import { columnNames, named } from '../rows/header.js';
import { NOTES_COLUMN, type FileItem } from '../rows/row.js';
import { cellText, type CellContext } from './cell-text.js';

/** Characters of one row, beyond which it is none that anybody has written. */
const MOST_CHARACTERS = 20_000_000;
/** Columns of a table. */
const MOST_COLUMNS = 1_900;

/** How a sheet is read. */
export interface SheetContext extends CellContext {
  /** The row from which on the first that is not empty is the header. */
  readonly headerLine: number;
  /** What the sheet is called in messages. */
  readonly where: string;
}

/** Makes rows of cells as they come. Empty rows, and what is empty at the end of a row, are left out. */
export class SheetRows implements WorksheetTaker {
  #names: readonly string[] | undefined;
  #headerRow = -1;
  #row = -1;
  #cells: (string | null)[] = [];
  #notes: string[] = [];
  #characters = 0;
  #items: FileItem[] = [];

  constructor(private readonly context: SheetContext) {}

  /** What is complete by now, once. */
  take(): readonly FileItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  /** What is left behind the last cell. */
  finish(): readonly FileItem[] {
    this.#endRow();
    return this.take();
  }

  readonly cell = (cell: XlsxCell): void => {
    if (cell.row !== this.#row) this.#endRow();
    if (cell.row < this.#row || (cell.row === this.#row && cell.column < this.#cells.length)) throw damaged();
    this.#row = cell.row;
    const { text, note } = cellText(cell, this.context);
    if (isEmpty(text)) return;
    this.#add(cell, text);
    if (note !== undefined) this.#notes.push(note);
  };

  readonly merged = ({ from, to }: MergedCells): void => {
    this.#endRow();
    const name = this.#names?.[from.column];
    if (this.#names === undefined || name === undefined || from.row <= this.#headerRow) return;
    const columns = this.#names.slice(from.column, to.column + 1);
    const note = `${cellName(from.row, from.column)}:${cellName(to.row, to.column)} are merged`;
    this.#items.push({ merged: { first: from.row + 1, last: to.row + 1, from: name, columns, note } });
  };

  #add({ row, column }: XlsxCell, text: string): void {
    if (column >= MOST_COLUMNS) throw tooLarge(`row ${String(row + 1)} has more than ${String(MOST_COLUMNS)} columns`);
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) {
      throw tooLarge(`row ${String(row + 1)} has more than ${String(MOST_CHARACTERS)} characters`);
    }
    while (this.#cells.length < column) this.#cells.push(null);
    this.#cells.push(text);
  }

  #endRow(): void {
    const cells = this.#cells;
    const notes = this.#notes;
    this.#cells = [];
    this.#notes = [];
    this.#characters = 0;
    if (cells.length === 0) return;
    if (this.#names !== undefined) this.#addRow(this.#names, cells, notes);
    else if (this.#row + 1 >= this.context.headerLine) {
      this.#headerRow = this.#row;
      this.#names = columnNames(cells);
      this.#items.push({ columns: this.#names });
    }
  }

  #addRow(names: readonly string[], cells: readonly (string | null)[], notes: readonly string[]): void {
    const position = this.#row + 1;
    const values = named(names, cells, `${this.context.where}, row ${String(position)}`);
    this.#items.push({
      position,
      values: notes.length === 0 ? values : new Map([...values, [NOTES_COLUMN, notes.join('; ')]]),
    });
  }
}

/** Spaces alone are no value; they would widen a table that looks empty there. */
function isEmpty(text: string | null): text is null {
  return text === null || text.trim() === '';
}
