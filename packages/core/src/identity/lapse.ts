import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { addStep } from '../request/workflow.js';

const DAY_MS = 86_400_000;
/** So many days are left of the month: for whoever still wants to answer, and for an officer who sees it otherwise. */
const DAYS_BEFORE = 3;

/** When a request ends of which nobody has proved who asks: within the month, and never before a day is over. */
export function lapsesAt({ dueAt }: Pick<DataRequest, 'dueAt'>, now: Date): Date {
  return new Date(Math.max(dueAt.getTime() - DAYS_BEFORE * DAY_MS, now.getTime() + DAY_MS));
}

/** Has the request looked at again, when its month is nearly over: a proof that nobody brings does not end in silence (IDV-08). */
export async function addLapse(
  transaction: Transaction,
  request: DataRequest,
  desk: Pick<Desk, 'ids'>,
  again?: number,
): Promise<void> {
  const dueAt = lapsesAt(request, transaction.now);
  await addStep(transaction, desk, request, { kind: 'lapse', dueAt, ...(again === undefined ? {} : { again }) });
}
