import { followLink, tellSubject } from '../mail/tell-subject.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { withNotedWords } from '../request/noted-words.js';
import { notFound, Refused } from '../request/refused.js';
import { type Duty, DUTY_OUTCOMES, type DutyOutcome } from './duty.js';

/** What became of a duty. */
export interface EndOfDuty {
  /** In its request: `d1`. */
  readonly duty: string;
  readonly outcome: DutyOutcome;
  /** To whom it was passed on and how, or what was decided and why. Sealed with the case; none once the request is shredded. */
  readonly words?: string;
}

/**
 * Ends a duty: somebody has done it outside this service, and says what came of it. A subject whose request was passed on to another
 * controller is told so (INT-07). Throws `Refused`: `NOT_FOUND`; `WRONG_STATE` where it was ended already; `INVALID_INPUT` for an outcome
 * of another kind, and for words that nothing can seal any more.
 */
export async function endDuty(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { duty: which, outcome, words }: EndOfDuty,
): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const { duties = [] } = request;
    const duty = openDuty(duties, which);
    requireOutcomeOf(duty, outcome);
    const at = transaction.now.toISOString();
    const { id: by } = viewer.actor;
    const sealed = await withNotedWords(desk, request, 'dutyWords', { about: which, event: 'end', by, at, text: words });
    const ended: Duty = { ...duty, end: { outcome, at, by } };
    const after = { ...request, ...sealed, duties: duties.map((each) => (each === duty ? ended : each)) };
    const details = { duty: which, kind: duty.kind, outcome };
    const kept = await keepChange(transaction, after, { desk, viewer, action: 'duty.end', details });
    // Whoever is shredded has no address any more that anybody could write to
    if (outcome === 'forwarded' && kept.dataKey !== undefined) {
      const facts = { reference: kept.reference, ...(await followLink(transaction, kept, desk)) };
      await tellSubject(transaction, kept, { kind: 'passed_on', facts }, { desk, viewer });
    }
    return kept;
  });
  desk.wake();
  return changed;
}

function openDuty(duties: readonly Duty[], id: string): Duty {
  const duty = duties.find((each) => each.id === id);
  if (duty === undefined) throw notFound('duty');
  if (duty.end !== undefined) throw new Refused('WRONG_STATE', 'This was ended already.', 'Look at `request { duties }`.');
  return duty;
}

function requireOutcomeOf({ kind }: Duty, outcome: DutyOutcome): void {
  const outcomes: readonly DutyOutcome[] = DUTY_OUTCOMES[kind];
  if (outcomes.includes(outcome)) return;
  throw new Refused('INVALID_INPUT', 'A duty of this kind does not end so.', `Say one of: ${outcomes.join(', ')}.`);
}
