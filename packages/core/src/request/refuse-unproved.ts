import { isObjectedTo } from '../identity/contact-facts.js';
import { viewProofFacts } from '../proof/proof-facts.js';
import { proofStanding } from '../proof/proof-standing.js';
import type { RefusalKind } from './case-file.js';
import type { DataRequest } from './data-request.js';
import { endRequest, type RefusalBasis } from './decide-request.js';
import type { Desk, Viewer } from './desk.js';
import { requirePerson } from './grounded-refusal.js';
import { Refused } from './refused.js';
import { saidWords } from './said-words.js';

/** As what a request is refused of which it stayed unproved who asks. */
export type UnprovedKind = Extract<RefusalKind, 'identity_not_proved' | 'authority_not_shown'>;

/**
 * As what a request can be refused since who asks stayed unproved; `undefined` where they are proved. Nobody has accepted that they act for
 * another; a contact on record says that they did not ask; or less is proved than its answer needs. That matches wait for a decision proves
 * nothing against anybody.
 */
export function unprovedAs(request: DataRequest): UnprovedKind | undefined {
  const { onBehalf, representation } = viewProofFacts(request);
  if (onBehalf !== undefined && representation?.outcome !== 'accepted') return 'authority_not_shown';
  const { isEnough } = proofStanding({ ...request, queued: 0 });
  return isEnough && !isObjectedTo(request) ? undefined : 'identity_not_proved';
}

/**
 * Refuses a request of which it stayed unproved who asks, by a person who has just proved that it is them (Art. 12(2) and (6); OUT-03). Throws
 * `Refused`: `REFUSED` for whoever is no person; `STEP_UP_REQUIRED`; `WRONG_STATE` where who asks is proved; `INVALID_INPUT` where the reason
 * does not say what is doubtful.
 */
export function refuseUnproved(desk: Desk, viewer: Viewer, id: string, reason: string): Promise<DataRequest> {
  return endRequest(desk, viewer, id, {
    event: 'refuse',
    reason,
    basis: (request, { now }): RefusalBasis => {
      requirePerson(viewer, now);
      const as = unprovedAs(request);
      if (as === undefined) throw proved();
      saidWords(reason, 'what remains doubtful');
      return { as };
    },
  });
}

function proved(): Refused {
  const grounds = 'manifestly_unfounded, excessive, abuse or legal_restriction, with what shows it (refuseOnGround)';
  return new Refused(
    'WRONG_STATE',
    'Who asks is proved: a refusal takes a ground of the law.',
    `Answer it, or refuse it as ${grounds}; as meant for another controller (answerWrongController), or since nobody can be identified (refuseUnidentifiable).`,
  );
}
