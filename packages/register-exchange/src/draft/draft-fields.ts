import type { RegisterField } from '@habeas/core/law';
import { rowsOf, type TemplateActivity, type TemplateRow } from '../template/template.js';
import { categoryOf, meansAllData } from '../text/families.js';
import { IMPORTED_FIELD } from '../text/imported-field.js';
import { unmark } from '../text/mark.js';
import { specialOf } from '../text/special.js';
import type { Held } from '../workbook/workbook.js';
import { linesOf, titlesOf } from './cell-lines.js';
import type { ImportNotes } from './import-notes.js';
import { freshName, wording } from './names.js';

/** A cell that tells how long data are kept, and which: fields by their ids, or all of the activity. */
export interface ErasureCell {
  readonly held: Held;
  readonly fields: readonly string[] | 'all';
}

/** The data of an activity, and the cells that tell how long they are kept. */
export interface DraftedFields {
  readonly fields?: Readonly<Record<string, RegisterField>>;
  readonly erasures: readonly ErasureCell[];
}

/** What an activity holds: a field for each line of a description. */
export function draftFields(activity: TemplateActivity, notes: ImportNotes): DraftedFields {
  const fields = new Map<string, RegisterField>();
  const erasures = rowsOf(activity, 'data', 'sensitive', 'erasure').flatMap((row) => {
    const held = row.block === 'erasure' ? (row.cells.erasure ?? row.cells.description) : row.cells.erasure;
    const isForAll = row.block === 'erasure' || (meansAllData(row.label) && row.cells.description === undefined);
    const ids = isForAll ? [] : fieldsIn(row, fields, notes);
    if (held === undefined || linesOf(held).length === 0) return [];
    return [{ held, fields: isForAll ? ('all' as const) : ids }];
  });
  return { ...(fields.size === 0 ? {} : { fields: Object.fromEntries(fields) }), erasures };
}

/** Adds the fields of a row, and gives their ids. A row that has only a period is of the data that its label names. */
function fieldsIn(row: TemplateRow, fields: Map<string, RegisterField>, notes: ImportNotes): readonly string[] {
  const { label, cells } = row;
  const told = titlesOf(cells.description, label);
  const isPeriodOnly = cells.description === undefined && linesOf(cells.erasure).length > 0;
  return (isPeriodOnly ? [label] : told).map((line) => {
    const { text, backing } = unmark(line);
    const meaning = meaningOf(row, text, notes);
    const assumed = backing.assumed === true ? backing : { assumed: true as const, reason: IMPORTED_FIELD };
    return addField(fields, { title: wording(text), origin: 'provided', ...meaning, ...assumed });
  });
}

function meaningOf(
  { block, label, cells }: TemplateRow,
  text: string,
  notes: ImportNotes,
): Pick<RegisterField, 'category' | 'special'> {
  const special = block === 'sensitive' ? (specialOf(label) ?? specialOf(text)) : undefined;
  if (special !== undefined) return special;
  if (block === 'sensitive')
    notes.add(
      cells.description ?? cells.erasure,
      'it says that data are sensitive, and not which kind of Art. 9 or 10 they are',
      'add special to the field in the register',
    );
  return { category: categoryOf(label) };
}

/** What is sensitive in two ways stands in two rows, and is one field. */
function addField(fields: Map<string, RegisterField>, field: RegisterField): string {
  const [same] = [...fields].filter(([, { title, special }]) => title.fr === field.title.fr && special !== undefined);
  if (same !== undefined && field.special !== undefined) {
    const [id, known] = same;
    fields.set(id, { ...known, special: [...new Set([...(known.special ?? []), ...field.special])] });
    return id;
  }
  const id = freshName(field.title.fr, fields);
  fields.set(id, field);
  return id;
}
