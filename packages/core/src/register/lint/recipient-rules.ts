import { isStated } from '../backing.js';
import { thirdCountriesOf } from '../economic-area.js';
import type { Recipient } from '../recipient.js';
import type { Register } from '../register.js';
import { isOutside } from '../required-items.js';
import type { LintFinding } from './lint.js';

/** RECIPIENT_UNNAMED: a recipient is told by category only, or recipients are not told at all (REP-03). */
export function unnamedRecipients({ recipients, activities }: Register): readonly LintFinding[] {
  const remedy = 'Name who receives the data, or say in unnamedBecause why that is not possible.';
  const untold = Object.entries(activities).filter(([, activity]) => activity.role.is !== 'processor' && !activity.recipients);
  return [
    ...Object.entries(recipients)
      .filter(([, recipient]) => isOutside(recipient) && !isNamed(recipient) && recipient.unnamedBecause === undefined)
      .map(([id, { title }]) => ({
        path: ['recipients', id],
        text: `The recipient "${title.en}" is not stated by name, and a person may know who it is (C-154/21).`,
        remedy,
      })),
    ...untold.map(([id]) => ({
      path: ['activities', id, 'recipients'],
      text: `Who receives the data of the activity "${id}" is not stated.`,
      remedy: `${remedy} An empty list states that nobody does.`,
    })),
  ];
}

/** TRANSFER_NO_SAFEGUARD: data go to a third country, and what protects them there is not stated (REP-04). */
export function unsafeTransfers({ recipients }: Register): readonly LintFinding[] {
  return Object.entries(recipients).flatMap(([id, recipient]) => {
    const countries = isOutside(recipient) ? thirdCountriesOf(recipient) : [];
    if (countries.length === 0 || (recipient.safeguard !== undefined && isStated(recipient.safeguard))) return [];
    const assumed = recipient.location !== undefined && !isStated(recipient.location) ? ' (assumed)' : '';
    return [
      {
        path: ['recipients', id],
        text: `Data go to ${countries.join(', ').replace('worldwide', 'any country')}${assumed}, to "${nameOf(recipient)}", and no safeguard is stated.`,
        remedy: 'State the adequacy decision, the clauses or the rules that protect them, and where a copy can be had.',
      },
    ];
  });
}

function isNamed(recipient: Recipient): boolean {
  return recipient.name !== undefined && isStated(recipient);
}

function nameOf({ name, title }: Recipient): string {
  return name ?? title.en;
}
