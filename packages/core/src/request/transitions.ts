import type { DataRequest, RequestState } from './data-request.js';

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
  | 'release'
  | 'refuse'
  | 'cancel'
  | 'shred';

/** Where an event leads. `resumes` is where the request was before it was stopped. */
type Target = RequestState | 'resumes';

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

/** Every event, the states it may happen in, and where it leads. What is not here cannot happen. */
export const TRANSITIONS: Readonly<Record<RequestEvent, { readonly from: readonly RequestState[]; readonly to: Target }>> = {
  attest: { from: ['received', 'ready'], to: 'ready' },
  start: { from: ['ready'], to: 'searching' },
  'matches-doubtful': { from: ['searching', 'gathering'], to: 'in_review' },
  'matches-settled': { from: ['searching'], to: 'gathering' },
  review: { from: ['in_review', 'awaiting_release'], to: 'searching' },
  gathered: { from: ['gathering'], to: 'assembling' },
  assembled: { from: ['assembling'], to: 'awaiting_release' },
  rule: { from: ['awaiting_release'], to: 'assembling' },
  pause: { from: WORKING, to: 'paused' },
  resume: { from: ['paused'], to: 'resumes' },
  fail: { from: WORKING, to: 'needs_attention' },
  retry: { from: ['needs_attention', 'in_review', 'awaiting_release'], to: 'searching' },
  release: { from: ['awaiting_release'], to: 'released' },
  refuse: { from: UNDECIDED, to: 'refused' },
  cancel: { from: UNDECIDED, to: 'cancelled' },
  shred: { from: DECIDED, to: 'shredded' },
};

/** Where an event leads a request, or `undefined` where it cannot happen. */
export function nextState(
  { state, resumesIn }: Pick<DataRequest, 'state' | 'resumesIn'>,
  event: RequestEvent,
): RequestState | undefined {
  const { from, to } = TRANSITIONS[event];
  if (!from.includes(state)) return undefined;
  return to === 'resumes' ? resumesIn : to;
}

/** Whether nothing is decided about a request any more. */
export function isDecided({ state }: Pick<DataRequest, 'state'>): boolean {
  return !UNDECIDED.includes(state);
}

/** The events that people may bring about in this state. */
export function possibleEvents(request: Pick<DataRequest, 'state' | 'resumesIn'>): readonly RequestEvent[] {
  return BY_PEOPLE.filter((event) => nextState(request, event) !== undefined);
}

const BY_PEOPLE: readonly RequestEvent[] = [
  'attest',
  'start',
  'review',
  'rule',
  'pause',
  'resume',
  'retry',
  'release',
  'refuse',
  'cancel',
  'shred',
];
