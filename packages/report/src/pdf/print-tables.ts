import type { RenderKey } from '../catalogue/render.en.js';
import type { Table } from '../document/document.js';
import { wordsOf } from '../document/text.js';
import type { Phrasebook } from '../language/phrasebook.js';
import { columnWidths, wordIn } from './column-widths.js';
import type { PrintTable } from './print-model.js';
import type { PrintTexts } from './print-texts.js';

/** Rows with more signs than this may be longer than a page. */
const LONG_ROW = 1_000;

/** Tables in print, with at most so many cells in all of them: what is cut is told below the table. */
export class PrintTables {
  constructor(
    private readonly words: Phrasebook<RenderKey>,
    private readonly texts: PrintTexts,
    private cellsLeft: number,
  ) {}

  table({ caption, columns, rows, isNamed, more }: Table): PrintTable {
    const shown = rows.slice(0, Math.floor(this.cellsLeft / columns.length));
    this.cellsLeft -= shown.length * columns.length;
    const said = shown.map((row) => row.map(wordsOf));
    const widths = columnWidths(columns.map(({ title }) => title), shown); // prettier-ignore
    const count = rows.length - shown.length;
    return {
      kind: 'table',
      caption: this.texts.words(caption),
      named: isNamed === true,
      columns: columns.map(({ title, note, align }, index) => ({
        title: this.texts.words(title),
        ...(note === undefined ? {} : { note: this.texts.words(note) }),
        end: align === 'end',
        weight: widths[index] ?? 1,
      })),
      rows: shown.map((row, index) => ({
        breaks: (said[index] ?? []).some(({ length }) => length > LONG_ROW / columns.length) || isTall(said[index]),
        cells: row.map((cell, column) => this.texts.cell(cell, wordIn(widths[column] ?? 0))),
      })),
      more: [
        ...(count === 0 ? [] : [this.words.say('rowsLeft', { count })]),
        ...(more === undefined ? [] : [this.texts.text(more)]),
      ],
    };
  }
}

function isTall(row: readonly string[] = []): boolean {
  return row.some((cell) => cell.split('\n').length > 20);
}
