import { type FoundIdentifier, Secret } from '@habeas/connector-sdk';
import type { Discovery } from '../discovery/discovery.js';
import { openDiscovery } from '../discovery/open-discovery.js';
import type { DiscoveryLimits } from '../discovery/limits.js';
import type { DataRequest, GivenText } from '../request/data-request.js';
import { subjectOf } from '../request/given-subject.js';
import { identifierKey, isSearchable } from '../subject/identifier-key.js';
import type { WorkDesk } from '../work/step-context.js';
import { MOST_CONTACTS } from './address-proof.js';
import type { ProbeOutcome } from './contact-facts.js';

/** What a look at the contacts on record came to: the mailboxes of one person, or why a human has to look. */
export type Probe =
  | { readonly outcome: 'found'; readonly contacts: readonly Secret<string>[] }
  | { readonly outcome: Exclude<ProbeOutcome, 'codes_sent'> };

/** One round, few hits and few tries: it looks for contacts, and gathers nothing. */
const LIMITS: Partial<DiscoveryLimits> = { rounds: 1, hitsPerSource: 100, attempts: 2, maxDelayMs: 5_000 };
/** Who gives more is looked at by a person. */
const MOST_GIVEN = 20;
/** Taken for proved by this look alone, and forgotten with it. */
const LOOKED_FOR = 'looked for';

/**
 * Looks which addresses stand in the records that match what a requester gave, proved or not (IDV-02, R57). Nothing is read, and nothing is
 * kept but those addresses. What could not be searched to its end is never "nothing found", and records that may be several people's have no
 * contacts: both are for a human.
 */
export async function probeContacts(
  { sources, clock, random }: Pick<WorkDesk, 'sources' | 'clock' | 'random'>,
  { controller }: Pick<DataRequest, 'controller'>,
  given: readonly GivenText[],
  signal: AbortSignal,
): Promise<Probe> {
  const lookedFor = given.map((each) => (isSearchable(each) ? { ...each, provedBy: LOOKED_FOR } : each));
  if (given.filter(isSearchable).length > MOST_GIVEN) return { outcome: 'failed' };
  const run = openDiscovery({
    sources: sources.bindingsOf(controller).filter(({ manual }) => manual === undefined),
    subject: subjectOf(lookedFor, sources.phoneRegionOf(controller)),
    limits: LIMITS,
    ...{ clock, random, signal },
  });
  try {
    const discovery = await run.discover();
    signal.throwIfAborted();
    return contactsOf(discovery);
  } finally {
    await run.close();
  }
}

function contactsOf(discovery: Discovery): Probe {
  const { included, queued } = discovery;
  if (!discovery.isSearched()) return { outcome: 'failed' };
  if (queued.length > 0) return { outcome: 'several_people' };
  if (included.length === 0) return { outcome: 'no_record' };
  const records = included.map(({ id }) => discovery.foundOn(id).filter(({ identifier }) => isSearchable(identifier)));
  if (!areLinked(records)) return { outcome: 'several_people' };
  return mailboxesOn(records.flat());
}

/** Whether the records hang together by what stands on them: two that share nothing may be two people's, whatever names they bear. */
function areLinked(records: readonly (readonly FoundIdentifier[])[]): boolean {
  const open = records.map((found) => found.map(({ identifier }) => identifierKey(identifier)));
  const reached = new Set(open.shift());
  for (;;) {
    const next = open.findIndex((keys) => keys.some((key) => reached.has(key)));
    if (next < 0) return open.length === 0;
    for (const key of open.splice(next, 1).flat()) reached.add(key);
  }
}

function mailboxesOn(found: readonly FoundIdentifier[]): Probe {
  const emails = found.filter(({ identifier }) => identifier.kind === 'email' && !identifier.shared);
  const addresses = [...new Set(emails.map(({ identifier }) => identifier.exact.reveal()))].sort();
  if (addresses.length === 0) return { outcome: 'no_contact' };
  if (addresses.length > MOST_CONTACTS) return { outcome: 'too_many' };
  return { outcome: 'found', contacts: addresses.map((address) => new Secret(address)) };
}
