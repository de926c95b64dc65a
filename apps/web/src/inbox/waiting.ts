import type { RequestState } from '../api/operations.generated.js';
import type { Filling, SayKey } from '../words/words.js';

/** The part of a request that tells what it waits for. */
export interface Waiter {
  readonly state: RequestState;
  readonly queued: number;
  readonly complete?: boolean | null | undefined;
  readonly tasks: readonly { readonly outcome?: string | null | undefined }[];
  readonly questions: readonly { readonly isOpen: boolean }[];
}

/** What a request waits for, and who has to act. */
export interface Waiting {
  readonly what: SayKey;
  readonly filling: Filling;
  readonly who: SayKey;
}

const WHO: Readonly<Record<RequestState, SayKey>> = {
  received: 'who.handler',
  ready: 'who.handler',
  searching: 'who.service',
  in_review: 'who.reviewer',
  gathering: 'who.service',
  assembling: 'who.service',
  awaiting_release: 'who.officer',
  released: 'who.nobody',
  refused: 'who.nobody',
  cancelled: 'who.nobody',
  paused: 'who.handler',
  needs_attention: 'who.handler',
  shredded: 'who.nobody',
};
const DECIDED: ReadonlySet<RequestState> = new Set(['released', 'refused', 'cancelled', 'shredded']);

/** What comes first: an open question, then searches by hand that hold the answer up, then what the state says. */
export function waitingOf({ state, queued, complete, tasks, questions }: Waiter): Waiting {
  const openTasks = tasks.filter(({ outcome }) => outcome === null || outcome === undefined).length;
  const isOpen = !DECIDED.has(state);
  if (isOpen && questions.some((question) => question.isOpen)) return { what: 'waits.question', filling: {}, who: 'who.subject' };
  if (isOpen && openTasks > 0 && state !== 'in_review' && state !== 'received')
    return { what: 'waits.task', filling: { count: openTasks }, who: 'who.handler' };
  if (state === 'awaiting_release' && complete === false) return { what: 'waits.incomplete', filling: {}, who: WHO[state] };
  return { what: `waits.${state}`, filling: { count: queued }, who: WHO[state] };
}
