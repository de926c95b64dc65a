import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Step } from '../work/step.js';
import type { Message } from './message.js';
import { MAIL_KEY } from './queue-message.js';

/** A message as staff see it: never to whom it goes, nor what it tells. */
export interface MessageView extends Omit<Message, 'sealed'> {
  /** When one that waits is tried next, or was to be. */
  readonly nextTryAt?: Date;
}

/** The messages of a request, in the order they were queued. One that waits says why its last try came to nothing. */
export async function viewMessages(
  { messages, steps }: Pick<Transaction, 'messages' | 'steps'>,
  { controller, id }: Pick<DataRequest, 'controller' | 'id'>,
): Promise<readonly MessageView[]> {
  const byKey = new Map((await steps.of(controller, id)).map((step) => [step.key, step]));
  const found = await messages.of(controller, id);
  return found.map(({ sealed: _, ...message }) => withStep(message, byKey.get(`${MAIL_KEY}${message.id}`)));
}

function withStep(message: Omit<Message, 'sealed'>, step: Step | undefined): MessageView {
  if (message.state !== 'waiting' || step === undefined) return message;
  return { ...message, nextTryAt: step.dueAt, ...(step.problem === undefined ? {} : { problem: step.problem }) };
}
