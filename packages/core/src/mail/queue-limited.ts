import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { StepProblem } from '../work/step.js';
import { countWithin } from '../limits/limit.js';
import type { NewMessage } from './message.js';
import { queueMessage } from './queue-message.js';
import { noteUntold, type Telling } from './tell-subject.js';

const TOO_MANY: StepProblem = {
  errorClass: 'quota',
  message: 'So many messages went to this mailbox already that this one does not.',
  remedy: 'Wait until they are fewer, or tell them by letter or by telephone.',
};

/**
 * Queues a message that its receiver need not have asked for, a code or a notice: one mailbox has so many of them at most in an hour and in a day,
 * whoever makes how many requests. What is too much is kept as a message that failed, for staff to see; who asked is told the same, since
 * nothing else differs. False then.
 */
export async function queueLimited(
  transaction: Transaction,
  request: DataRequest,
  message: NewMessage,
  { desk, viewer }: Telling,
): Promise<boolean> {
  const { controller } = request;
  const isWithin = await countWithin(transaction, desk.delivery.limits, { controller, kind: 'mailbox', value: message.to });
  if (isWithin) await queueMessage(transaction, desk, request, viewer, message);
  else await noteUntold(transaction, request, { kind: message.kind, problem: TOO_MANY }, { desk, viewer });
  return isWithin;
}
