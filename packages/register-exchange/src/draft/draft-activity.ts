import type { Activity, ActivityRole, Recipient, SubjectGroup } from '@habeas/core/law';
import { normalise, saysNothing } from '../template/normalise.js';
import { cellOf, rowsOf, type TemplateActivity } from '../template/template.js';
import { dayOf } from '../text/days.js';
import { unmark } from '../text/mark.js';
import type { Held } from '../workbook/workbook.js';
import { linesOf, titlesOf } from './cell-lines.js';
import { draftFields } from './draft-fields.js';
import { draftPurposes } from './draft-purposes.js';
import { draftRecipients } from './draft-recipients.js';
import { draftRetention } from './draft-retention.js';
import type { ImportNotes } from './import-notes.js';
import { type SharedEntries, wording } from './names.js';

/** What the activities of a register have in common. */
export interface SharedGroups {
  readonly subjects: SharedEntries<SubjectGroup>;
  readonly recipients: SharedEntries<Recipient>;
  /** Whether a mark behind the controller's name tells of the activity. */
  readonly hasRoleMarks: boolean;
}

/** One activity of the register, of what its record or its line in the list says. */
export function draftActivity(activity: TemplateActivity, shared: SharedGroups, notes: ImportNotes): Activity {
  const { text, backing } = unmark(nameOf(activity));
  if (cellOf(activity, 'name') === undefined)
    notes.add(
      { text, at: { sheet: activity.sheet, cell: 'A1' } },
      'this record names no activity: it is called as its sheet',
      'give it its name',
    );
  const subjects = draftSubjects(activity, shared.subjects);
  const drafted = draftFields(activity, notes);
  const subjectId = (title: string): string | undefined => subjects.find(({ key }) => key === normalise(title))?.id;
  const parts: Partial<Activity> = {
    ...(subjects.length === 0 ? {} : { subjects: [...new Set(subjects.map(({ id }) => id))] }),
    ...told('purposes', draftPurposes(activity, notes)),
    ...told('fields', drafted.fields),
    ...told('recipients', draftRecipients(activity, shared.recipients, notes)),
    ...told('retention', draftRetention(drafted, subjectId, notes)),
  };
  return { title: wording(text), role: draftRole(activity, shared.hasRoleMarks), ...parts, ...backing };
}

/** What the activity is called, with its mark. */
export function nameOf(activity: TemplateActivity): string {
  return cellOf(activity, 'name')?.text.replaceAll(/\s+/gu, ' ') ?? activity.sheet;
}

/** A day of the record, as ISO 8601. */
export function dayIn(held: Held | undefined, notes: ImportNotes): string | undefined {
  if (held === undefined || saysNothing(held.text)) return undefined;
  const day = dayOf(held.text, notes.countsFrom1904);
  if (day === undefined)
    notes.add(held, 'this is no day that is understood', 'write it as 31/12/2026 or 2026-12-31, with the year in four digits');
  return day;
}

/** The template is the register of a controller: it decides alone unless others are named who decide with it. */
function draftRole(activity: TemplateActivity, hasMarks: boolean): ActivityRole {
  const [joint] = rowsOf(activity, 'joint').flatMap(({ cells }) => linesOf(cells.name));
  if (joint !== undefined) return { is: 'joint', ...unmark(joint).backing };
  const own = rowsOf(activity, 'controller')[0]?.cells.name?.text ?? '';
  return { is: 'controller', ...(hasMarks ? unmark(own).backing : {}) };
}

function draftSubjects(
  activity: TemplateActivity,
  shared: SharedEntries<SubjectGroup>,
): readonly { readonly id: string; readonly key: string }[] {
  return rowsOf(activity, 'subject').flatMap(({ label, cells: { description, precision } }) => {
    const more = linesOf(precision);
    const titles = titlesOf(description, label);
    const told = titles.length === 0 ? more : titles;
    const isMore = titles.length === 1 && more.length === 1;
    return told.map((line) => {
      const title = isMore ? `${line} (${more.join(' ')})` : line;
      const key = normalise(title);
      return { id: shared.idOf(key, title, { title: wording(title) }), key };
    });
  });
}

function told<Key extends keyof Activity>(key: Key, value: Activity[Key] | undefined): Partial<Activity> {
  return value === undefined ? {} : { [key]: value };
}
