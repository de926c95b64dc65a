import type { Block, Column } from '../template/labels.js';
import { type TemplateRow, toWrite } from '../template/template.js';

/** A row with what it says; a text that is not there leaves its cell empty. */
export function row(block: Block, label: string, cells: Readonly<Partial<Record<Column, string | undefined>>>): TemplateRow {
  const told = Object.entries(cells).flatMap(([column, text]) =>
    text === undefined || text === '' ? [] : [[column, toWrite(text)] as const],
  );
  return { block, label, cells: Object.fromEntries(told) };
}

/** A text on one line: where the template has a line for each of several, a break within one would make two of it. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
