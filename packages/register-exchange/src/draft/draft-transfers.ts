import type { Recipient, Safeguard } from '@habeas/core/law';
import { normalise, saysNothing } from '../template/normalise.js';
import { rowsOf, type TemplateActivity, type TemplateRow } from '../template/template.js';
import { safeguardOf } from '../text/choices.js';
import { unmark } from '../text/mark.js';
import { placeOf } from '../text/recipient-lines.js';
import type { Held } from '../workbook/workbook.js';
import type { ImportNotes } from './import-notes.js';
import { wording } from './names.js';

/** Why a recipient that stands among the transfers only is taken for a third party. */
const ONLY_TRANSFER = 'The file names it among the transfers, and not what kind of recipient it is.';
const BETWEEN = ' : ';

/** Recipients with what the rows of the transfers say of them: where they are, what protects the data there. */
export function withTransfers(
  recipients: readonly Recipient[],
  activity: TemplateActivity,
  notes: ImportNotes,
): readonly Recipient[] {
  const all = [...recipients];
  for (const row of rowsOf(activity, 'transfer').filter(({ cells }) => Object.keys(cells).length > 0)) {
    const title = titleOf(row, notes);
    if (title === undefined) continue;
    const found = all.findIndex((recipient) => isNamed(recipient, title));
    const recipient = all[found] ?? { title: wording(title), role: 'third_party', assumed: true, reason: ONLY_TRANSFER };
    if (found === -1)
      notes.add(row.cells.recipient, 'this recipient stands among the transfers only', 'add it to the recipients, with its type');
    all.splice(found === -1 ? all.length : found, 1, {
      ...recipient,
      ...placed(recipient, row, notes),
      ...protectedBy(row, notes),
    });
  }
  return all;
}

function titleOf({ cells }: TemplateRow, notes: ImportNotes): string | undefined {
  const { recipient, country, safeguard } = cells;
  if (recipient !== undefined && !saysNothing(recipient.text)) return unmark(recipient.text).text;
  const other = [country, safeguard].find((held) => held !== undefined && !saysNothing(held.text));
  if (other !== undefined)
    notes.add(other, 'a transfer is told, and not to whom: it is not imported', 'name the recipient beside it');
  return undefined;
}

function isNamed({ title, name }: Recipient, text: string): boolean {
  return [title.fr, ...(name === undefined ? [] : [name])].some((own) => normalise(own) === normalise(text));
}

function placed(recipient: Recipient, { cells: { country } }: TemplateRow, notes: ImportNotes): Pick<Recipient, 'location'> {
  if (country === undefined || saysNothing(country.text)) return {};
  const { text, backing } = unmark(country.text);
  const places = placeOf(text);
  if (places === undefined) {
    notes.add(country, 'this names no country that is understood', 'write its name in French, or its code of two letters');
    return {};
  }
  return recipient.location === undefined ? { location: { in: places, ...backing } } : {};
}

function protectedBy({ cells: { safeguard, link } }: TemplateRow, notes: ImportNotes): { readonly safeguard?: Safeguard } {
  const { text, backing } = unmark(textOf(safeguard));
  const copyFrom = textOf(link);
  const [label = '', ...rest] = text.split(BETWEEN);
  const type = safeguardOf(label);
  if (type === undefined) {
    noteUnprotected(text === '' ? undefined : safeguard, copyFrom === '' ? undefined : link, notes);
    return {};
  }
  const more = rest.join(BETWEEN);
  return {
    safeguard: { type, ...(more === '' ? {} : { text: wording(more) }), ...(copyFrom === '' ? {} : { copyFrom }), ...backing },
  };
}

function noteUnprotected(safeguard: Held | undefined, link: Held | undefined, notes: ImportNotes): void {
  if (safeguard !== undefined)
    notes.add(
      safeguard,
      'this names no safeguard of Art. 45 to 49 GDPR that is understood',
      'name it as the template does: Clauses contractuelles types, …',
    );
  else if (link !== undefined)
    notes.add(link, 'a document is named, and not which safeguard it is: it is not imported', 'name the safeguard beside it');
}

function textOf(held: Held | undefined): string {
  return held === undefined || saysNothing(held.text) ? '' : held.text;
}
