import { type Discovery } from '../discovery/discovery.js';
import type { GivenText } from '../request/data-request.js';
import { mailboxesOf } from '../request/mailbox.js';
import { isSearchable } from '../subject/identifier-key.js';

/**
 * Whether an answer would go to an address that is new (IDV-09): no address that was proved stands on a record that is included, while other
 * records are, or something else was given that may lead to some. A mention in a free text, or in somebody else's field, is no contact.
 * Where nothing is found and a source did not answer, nobody knows yet: it is looked at again when that source is back.
 */
export function isContactNew(discovery: Discovery, identifiers: readonly GivenText[]): boolean {
  const proved = identifiers.filter(({ kind, provedBy }) => kind === 'email' && provedBy !== undefined);
  if (proved.length === 0 || standsOnRecord(discovery, proved)) return false;
  if (discovery.included.length > 0) return true;
  return discovery.isSearched() && identifiers.some((each) => isSearchable(each) && each.provedBy === undefined);
}

function standsOnRecord(discovery: Discovery, proved: readonly GivenText[]): boolean {
  const { included, identifiers } = discovery;
  const addresses = new Set(proved.flatMap(mailboxesOf).map((each) => each.reveal()));
  const emails = new Set(identifiers.filter(({ kind }) => kind === 'email').map(({ id }) => id));
  const led = included.filter(({ evidence }) => evidence.some(({ identifier }) => emails.has(identifier)));
  return led.some(({ id }) =>
    discovery.foundOn(id).some(({ identifier }) => identifier.kind === 'email' && addresses.has(identifier.exact.reveal())),
  );
}
