import type { ImportGap } from '../exchange.js';
import { type Held, heldIn, type Sheet } from '../workbook/workbook.js';
import { type Block, blockOf, type Column, columnOf } from './labels.js';
import { columnsWithoutHeading, type Section, sectionHeaded, sectionOf } from './layout.js';
import { normalise } from './normalise.js';
import type { TemplateActivity, TemplateRow } from './template.js';

type Cell = Held & { readonly column: number };

/** Where in a record one is: the section whose heading stands above, and what its columns hold. */
interface Position {
  readonly section?: Section;
  readonly columns: ReadonlyMap<number, Column>;
}

interface TemplateRows {
  readonly rows: readonly TemplateRow[];
}

/** A record, and what of it was not understood. */
export interface ReadRecord {
  readonly activity: TemplateActivity;
  readonly gaps: readonly ImportGap[];
}

/** Blocks whose rows have labels that their author chooses: what is not known elsewhere belongs to the section it stands in. */
const OPEN_BLOCKS: readonly Block[] = ['data', 'measure', 'recipient', 'sensitive', 'subject', 'transfer'];
/** Rows of these stand beside each other in lists and below each other in records. */
const FIRST_BLOCKS: readonly Block[] = ['createdOn', 'name', 'purpose', 'reference', 'updatedOn'];

/** What stands above a record, with its reference beside it. */
const TITLE = /\bfiche de registre\b|^registre\b/u;

/** How many of the labels that records begin with begin rows of a sheet: none in other sheets, one in a list. */
export function recordLabels(sheet: Sheet): number {
  const blocks = [...sheet.rows.keys()].flatMap((row) => blockOf(heldIn(sheet, row)[0]?.text ?? '') ?? []);
  return new Set(blocks.filter((block) => FIRST_BLOCKS.includes(block))).size;
}

/** Reads a record row by row: rows may stand in another order, between others, and behind other columns. */
export function readRecord(sheet: Sheet): ReadRecord {
  const rows: TemplateRow[] = [];
  const gaps: ImportGap[] = [];
  let position: Position = { columns: new Map() };
  for (const index of sheet.rows.keys()) {
    const cells = heldIn(sheet, index);
    const heading = headingOf(cells);
    if (heading !== undefined) position = heading;
    else {
      const read = readRow(cells, position);
      rows.push(...read.rows);
      gaps.push(...read.gaps);
    }
  }
  return { activity: { rows, sheet: sheet.name }, gaps };
}

/** A heading is a section's, and beside it are mostly labels of the section's columns, or nothing. */
function headingOf([label, ...rest]: readonly Cell[]): Position | undefined {
  const section = sectionHeaded(label?.text ?? '');
  if (section === undefined) return undefined;
  const columns = rest.flatMap((cell) => {
    const column = columnWithin(section, cell.text);
    return column === undefined ? [] : [[cell.column, column] as const];
  });
  return columns.length * 2 > rest.length || rest.length === 0 ? { section, columns: new Map(columns) } : undefined;
}

function columnWithin({ columns }: Section, label: string): Column | undefined {
  const column = columnOf(label);
  return columns.some(([name]) => name === column) ? column : undefined;
}

function readRow([label, ...cells]: readonly Cell[], position: Position): Pick<ReadRecord, 'gaps'> & TemplateRows {
  if (label === undefined || TITLE.test(normalise(label.text))) return { rows: [], gaps: [] };
  const block = blockOf(label.text) ?? OPEN_BLOCKS.find((open) => position.section?.blocks.includes(open));
  if (block === undefined) return { rows: [], gaps: cells.length === 0 ? [] : [unknownLabel(label)] };
  const columns = columnsFor(block, position, cells);
  const known = cells.flatMap((cell) => {
    const column = columns.get(cell.column);
    return column === undefined ? [] : [[column, { text: cell.text, at: cell.at }] as const];
  });
  const unknown = cells.filter((cell) => !columns.has(cell.column));
  return { rows: [{ block, label: label.text, cells: Object.fromEntries(known) }], gaps: unknown.map(unknownColumn) };
}

/** The columns under the heading, where the row belongs to it; else the template's order, whatever stands between the cells. */
function columnsFor(block: Block, { section, columns }: Position, cells: readonly Cell[]): ReadonlyMap<number, Column> {
  const own = sectionOf(block)?.columns.map(([column]) => column);
  const isAkin = section?.columns.every(([column]) => own?.includes(column)) === true;
  if (columns.size > 0 && isAkin) return columns;
  const ordered = columnsWithoutHeading(block, cells.length);
  return new Map(cells.flatMap(({ column }, index) => (ordered[index] === undefined ? [] : [[column, ordered[index]]])));
}

function unknownLabel({ text, at }: Cell): ImportGap {
  return {
    where: at,
    what: `"${text.slice(0, 60)}" is no label of the template: what stands beside it is not imported`,
    remedy: 'move it to the row it belongs to, or enter it in the register',
  };
}

function unknownColumn({ at }: Cell): ImportGap {
  return {
    where: at,
    what: 'nothing says what this column holds: the cell is not imported',
    remedy: 'move it to a column of the template, or enter it in the register',
  };
}
