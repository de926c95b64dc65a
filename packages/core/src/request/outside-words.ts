import { openPause } from '../deadline/paused-days.js';
import type { ClockSettings, RequestClock } from '../deadline/request-clock.js';
import type { Transaction } from '../ports/store.js';
import { clockOf } from './clock/clock-of.js';
import { factsOf } from './clock/clock-facts.js';
import type { RefusalKind } from './case-file.js';
import type { DataRequest, RequestState } from './data-request.js';
import type { RefusalCode } from './refused.js';
import { isDecided, type RequestEvent } from './transitions.js';

/** A request status of the W3C Data Privacy Vocabulary: `https://w3id.org/dpv#RequestAccepted`. */
export type DpvRequestStatus =
  | 'RequestInitiated'
  | 'RequestAcknowledged'
  | 'RequestAccepted'
  | 'RequestRequiresAction'
  | 'RequestRequiredActionPerformed'
  | 'RequestActionDelayed'
  | 'RequestFulfilled'
  | 'RequestRejected'
  | 'RequestUnfulfilled'
  | 'RequestStatusQuery';

/** A status of the Data Rights Protocol 1.0, and why it is so where that has a word. */
export interface DrpStatus {
  readonly status: 'open' | 'in_progress' | 'fulfilled' | 'revoked' | 'denied' | 'expired';
  readonly reason?:
    | 'need_user_verification'
    | 'suspected_fraud'
    | 'insuf_verification'
    | 'no_match'
    | 'claim_not_covered'
    | 'outside_jurisdiction'
    | 'too_many_requests'
    | 'other';
}

/** A request status of OpenDSR 2.0. It has none for what was refused. */
export type OpenDsrStatus = 'pending' | 'in_progress' | 'completed' | 'cancelled';

/** What something is called outside. */
export interface OutsideWords {
  readonly dpv: DpvRequestStatus;
  readonly drp: DrpStatus;
  readonly openDsr: OpenDsrStatus;
}

const IN_PROGRESS: OutsideWords = { dpv: 'RequestAccepted', drp: { status: 'in_progress' }, openDsr: 'in_progress' };
const FULFILLED: OutsideWords = { dpv: 'RequestFulfilled', drp: { status: 'fulfilled' }, openDsr: 'completed' };
const DENIED: OutsideWords = { dpv: 'RequestRejected', drp: { status: 'denied', reason: 'other' }, openDsr: 'cancelled' };
const REVOKED: OutsideWords = { dpv: 'RequestUnfulfilled', drp: { status: 'revoked' }, openDsr: 'cancelled' };
const UNPROVED: OutsideWords = {
  dpv: 'RequestRequiresAction',
  drp: { status: 'in_progress', reason: 'need_user_verification' },
  openDsr: 'pending',
};

/** Each state, where nothing else is known. What is shredded goes by how it ended: see {@link outsideWords}. */
export const STATE_WORDS: Readonly<Record<RequestState, OutsideWords>> = {
  received: UNPROVED,
  ready: { dpv: 'RequestAcknowledged', drp: { status: 'in_progress' }, openDsr: 'pending' },
  searching: IN_PROGRESS,
  in_review: IN_PROGRESS,
  gathering: IN_PROGRESS,
  assembling: IN_PROGRESS,
  awaiting_release: IN_PROGRESS,
  released: FULFILLED,
  refused: DENIED,
  cancelled: REVOKED,
  paused: IN_PROGRESS,
  needs_attention: IN_PROGRESS,
  shredded: { ...FULFILLED, drp: { status: 'expired' } },
};

/** What each event makes of a request, as an entry of a log outside would name it. */
export const EVENT_WORDS: Readonly<Record<RequestEvent, OutsideWords>> = {
  attest: { dpv: 'RequestRequiredActionPerformed', drp: { status: 'in_progress' }, openDsr: 'pending' },
  start: IN_PROGRESS,
  'matches-doubtful': IN_PROGRESS,
  'matches-settled': IN_PROGRESS,
  review: IN_PROGRESS,
  gathered: IN_PROGRESS,
  assembled: IN_PROGRESS,
  rule: IN_PROGRESS,
  pause: IN_PROGRESS,
  resume: IN_PROGRESS,
  fail: IN_PROGRESS,
  retry: IN_PROGRESS,
  confirm: IN_PROGRESS,
  release: FULFILLED,
  settle: FULFILLED,
  refuse: DENIED,
  lapse: DENIED,
  cancel: REVOKED,
  shred: { ...FULFILLED, drp: { status: 'expired' } },
};

