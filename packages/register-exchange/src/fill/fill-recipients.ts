import { type Activity, type Recipient, type Register, type Safeguard, thirdCountriesOf } from '@habeas/core/law';
import type { TemplateRow } from '../template/template.js';
import { roleLabel, safeguardLabel } from '../text/choices.js';
import { mark } from '../text/mark.js';
import { placeText, recipientLines } from '../text/recipient-lines.js';
import { oneLine, row } from './row.js';

/** What stands where there are none, as opposed to where nobody says whether there are any. */
const NONE = 'Aucun';

/** The rows of the recipients, in the order of the register. */
export function recipientRows(register: Register, activity: Activity): readonly TemplateRow[] {
  if (activity.recipients === undefined) return [row('recipient', 'Destinataire 1', {})];
  if (activity.recipients.length === 0) return [row('recipient', 'Destinataire 1', { precision: NONE })];
  return recipientsOf(register, activity).map((recipient, index) =>
    row('recipient', `Destinataire ${String(index + 1)}`, {
      type: roleLabel(recipient.role),
      precision: recipientLines(recipient),
    }),
  );
}

/** The rows of the transfers: recipients that are outside the European Economic Area, or may be anywhere. */
export function transferRows(register: Register, activity: Activity): readonly TemplateRow[] {
  const abroad = recipientsOf(register, activity).filter(
    (recipient) => recipient.safeguard !== undefined || thirdCountriesOf(recipient).length > 0,
  );
  if (abroad.length === 0) return [row('transfer', 'Organisme destinataire 1', {})];
  return abroad.map(({ title, name, location, safeguard }, index) =>
    row('transfer', `Organisme destinataire ${String(index + 1)}`, {
      recipient: oneLine(name ?? title.fr),
      country: location === undefined ? undefined : mark(placeText(location), location),
      safeguard: safeguard === undefined ? undefined : safeguardText(safeguard),
      link: safeguard?.copyFrom === undefined ? undefined : oneLine(safeguard.copyFrom),
    }),
  );
}

function safeguardText(safeguard: Safeguard): string {
  const label = safeguardLabel(safeguard.type);
  return mark(safeguard.text === undefined ? label : `${label} : ${oneLine(safeguard.text.fr)}`, safeguard);
}

function recipientsOf(register: Register, { recipients = [] }: Activity): readonly Recipient[] {
  return recipients.flatMap((id) => register.recipients[id] ?? []);
}
