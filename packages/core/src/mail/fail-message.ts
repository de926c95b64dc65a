import type { Transaction } from '../ports/store.js';
import type { Step, StepProblem } from '../work/step.js';
import { type MessageActor, noteMessage } from './note-message.js';
import { MAIL_KEY } from './queue-message.js';

/** Notes that the message of a step will not go out, and why: nobody waits for it in vain. Its content is dropped. */
export async function failMessage(
  transaction: Transaction,
  { controller, key }: Step,
  problem: StepProblem,
  actor: MessageActor,
): Promise<void> {
  const found = await transaction.messages.get(controller, key.slice(MAIL_KEY.length));
  if (found === undefined) return;
  const { sealed: _, ...message } = found;
  await transaction.messages.change({ ...message, state: 'failed', failedAt: transaction.now, problem });
  await noteMessage(transaction, message, actor, { verb: 'fail', details: { errorClass: problem.errorClass } });
}
