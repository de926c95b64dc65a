import type { Held } from '../workbook/workbook.js';
import type { Block, Column } from './labels.js';

/** A row of the template: `Données de connexion`, what they are, how long they are kept. */
export interface TemplateRow {
  readonly block: Block;
  readonly label: string;
  readonly cells: Readonly<Partial<Record<Column, Held>>>;
}

/** What the template holds of one activity, row by row. */
export interface TemplateActivity {
  readonly rows: readonly TemplateRow[];
  /** The sheet it stands on, or the one that lists it. */
  readonly sheet: string;
}

/** What a register in the template's form holds: what stands above the list, and one record for each activity. */
export interface TemplateRegister {
  /** Controller, officer and whoever else answers, where they are named once for all. */
  readonly head: readonly TemplateRow[];
  readonly activities: readonly TemplateActivity[];
}

/** The rows of a block. */
export function rowsOf({ rows }: { readonly rows: readonly TemplateRow[] }, ...blocks: readonly Block[]): readonly TemplateRow[] {
  return rows.filter(({ block }) => blocks.includes(block));
}

/** The one cell of a row that has one: a name, a reference, a date. */
export function cellOf(activity: TemplateActivity, block: Block): Held | undefined {
  return rowsOf(activity, block)[0]?.cells.description;
}

const NOWHERE = { sheet: '', cell: '' };
const CONTROL = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text that is to be written, as every format can hold it: a line break is `\n`, other control characters are spaces. */
export function toWrite(text: string): Held {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  return { text: lines.map((line) => line.replace(CONTROL, ' ').trim()).join('\n'), at: NOWHERE };
}
