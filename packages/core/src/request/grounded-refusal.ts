import { standingOf } from '../fee/fee.js';
import type { Transaction } from '../ports/store.js';
import { requireFreshProof } from '../staff/principal.js';
import type { WorkDesk } from '../work/step-context.js';
import type { DataRequest } from './data-request.js';
import { endRequest, type RefusalBasis } from './decide-request.js';
import type { Viewer } from './desk.js';
import { earlierRequest, repeatedOn } from './earlier-request.js';
import type { RefusalGround } from './refusal-ground.js';
import { Refused } from './refused.js';
import { saidWords } from './said-words.js';
import { citesLaw } from './says-no-ground.js';

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

/**
 * Refuses a request on a ground of the law, by a person who has just proved that it is them (OUT-03, OUT-05, OUT-07). The interval since
 * the request that is repeated is worked out here (OUT-04). Throws `Refused`: `REFUSED` for whoever is no person; `STEP_UP_REQUIRED`;
 * `INVALID_INPUT` where evidence or a cited law is missing; `NOT_FOUND` without the earlier request; `WRONG_STATE` where that is a year
 * old, of another person or another scope, or where that can no longer be shown, and where a fee was accepted for the excess.
 */
export function refuseOnGround(
  desk: WorkDesk,
  viewer: Viewer,
  id: string,
  { reason, claimed }: GroundedRefusal,
): Promise<DataRequest> {
  const basis = async (request: DataRequest, transaction: Transaction): Promise<RefusalBasis> => {
    requirePerson(viewer, transaction.now);
    requireUncharged(request, claimed);
    const ground = claimed.ground === 'excessive' ? await repetition(desk, transaction, request, claimed) : shown(claimed);
    return { ground };
  };
  return endRequest(desk, viewer, id, { event: 'refuse', reason, basis });
}

/** Of an excess there is a fee or a refusal, not both (Art. 12(5)). */
function requireUncharged({ fee }: DataRequest, { ground }: ClaimedGround): void {
  const isExcess = ground === 'manifestly_unfounded' || ground === 'excessive';
  if (!isExcess || fee === undefined || standingOf(fee) === 'announced' || standingOf(fee) === 'waived') return;
  throw new Refused(
    'WRONG_STATE',
    `The fee for this request is ${standingOf(fee)}: it is answered, and not refused.`,
    'Answer it.',
  );
}

/** Throws `Refused`: `REFUSED` for whoever is no person (OUT-03), and `STEP_UP_REQUIRED` where they have not just proved that it is them. */
export function requirePerson(viewer: Viewer, now: Date): void {
  if (viewer.actor.kind !== 'staff') throw new Refused('REFUSED', 'A person decides this, and no program (OUT-03).');
  requireFreshProof(viewer, now);
}

type ShownGround = Exclude<ClaimedGround, { readonly ground: 'excessive' }>;

function shown(claimed: ShownGround): ShownGround {
  switch (claimed.ground) {
    case 'manifestly_unfounded':
      return { ...claimed, evidence: saidUnfounded(claimed.evidence) };
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

/** What shows that a request is manifestly unfounded; as {@link saidWords}. */
export function saidUnfounded(evidence: string): string {
  return saidWords(evidence, 'what shows that it is manifestly unfounded');
}

/** That a request excessively repeats another one, with what shows it. Throws `Refused` as {@link refuseOnGround} says. */
export async function repetition(
  desk: WorkDesk,
  transaction: Transaction,
  request: DataRequest,
  { repeats, evidence }: Pick<Extract<ClaimedGround, { readonly ground: 'excessive' }>, 'repeats' | 'evidence'>,
): Promise<Extract<RefusalGround, { readonly ground: 'excessive' }>> {
  const earlier = await earlierRequest(transaction, request, repeats);
  const lastRequestOn = await repeatedOn(desk, earlier, request);
  return { ground: 'excessive', lastRequestOn, evidence: saidWords(evidence, 'what shows that it is excessive') };
}
