import type { Sheet } from '../workbook/workbook.js';
import type { Column } from './labels.js';
import { sectionOf } from './layout.js';
import type { TemplateActivity, TemplateRegister, TemplateRow } from './template.js';

/** Between a row's label and a column's, at the head of a column of the flat form. */
export const BETWEEN_LABELS = ' – ';

/**
 * One row for each activity, as registers are published as data; the cells of the record stand side by side. A column in which
 * nothing stands anywhere is left out.
 */
export function layOutFlat({ head, activities }: TemplateRegister): Sheet {
  const records = activities.map((activity) => flatCells(withHead(activity, head)));
  const isFilled = (heading: string): boolean => records.some((cells) => (cells.get(heading) ?? '') !== '');
  const headings = headingsOf(records.map((cells) => [...cells.keys()])).filter(isFilled);
  return { name: 'Registre', rows: [headings, ...records.map((cells) => headings.map((heading) => cells.get(heading) ?? ''))] };
}

/** The actors are those of the record, or those above the list. */
function withHead({ rows }: TemplateActivity, head: readonly TemplateRow[]): readonly TemplateRow[] {
  return [...rows, ...head.filter(({ block }) => !rows.some((row) => row.block === block))];
}

function flatCells(rows: readonly TemplateRow[]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const row of rows) {
    const columns = sectionOf(row.block)?.columns ?? [];
    const label = freeLabel(row, columns, cells);
    for (const [column, name] of columns) cells.set(flatHeading(label, name), row.cells[column]?.text ?? '');
  }
  return cells;
}

/** A second row of the same label gets a number: what one column holds belongs together. */
function freeLabel(
  { label }: TemplateRow,
  columns: readonly (readonly [Column, string])[],
  cells: ReadonlyMap<string, string>,
): string {
  const isTaken = (name: string): boolean => columns.some(([, column]) => cells.has(flatHeading(name, column)));
  let free = label;
  for (let number = 2; isTaken(free); number += 1) free = `${label} (${String(number)})`;
  return free;
}

function flatHeading(label: string, column: string): string {
  return column === '' ? label : `${label}${BETWEEN_LABELS}${column}`;
}

/** All headings, each behind the one it follows in the record that has it. */
function headingsOf(records: readonly (readonly string[])[]): readonly string[] {
  const headings: string[] = [];
  for (const record of records) {
    let at = 0;
    for (const heading of record) {
      const found = headings.indexOf(heading);
      if (found === -1) headings.splice(at, 0, heading);
      at = (found === -1 ? at : found) + 1;
    }
  }
  return headings;
}
