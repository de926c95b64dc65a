import { keepChange, lockRequest } from '../request/change-request.js';
import { happenedAt } from '../request/clock/note-on-clock.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { notFound, Refused } from '../request/refused.js';
import { requireFreshProof } from '../staff/principal.js';
import { type Breach, type BreachEnd, type BreachOutcome, isLate } from './breach.js';
import { withBreachWords } from './breach-words.js';

/** What became of it. */
export interface EndOfBreach {
  readonly outcome: BreachOutcome;
  /** What was done and why, and why it took longer than 72 hours where it did. Sealed; none once nothing can be sealed any more. */
  readonly words?: string;
  /** When the authority was notified, or it was decided that it need not be: where that was earlier than now. */
  readonly at?: Date;
}

/**
 * Ends a breach (DEL-03): the officer says what came of it, and when. Throws `Refused`: `STEP_UP_REQUIRED` without a fresh proof, `NOT_FOUND`
 * for no such breach, `WRONG_STATE` where it was ended already, `INVALID_INPUT` for words that are missing and a time that cannot be.
 */
export async function endBreach(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { breach: which, ...given }: EndOfBreach & { readonly breach: string },
): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) => {
    const { now } = transaction;
    requireFreshProof(viewer, now);
    const request = await lockRequest(transaction, viewer, id);
    const { breaches = [] } = request;
    const breach = openBreach(breaches, which);
    const end: BreachEnd = { outcome: given.outcome, at: endedAt(breach, given, now).toISOString(), by: viewer.actor.id };
    const said = { about: which, event: 'end', by: viewer.actor.id, at: now.toISOString() } as const;
    const sealed = await withBreachWords(desk, request, { ...said, text: given.words });
    const ended: Breach = { ...breach, end };
    const details = { breach: which, outcome: end.outcome, at: end.at, isLate: isLate(ended, now) };
    return keepChange(
      transaction,
      { ...request, ...sealed, breaches: breaches.map((each) => (each === breach ? ended : each)) },
      { desk, viewer, action: 'breach.end', details },
    );
  });
  desk.wake();
  return changed;
}

function openBreach(breaches: readonly Breach[], id: string): Breach {
  const breach = breaches.find((each) => each.id === id);
  if (breach === undefined) throw notFound('breach');
  if (breach.end !== undefined)
    throw new Refused('WRONG_STATE', 'This breach was ended already.', 'Note another one, if there is.');
  return breach;
}

function endedAt({ knownAt }: Breach, { at: given }: EndOfBreach, now: Date): Date {
  const at = happenedAt(given, now);
  if (at >= new Date(knownAt)) return at;
  throw new Refused('INVALID_INPUT', 'This was before the breach was known.', 'Say when it was decided.');
}
