import { addMonths } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import type { Transaction } from '../ports/store.js';
import { requireFreshProof } from '../staff/principal.js';
import { identifierKey } from '../subject/identifier-key.js';
import { mayBeSearched } from '../subject/subject.js';
import type { WorkDesk } from '../work/step-context.js';
import type { DataRequest } from './data-request.js';
import { endRequest } from './decide-request.js';
import type { Viewer } from './desk.js';
import { subjectOf } from './given-subject.js';
import { isProved } from './open-request.js';
import type { RefusalGround } from './refusal-ground.js';
import { notFound, Refused } from './refused.js';
import { citesLaw, saysNoGround } from './says-no-ground.js';
import { openSubjectFile } from './sealed-files.js';

/** A ground as the officer gives it: of a repetition, the earlier request, since its interval is not theirs to say. */
export type ClaimedGround =
  | Exclude<RefusalGround, { readonly ground: 'excessive' }>
  | { readonly ground: 'excessive'; readonly repeats: string; readonly evidence: string };

/** A refusal with its ground. */
export interface GroundedRefusal {
  /** What the subject reads on the page of the request, in plain words. */
  readonly reason: string;
  readonly claimed: ClaimedGround;
}

/** Months after which a repeated request is never excessive (OUT-04). */
const NEVER_EXCESSIVE_AFTER = 12;

/**
 * Refuses a request on a ground of the law, by a person who has just proved that it is them (OUT-03, OUT-05, OUT-07). The interval since
 * the request that is repeated is worked out here (OUT-04). Throws `Refused`: `REFUSED` for whoever is no person; `STEP_UP_REQUIRED`;
 * `INVALID_INPUT` where evidence or a cited law is missing; `NOT_FOUND` without the earlier request; `WRONG_STATE` where that is a year
 * old, of another person or another scope, or where that can no longer be shown.
 */
export function refuseOnGround(
  desk: WorkDesk,
  viewer: Viewer,
  id: string,
  { reason, claimed }: GroundedRefusal,
): Promise<DataRequest> {
  const ground = async (request: DataRequest, transaction: Transaction): Promise<RefusalGround> => {
    if (viewer.actor.kind !== 'staff') throw new Refused('REFUSED', 'A person decides this, and no program (OUT-03).');
    requireFreshProof(viewer, transaction.now);
    return claimed.ground === 'excessive' ? repetition(desk, transaction, request, claimed) : shown(claimed);
  };
  return endRequest(desk, viewer, id, { event: 'refuse', reason, ground });
}

type ShownGround = Exclude<ClaimedGround, { readonly ground: 'excessive' }>;

function shown(claimed: ShownGround): ShownGround {
  switch (claimed.ground) {
    case 'manifestly_unfounded':
      return { ...claimed, evidence: saidWords(claimed.evidence, 'what shows that it is manifestly unfounded') };
    case 'abuse': {
      const aim = saidWords(claimed.aim, 'what shows that the aim of the right is not pursued (C-526/24)');
      return { ...claimed, aim, intent: saidWords(claimed.intent, 'what shows the intent to gain by artifice (C-526/24)') };
    }
    case 'legal_restriction': {
      if (!citesLaw(claimed.lawRef)) {
        const remedy = 'Cite the provision, with its number: "confidential" alone restricts nothing (Art. 23).';
        throw new Refused('INVALID_INPUT', 'No law is cited that restricts the right.', remedy);
      }
      return { ...claimed, lawRef: claimed.lawRef.trim(), why: saidWords(claimed.why, 'how the law applies here') };
    }
  }
}

function saidWords(words: string, what: string): string {
  if (!saysNoGround(words)) return words.trim();
  const excluded = 'Effort, volume, no motive, tone, a dispute, an earlier abuse or "confidential" are no ground.';
  throw new Refused('INVALID_INPUT', `It is not said ${what}.`, excluded);
}

async function repetition(
  desk: WorkDesk,
  { requests }: Transaction,
  request: DataRequest,
  { repeats, evidence }: Extract<ClaimedGround, { readonly ground: 'excessive' }>,
): Promise<RefusalGround> {
  const earlier = await requests.get(request.controller, repeats);
  if (earlier === undefined) throw notFound('earlier request');
  const isEarlier = earlier.id !== request.id && earlier.receivedAt <= request.receivedAt;
  if (!isEarlier) throw new Refused('INVALID_INPUT', 'What is repeated came before.', 'Name the earlier request.');
  const { zone } = desk.clocks.settingsOf(request.controller);
  const lastRequestOn = dateIn(earlier.receivedAt, zone);
  if (dateIn(request.receivedAt, zone) >= addMonths(lastRequestOn, NEVER_EXCESSIVE_AFTER)) {
    throw new Refused('WRONG_STATE', `The earlier request is of ${lastRequestOn}: after a year none is excessive.`, 'Answer it.');
  }
  if ([...earlier.rights].sort().join() !== [...request.rights].sort().join()) {
    throw new Refused('WRONG_STATE', 'The earlier request has another scope: this one does not repeat it.', 'Answer it.');
  }
  if (!(await isOfSamePerson(desk, earlier, request))) {
    throw new Refused('WRONG_STATE', 'That both requests are of one person is not proved.', 'Answer it.');
  }
  return { ground: 'excessive', lastRequestOn, evidence: saidWords(evidence, 'what shows that it is excessive') };
}

/** Whether something is proved in both by which a source can be asked. What was destroyed of the earlier one shows nothing any more. */
async function isOfSamePerson(desk: WorkDesk, earlier: DataRequest, request: DataRequest): Promise<boolean> {
  if (earlier.subjectFile === undefined) return false;
  const [before, now] = [await provedKeys(desk, earlier), await provedKeys(desk, request)];
  return before.some((key) => now.includes(key));
}

async function provedKeys({ vault, sources }: WorkDesk, request: DataRequest): Promise<readonly string[]> {
  const { identifiers } = await openSubjectFile(vault, request);
  if (!isProved(identifiers)) return [];
  const subject = subjectOf(identifiers, sources.phoneRegionOf(request.controller));
  return subject.identifiers.filter(mayBeSearched).map(({ identifier }) => identifierKey(identifier));
}
