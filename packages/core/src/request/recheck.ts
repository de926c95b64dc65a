import type { Transaction } from '../ports/store.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';
import { outstandingSources } from './given-answer.js';
import { addStep } from './workflow.js';

const HOUR_MS = 3_600_000;
const LONGEST_MS = 24 * HOUR_MS;

/**
 * Has somebody look whether what was missing in a released answer is back: after an hour, then after as long again as it is out, at most a day;
 * never after the answer's end. False where nobody looks again.
 */
export async function addRecheck(transaction: Transaction, desk: Pick<Desk, 'ids'>, request: DataRequest): Promise<boolean> {
  const { answers, complete, expiresAt, ledger } = request;
  const last = answers?.at(-1);
  if (last === undefined || complete === true || outstandingSources(ledger).length === 0) return false;
  const out = transaction.now.getTime() - new Date(last.releasedAt).getTime();
  const dueAt = new Date(transaction.now.getTime() + Math.min(LONGEST_MS, Math.max(HOUR_MS, out)));
  if (expiresAt === undefined || dueAt >= expiresAt) return false;
  await addStep(transaction, desk, request, { kind: 'recheck', dueAt });
  return true;
}
