import { isObjectedTo } from '../identity/contact-facts.js';
import { gateNow } from '../proof/gate-now.js';
import { proofStanding } from '../proof/proof-standing.js';
import { isFresh } from '../staff/principal.js';
import type { DataRequest } from './data-request.js';
import type { Viewer } from './desk.js';
import { Refused } from './refused.js';

/** What has to hold for an event to happen, beside the state. */
export type Guard =
  | 'proved'
  | 'doubtful-match'
  | 'settled-matches'
  | 'evidence'
  | 'archive'
  | 'problem'
  | 'fresh-proof-or-open-gate'
  | 'settled-ledger'
  | 'sure-enough'
  | 'reason'
  | 'outstanding'
  | 'answered'
  | 'unanswered'
  | 'nothing-kept';

/** What guards look at. */
export interface GuardTerms {
  /** As it would be afterwards, but for its state. */
  readonly request: DataRequest;
  readonly viewer: Viewer;
  /** The store's time. */
  readonly now: Date;
  /** Whether an identifier that can be searched is proved: that is sealed, so whoever opened it says so. */
  readonly isProved?: boolean;
  /** Why it was decided so, in a person's words. */
  readonly reason?: string;
}

interface GuardRule {
  /** What has to hold, for people. */
  readonly says: string;
  readonly holds: (terms: GuardTerms) => boolean;
  readonly refusal: (terms: GuardTerms) => Refused;
}

/** Every guard: what it demands, and how it refuses. One place for all of them, whoever calls. */
export const GUARDS: Readonly<Record<Guard, GuardRule>> = {
  proved: {
    says: 'something that can be searched is proved: a name or a birth date alone is not',
    holds: ({ isProved }) => isProved === true,
    refusal: refusing(
      'INVALID_INPUT',
      'Nothing that can be searched is proved by this: a name or a birth date never matches alone.',
    ),
  },
  'doubtful-match': {
    says: 'a match waits for a human',
    holds: ({ request }) => request.queued > 0,
    refusal: refusing('WRONG_STATE', 'No match of this request waits for a decision.'),
  },
  'settled-matches': {
    says: 'no match waits for a human',
    holds: ({ request }) => request.queued === 0,
    refusal: refusing('WRONG_STATE', 'Matches of this request wait for a decision.'),
  },
  evidence: {
    says: 'what was found is kept, and whether it is everything is known',
    holds: ({ request }) => request.generation !== undefined && request.evidenceIndex !== undefined && isCounted(request),
    refusal: refusing('WRONG_STATE', 'Nothing has been gathered for this request.'),
  },
  archive: {
    says: 'the archive is there',
    holds: ({ request }) => request.archive !== undefined,
    refusal: refusing('WRONG_STATE', 'This request has no archive.'),
  },
  problem: {
    says: 'what went wrong is said',
    holds: ({ request }) => request.problem !== undefined,
    refusal: refusing('INVALID_INPUT', 'It has to be said what went wrong.'),
  },
  'fresh-proof-or-open-gate': {
    says: 'a person has proved within five minutes that it is them; by itself only where the gate is open for a copy and nothing is missing',
    holds: ({ request, viewer, now }) => (viewer.actor.kind === 'system' ? isOpen(request) : isFresh(viewer, now)),
    refusal: ({ viewer }) =>
      viewer.actor.kind === 'system'
        ? new Refused('WRONG_STATE', 'This answer does not go out by itself.', 'An officer has to release it.')
        : new Refused(
            'STEP_UP_REQUIRED',
            'This needs a fresh proof that it is you.',
            'Confirm with your second factor, and try again.',
          ),
  },
  'settled-ledger': {
    says: 'nothing is missing, or a reason says why it goes out nevertheless',
    holds: ({ request, reason = '' }) => request.complete === true || reason.trim() !== '',
    refusal: refusing(
      'INCOMPLETE',
      'Something is missing in this answer.',
      'Search again, or give the reason to release it as it is.',
    ),
  },
  'sure-enough': {
    says: 'it is as sure who asks as it has to be, and no contact on record objects, or a reason says why it goes out nevertheless',
    holds: ({ request, reason = '' }) => reason.trim() !== '' || (proofStanding(request).isEnough && !isObjectedTo(request)),
    refusal: ({ request }) => {
      if (isObjectedTo(request)) {
        return new Refused(
          'INCOMPLETE',
          'Somebody who reads an address on record says that they did not ask.',
          'Find out who asks, and refuse or cancel it, or give the reason to release it as it is.',
        );
      }
      const { required, reached } = proofStanding(request);
      return new Refused(
        'INCOMPLETE',
        `It is not sure enough who asks: ${reached ?? 'nothing'} is proved, and ${required} is needed.`,
        'Look at `request { proof }` for what would prove it, or give the reason to release it as it is.',
      );
    },
  },
  reason: {
    says: 'a reason is given',
    holds: ({ reason = '' }) => reason.trim() !== '',
    refusal: refusing('INVALID_INPUT', 'This needs a reason.'),
  },
  outstanding: {
    says: 'where an answer went out, something was missing in it',
    holds: ({ request }) => request.answers?.at(-1)?.complete !== true,
    refusal: refusing('WRONG_STATE', 'Nothing was missing in this answer.'),
  },
  answered: {
    says: 'an answer went out, to which this would have been an addition',
    holds: ({ request }) => (request.answers ?? []).length > 0,
    refusal: refusing('WRONG_STATE', 'No answer to this request went out.'),
  },
  unanswered: {
    says: 'no answer went out before',
    holds: ({ request }) => (request.answers ?? []).length === 0,
    refusal: refusing('WRONG_STATE', 'This request was answered.', 'Cancel it, to leave it at that.'),
  },
  'nothing-kept': {
    says: 'the key and everything that was sealed under it are gone with it',
    holds: ({ request }) => PERSONAL_FIELDS.every((field) => request[field] === undefined),
    refusal: refusing('WRONG_STATE', 'What is shredded keeps nothing.'),
  },
};

/** The fields that a shredded request has no more. */
export const PERSONAL_FIELDS = [
  'dataKey',
  'subjectFile',
  'caseFile',
  'generation',
  'evidenceIndex',
  'searchMemory',
  'retriedSource',
  'archive',
] as const;

/** Whether an answer may go out by itself: the gate is open for a copy, nobody acts for another, and nothing is missing (OUT-08). */
export function isOpen(request: DataRequest): boolean {
  const gate = gateNow(request);
  const isForAnother = request.proof?.onBehalf !== undefined;
  return request.complete === true && !isForAnother && gate?.release === 'automatic' && gate.answer === 'copy';
}

/** Throws the `Refused` of the first guard that does not hold. */
export function requireGuards(guards: readonly Guard[], terms: GuardTerms): void {
  const failed = guards.find((guard) => !GUARDS[guard].holds(terms));
  if (failed !== undefined) throw GUARDS[failed].refusal(terms);
}

function isCounted({ complete }: DataRequest): boolean {
  return complete !== undefined;
}

function refusing(...refusal: ConstructorParameters<typeof Refused>): () => Refused {
  return () => new Refused(...refusal);
}
