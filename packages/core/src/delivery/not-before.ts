import { computeDeadlines } from '../deadline/deadlines.js';
import type { Transaction } from '../ports/store.js';
import { clockOf } from '../request/clock/clock-of.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { addStep } from '../request/workflow.js';

/** The time before which an answer with health information is not handed out, while it lies ahead (CSP L1111-7; DLN-10). */
export function heldUntil(desk: Pick<Desk, 'clocks'>, request: DataRequest, now: Date): Date | undefined {
  const settings = desk.clocks.settingsOf(request.controller);
  const { notBefore } = computeDeadlines(clockOf(request, settings), settings, now);
  return notBefore !== undefined && now < notBefore ? notBefore : undefined;
}

/** Throws `Refused` with `WRONG_STATE` before that time: no reason helps. */
export function requireTime(desk: Pick<Desk, 'clocks'>, request: DataRequest, now: Date): void {
  const until = heldUntil(desk, request, now);
  if (until === undefined) return;
  throw new Refused(
    'WRONG_STATE',
    `Health information is not handed out before ${until.toISOString()}.`,
    'The law leaves that time for second thoughts. Release it then.',
  );
}

/** Has an answer that would go out by itself looked at again at that time. */
export async function addHold(
  transaction: Transaction,
  request: DataRequest,
  desk: Pick<Desk, 'ids'>,
  dueAt: Date,
): Promise<void> {
  const steps = await transaction.steps.of(request.controller, request.id);
  await addStep(transaction, desk, request, { kind: 'not-before', dueAt, again: steps.length });
}
