import type { Actor } from '../audit/audit-entry.js';
import { isTokenScope, type Permission } from '../staff/permissions.js';
import type { DataRequest, RequestState } from './data-request.js';
import type { Guard } from './guards.js';

/** What happens to a request: by a person, or by the work on it. */
export type RequestEvent =
  | 'attest'
  | 'start'
  | 'matches-doubtful'
  | 'matches-settled'
  | 'review'
  | 'gathered'
  | 'assembled'
  | 'rule'
  | 'pause'
  | 'resume'
  | 'fail'
  | 'retry'
  | 'confirm'
  | 'release'
  | 'settle'
  | 'refuse'
  | 'lapse'
  | 'cancel'
  | 'shred';

/** Where an event leads. `resumes` is where the request was before it was stopped. */
export type Target = RequestState | 'resumes';

/** Who may bring an event about. */
export interface Bringers {
  /** People and programs who have one of these; programs only where a token can be given it. */
  readonly permissions?: readonly Permission[];
  /** The person who asked, on the pages. */
  readonly subject?: true;
  /** The work by itself, or the time that is over. */
  readonly work?: true;
}

/** When an event can happen, who brings it about, what has to hold, and where it leads. */
export interface Transition {
  readonly from: readonly RequestState[];
  readonly to: Target;
  readonly by: Bringers;
  /** In the order in which they are looked at. */
  readonly guards: readonly Guard[];
}

const WORKING: readonly RequestState[] = ['searching', 'gathering', 'assembling'];
/** The states in which something can still be decided. */
export const UNDECIDED: readonly RequestState[] = [
  'received',
  'ready',
  ...WORKING,
  'in_review',
  'awaiting_release',
  'paused',
  'needs_attention',
];
const DECIDED: readonly RequestState[] = ['released', 'refused', 'cancelled'];

const BY_WORK: Bringers = { work: true };

/** Every event. What is not here cannot happen. */
export const TRANSITIONS: Readonly<Record<RequestEvent, Transition>> = {
  attest: {
    from: ['received', 'ready'],
    to: 'ready',
    by: { permissions: ['request.attest'], subject: true },
    guards: ['proved'],
  },
  start: {
    from: ['ready'],
    to: 'searching',
    by: { permissions: ['request.start', 'request.handOver'], subject: true },
    guards: [],
  },
  'matches-doubtful': { from: ['searching', 'gathering'], to: 'in_review', by: BY_WORK, guards: ['doubtful-match'] },
  'matches-settled': { from: ['searching'], to: 'gathering', by: BY_WORK, guards: ['settled-matches'] },
  review: { from: ['in_review'], to: 'searching', by: { permissions: ['match.review'] }, guards: ['settled-matches'] },
  gathered: { from: ['gathering'], to: 'assembling', by: BY_WORK, guards: ['settled-matches', 'evidence'] },
  assembled: { from: ['assembling'], to: 'awaiting_release', by: BY_WORK, guards: ['evidence', 'archive'] },
  rule: { from: ['awaiting_release'], to: 'assembling', by: { permissions: ['match.review'] }, guards: ['evidence'] },
  pause: { from: WORKING, to: 'paused', by: { permissions: ['request.pause'] }, guards: [] },
  resume: { from: ['paused'], to: 'resumes', by: { permissions: ['request.pause'] }, guards: [] },
  fail: { from: WORKING, to: 'needs_attention', by: BY_WORK, guards: ['problem'] },
  retry: {
    from: ['needs_attention', 'in_review', 'awaiting_release', 'released'],
    to: 'searching',
    by: { permissions: ['request.start', 'task.end'], work: true },
    guards: ['outstanding'],
  },
  // A contact on record was proved, for which an answer to a new one waited (IDV-09)
  confirm: { from: ['awaiting_release'], to: 'searching', by: { subject: true }, guards: ['proved'] },
  release: {
    from: ['awaiting_release'],
    to: 'released',
    by: { permissions: ['request.release'], work: true },
    guards: ['fresh-proof-or-open-gate', 'settled-ledger', 'sure-enough', 'archive'],
  },
  settle: {
    from: [...WORKING, 'in_review', 'awaiting_release', 'paused', 'needs_attention'],
    to: 'released',
    by: { permissions: ['request.cancel'], subject: true },
    guards: ['answered', 'reason'],
  },
  refuse: { from: UNDECIDED, to: 'refused', by: { permissions: ['request.refuse'] }, guards: ['unanswered', 'reason'] },
  // Nobody has proved who asks, and the month is nearly over (IDV-08)
  lapse: { from: ['received'], to: 'refused', by: BY_WORK, guards: ['unanswered', 'reason'] },
  cancel: {
    from: UNDECIDED,
    to: 'cancelled',
    by: { permissions: ['request.cancel'], subject: true },
    guards: ['unanswered', 'reason'],
  },
  shred: { from: DECIDED, to: 'shredded', by: { permissions: ['request.shred'], work: true }, guards: ['nothing-kept'] },
};

/** Every event, in the order of the table. */
export const REQUEST_EVENTS = Object.keys(TRANSITIONS) as readonly RequestEvent[];

/** Where an event leads a request, or `undefined` where it cannot happen. */
export function nextState(
  { state, resumesIn }: Pick<DataRequest, 'state' | 'resumesIn'>,
  event: RequestEvent,
): RequestState | undefined {
  const { from, to } = TRANSITIONS[event];
  if (!from.includes(state)) return undefined;
  return to === 'resumes' ? resumesIn : to;
}

/** Whether somebody of this kind may bring an event about at all. Which of them may in a controller is said by their permissions. */
export function mayBring(event: RequestEvent, kind: Actor['kind']): boolean {
  const { permissions = [], subject, work } = TRANSITIONS[event].by;
  const bringers: Readonly<Record<Actor['kind'], boolean>> = {
    staff: permissions.length > 0,
    service: permissions.some(isTokenScope),
    system: work === true,
    nobody: subject === true,
  };
  return bringers[kind];
}

/** Whether nothing is decided about a request any more. */
export function isDecided({ state }: Pick<DataRequest, 'state'>): boolean {
  return !UNDECIDED.includes(state);
}

/** The events that people may bring about in this state. */
export function possibleEvents(request: Pick<DataRequest, 'state' | 'resumesIn'>): readonly RequestEvent[] {
  return REQUEST_EVENTS.filter((event) => mayBring(event, 'staff') && nextState(request, event) !== undefined);
}