/** What a refusal that is more than its reason is called: it is no claim that this controller covers, nobody matches it, or it is not proved. */
export const REFUSED_AS_WORDS: Readonly<Record<RefusalKind, OutsideWords>> = {
  wrong_controller: { ...DENIED, drp: { status: 'denied', reason: 'claim_not_covered' } },
  unidentifiable: { ...DENIED, drp: { status: 'denied', reason: 'no_match' } },
  identity_not_proved: { ...DENIED, drp: { status: 'denied', reason: 'insuf_verification' } },
  authority_not_shown: { ...DENIED, drp: { status: 'denied', reason: 'insuf_verification' } },
};

/** How a refused call is answered outside: its HTTP status, which the Data Rights Protocol repeats as `code`; none of them ends a request (`fatal`). */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, { readonly status: number; readonly fatal: false }>> = {
  NOT_FOUND: { status: 404, fatal: false },
  WRONG_STATE: { status: 409, fatal: false },
  STALE_KEY: { status: 409, fatal: false },
  INVALID_INPUT: { status: 400, fatal: false },
  STEP_UP_REQUIRED: { status: 401, fatal: false },
  INCOMPLETE: { status: 409, fatal: false },
  CHANGED: { status: 409, fatal: false },
  REFUSED: { status: 401, fatal: false },
  LIMITED: { status: 429, fatal: false },
};

/** What a request is looked at with. */
export interface OutsideLook {
  readonly settings: ClockSettings;
  readonly at: Date;
  /** What it was before it was shredded. */
  readonly ended?: 'released' | 'refused' | 'cancelled';
  /** As what it was refused, where that is more than its reason. */
  readonly refusedAs?: RefusalKind;
}

/**
 * What a request is called outside, as it stands: a question that is open requires something of its subject, an extension that was told
 * delays it, and what is shredded is still what it ended as, but that nothing can be fetched any more.
 */
export function outsideWords(request: DataRequest, { settings, at, ended, refusedAs }: OutsideLook): OutsideWords {
  if (refusedAs !== undefined) return REFUSED_AS_WORDS[refusedAs];
  const words = STATE_WORDS[request.state];
  if (request.state === 'shredded') return shreddedWords(words, ended);
  if (isDecided(request) || request.state === 'received') return words;
  const asked = askedNow(clockOf(request, settings), settings, at);
  if (asked === 'identity') return { ...UNPROVED, openDsr: words.openDsr };
  if (asked === 'scope') return { ...words, dpv: 'RequestRequiresAction' };
  return factsOf(request).extension?.noticeSentAt === undefined ? words : { ...words, dpv: 'RequestActionDelayed' };
}

/** What an open question is about: in the UK pack also what was asked for and has not come (DLN-09). */
function askedNow(clock: RequestClock, settings: ClockSettings, at: Date): 'identity' | 'scope' | undefined {
  if (clock.demands.some(({ what, metAt }) => what !== 'fee' && metAt === undefined)) return 'identity';
  return openPause(clock, settings, at)?.question.kind;
}

function shreddedWords(words: OutsideWords, ended: OutsideLook['ended']): OutsideWords {
  return ended === undefined || ended === 'released' ? words : STATE_WORDS[ended];
}

const ENDS = ['release', 'refuse', 'lapse', 'cancel'] as const;

/** How a shredded request had ended, from its trail: its row does not say it any more. `undefined` for every other. */
export async function endOf({ audit }: Pick<Transaction, 'audit'>, request: DataRequest): Promise<OutsideLook['ended']> {
  if (request.state !== 'shredded') return undefined;
  const object = { type: 'request', id: request.id };
  const found = await Promise.all(
    ENDS.map((event) => audit.page(request.controller, { object, action: `request.${event}` }, { first: 1 })),
  );
  const index = found.findIndex(({ items }) => items.length > 0);
  return ([undefined, 'released', 'refused', 'refused', 'cancelled'] as const)[index + 1];
}
