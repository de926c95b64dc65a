import { cellName } from '@habeas/workbooks';

/** Where something stands in a workbook, as a spreadsheet names it. */
export interface Place {
  readonly sheet: string;
  /** Such as `B7`; whoever opens a CSV file in a spreadsheet finds it there. */
  readonly cell: string;
}

/** A text of a cell, and where it stands. */
export interface Held {
  readonly text: string;
  readonly at: Place;
}

/** A table of texts. An empty text is an empty cell; rows may differ in length. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a spreadsheet file holds, as far as a register is concerned: texts, without formulas and looks. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904 and not from 1900, as some old workbooks do. */
  readonly countsFrom1904?: true;
}

/** The cells of a row that are not empty, from left to right. */
export function heldIn({ name, rows }: Sheet, row: number): readonly (Held & { readonly column: number })[] {
  return (rows[row] ?? []).flatMap((text, column) =>
    text.trim() === '' ? [] : [{ text: text.trim(), column, at: { sheet: name, cell: cellName(row, column) } }],
  );
}
