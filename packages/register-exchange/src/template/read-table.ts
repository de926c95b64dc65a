import type { ImportGap } from '../exchange.js';
import { cellName } from '@habeas/workbooks';
import { type Held, heldIn, type Sheet } from '../workbook/workbook.js';
import { type Block, blockOf, type Column, columnOf } from './labels.js';
import { BETWEEN_LABELS } from './lay-out-flat.js';
import { sectionOf } from './layout.js';
import type { TemplateActivity, TemplateRow } from './template.js';

/** What a column of a table of activities holds: which row of a record, and which cell of it. */
interface TableColumn {
  readonly block: Block;
  readonly column: Column;
  /** Columns of one label make one row of the record. */
  readonly label: string;
}

const FEWEST_HEADINGS = 2;
const BETWEEN = new RegExp(`^(.*\\S)(?:${BETWEEN_LABELS}| - | : )(\\S.*)$`, 'u');

/** The row that heads a table of activities: it has the label of the name, and another one beside it. */
export function tableHeading(sheet: Sheet): number | undefined {
  const found = [...sheet.rows.keys()].find((row) => {
    const blocks = heldIn(sheet, row).map(({ text }) => blockOf(text));
    return blocks.includes('name') && blocks.filter((block) => block !== undefined).length >= FEWEST_HEADINGS;
  });
  return found;
}

/** A table of activities, as records, and what of it was not understood. */
export function readTable(
  sheet: Sheet,
  heading: number,
): { readonly activities: readonly TemplateActivity[]; readonly gaps: readonly ImportGap[] } {
  const headings = new Map(heldIn(sheet, heading).map(({ column, text }) => [column, tableColumn(text)] as const));
  const rows = sheet.rows.map((_, index) => heldIn(sheet, index)).slice(heading + 1);
  const activities = rows.flatMap((cells) => {
    const known = cells.flatMap(({ column, text, at }) => {
      const told = headings.get(column);
      return told === undefined ? [] : [{ ...told, held: { text, at } }];
    });
    return known.length === 0 ? [] : [{ sheet: sheet.name, rows: recordRows(known) }];
  });
  const filled = new Set(rows.flat().map(({ column }) => column));
  const unknown = [...filled].filter((column) => headings.get(column) === undefined);
  return { activities, gaps: unknown.map((column) => unknownColumn(sheet, heading, column)) };
}

function tableColumn(heading: string): TableColumn | undefined {
  const [, first = heading, second] = BETWEEN.exec(heading) ?? [];
  const column = second === undefined ? undefined : columnOf(second);
  const label = column === undefined ? heading : first;
  const block = blockOf(label);
  if (block === undefined) return undefined;
  return { block, label, column: column ?? defaultColumn(block) };
}

/** What a column holds that is headed by the block alone. */
function defaultColumn(block: Block): Column {
  if (block === 'erasure' || block === 'basis') return block;
  const columns = sectionOf(block)?.columns.map(([column]) => column) ?? [];
  return columns.find((column) => column !== 'type') ?? 'description';
}

function recordRows(known: readonly (TableColumn & { readonly held: Held })[]): readonly TemplateRow[] {
  const rows = new Map<string, TemplateRow>();
  for (const { block, label, column, held } of known) {
    const key = `${block} ${label}`;
    const cells = rows.get(key)?.cells ?? {};
    rows.set(key, { block, label, cells: { ...cells, [column]: held } });
  }
  return [...rows.values()];
}

function unknownColumn({ name }: Sheet, heading: number, column: number): ImportGap {
  return {
    where: { sheet: name, cell: cellName(heading, column) },
    what: 'the heading of this column is no label of the template: what stands in it is not imported',
    remedy: 'name it as the template does, or enter what it holds in the register',
  };
}
