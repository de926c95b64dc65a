import type { ImportGap } from '../exchange.js';
import { unreadable } from '../workbook/limits.js';
import type { Sheet, Workbook } from '../workbook/workbook.js';
import { mergeActivities } from './merge-activities.js';
import { readRecord, recordLabels } from './read-record.js';
import { readTable, tableHeading } from './read-table.js';
import { rowsOf, type TemplateActivity, type TemplateRegister, type TemplateRow } from './template.js';

/** A workbook as the template's form has it, and what of it was not understood. */
export interface ReadTemplate {
  readonly register: TemplateRegister;
  readonly gaps: readonly ImportGap[];
}

interface ReadSheet {
  readonly head: readonly TemplateRow[];
  readonly listed: readonly TemplateActivity[];
  readonly records: readonly TemplateActivity[];
  readonly gaps: readonly ImportGap[];
}

/**
 * Finds the list of activities and the records in a workbook, wherever they stand; other sheets are left alone. Throws
 * `InvalidInputError` where there is neither.
 */
export function readSheets({ sheets }: Workbook, file: string): ReadTemplate {
  const read = sheets.map(readSheet);
  const records = read.flatMap((sheet) => sheet.records);
  const listed = read.flatMap((sheet) => sheet.listed);
  if (records.length + listed.length === 0)
    throw unreadable(
      file,
      'no sheet is a register: there is neither a list with the heading "Nom du traitement" nor a record with that label',
      "import a workbook in the form of CNIL's template",
    );
  const merged = mergeActivities(listed, records, hasRecords(read));
  return {
    register: { head: read.flatMap(({ head }) => head), activities: merged.activities },
    gaps: [...read.flatMap(({ gaps }) => gaps), ...merged.gaps],
  };
}

function hasRecords(read: readonly ReadSheet[]): boolean {
  return read.some(({ records }) => records.length > 0);
}

function readSheet(sheet: Sheet): ReadSheet {
  const labels = recordLabels(sheet);
  const heading = labels > 1 ? undefined : tableHeading(sheet);
  if (heading !== undefined) {
    const above = readRecord({ ...sheet, rows: sheet.rows.slice(0, heading) });
    const head = rowsOf(above.activity, 'controller', 'officer', 'representative', 'joint');
    const { activities, gaps } = readTable(sheet, heading);
    return { head, listed: activities, records: [], gaps };
  }
  if (labels === 0) return { head: [], listed: [], records: [], gaps: [] };
  const { activity, gaps } = readRecord(sheet);
  return isBlank(activity)
    ? { head: [], listed: [], records: [], gaps: [] }
    : { head: [], listed: [], records: [activity], gaps };
}

/** The record of the template that nobody has filled in. */
function isBlank({ rows }: TemplateActivity): boolean {
  return rows.every(({ cells }) => Object.keys(cells).length === 0);
}
