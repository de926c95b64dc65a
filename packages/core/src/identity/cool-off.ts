import type { Message } from '../mail/message.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { addStep } from '../request/workflow.js';

const HOUR_MS = 3_600_000;

/** A request as it would be if the time to object were over. */
export function cooledOff(request: DataRequest, now: Date): DataRequest {
  return { ...request, contacts: { isNew: false, ...request.contacts, cooledOffAt: now.toISOString() } };
}

/** Puts off an answer that would go to a new contact by itself, until those on record have had time to object (R57). */
export async function addCoolOff(
  transaction: Transaction,
  request: DataRequest,
  desk: Pick<Desk, 'delivery' | 'ids'>,
  dueAt = new Date(transaction.now.getTime() + desk.delivery.coolOffMsOf(request.controller)),
): Promise<void> {
  const steps = await transaction.steps.of(request.controller, request.id);
  await addStep(transaction, desk, request, { kind: 'cool-off', dueAt, again: steps.length });
}

/**
 * When the time to object is over: so long after the last notice was taken by its mail server. `untold` where every one has failed or come back:
 * nobody who could object knows of it. Now, where no contact is on record or none has to be waited for, and in an hour at the earliest while a notice still waits.
 */
export function coolOffEnd(
  messages: readonly Message[],
  { now, coolOffMs, isTold }: { readonly now: Date; readonly coolOffMs: number; readonly isTold: boolean },
): Date | 'untold' {
  if (!isTold || coolOffMs === 0) return now;
  const notices = messages.filter(({ kind }) => kind === 'notice');
  const sent = notices.flatMap(({ state, sentAt }) => (state === 'sent' && sentAt !== undefined ? [sentAt.getTime()] : []));
  if (sent.length > 0) return new Date(Math.max(...sent) + coolOffMs);
  return notices.some(({ state }) => state === 'waiting') ? new Date(now.getTime() + HOUR_MS) : 'untold';
}
