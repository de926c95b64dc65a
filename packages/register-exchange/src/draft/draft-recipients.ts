import type { Recipient } from '@habeas/core/law';
import { normalise, saysNothing } from '../template/normalise.js';
import { rowsOf, type TemplateActivity, type TemplateRow } from '../template/template.js';
import { roleOf } from '../text/choices.js';
import { unmark } from '../text/mark.js';
import { detailOf, type RecipientDetails } from '../text/recipient-lines.js';
import type { Held } from '../workbook/workbook.js';
import { titlesOf } from './cell-lines.js';
import { withTransfers } from './draft-transfers.js';
import type { ImportNotes } from './import-notes.js';
import { type SharedEntries, wording } from './names.js';

type Drafted = { -readonly [Key in keyof Recipient]: Recipient[Key] };

/** Why a recipient is taken for a third party: so it is told of, whatever it turns out to be. */
const NO_TYPE = 'The file does not say what kind of recipient it is.';

/** The recipients of an activity, by their ids; an empty list where the file says that there are none. */
export function draftRecipients(
  activity: TemplateActivity,
  shared: SharedEntries<Recipient>,
  notes: ImportNotes,
): readonly string[] | undefined {
  const rows = rowsOf(activity, 'recipient');
  const own = rows.flatMap((row) => recipientsIn(row, notes));
  const all = withTransfers(own, activity, notes);
  if (all.length > 0)
    return all.map((recipient) => shared.idOf(keyOf(recipient), recipient.name ?? recipient.title.fr, recipient));
  return rows.some(({ cells }) => cells.precision !== undefined && saysNothing(cells.precision.text)) ? [] : undefined;
}

/** The same whatever the case and accents of its title. */
function keyOf(recipient: Recipient): string {
  return JSON.stringify({ ...recipient, title: normalise(recipient.title.fr) });
}

/** A row's recipients: each line is one, but for lines that tell more of the one before. */
function recipientsIn(row: TemplateRow, notes: ImportNotes): readonly Recipient[] {
  const { type, precision } = row.cells;
  const held = precision ?? type;
  const recipients: Drafted[] = [];
  for (const line of titlesOf(held, row.label)) {
    const last = recipients.at(-1);
    const detail = last === undefined ? undefined : detailOf(line);
    if (last === undefined || detail === undefined) recipients.push(recipientOf(line, row, notes));
    else addDetail(last, detail);
  }
  return recipients;
}

function addDetail(recipient: Drafted, { onlyIf, ...detail }: RecipientDetails): void {
  Object.assign(recipient, detail, onlyIf === undefined ? {} : { onlyIf: wording(onlyIf) });
}

function recipientOf(line: string, { label, cells: { type, precision } }: TemplateRow, notes: ImportNotes): Drafted {
  const { text, backing } = unmark(line);
  const role = roleIn(type) ?? roleOf(label);
  if (role !== undefined) return { title: wording(text), role, ...backing };
  notes.add(
    type ?? precision,
    'nothing here says whether the recipient is internal, a processor or a third party: it is taken for a third party',
    'write the type as the template does, or set role in the register',
  );
  return { title: wording(text), role: 'third_party', assumed: true, reason: NO_TYPE };
}

function roleIn(type: Held | undefined): Recipient['role'] | undefined {
  return type === undefined ? undefined : roleOf(type.text);
}
