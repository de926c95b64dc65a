import type { Mailer } from '../ports/mailer.js';
import { NotProvided } from '../work/not-provided.js';
import type { Commit, StepContext } from '../work/step-context.js';
import { systemActor } from '../work/worker.js';
import type { Message } from './message.js';
import { noteMessage } from './note-message.js';
import { MAIL_KEY } from './queue-message.js';
import { openContent } from './sealed-content.js';

/**
 * Sends one message. That it was sent is committed after the mail server has accepted it: whoever is killed in between sends it
 * once more, with the same `Message-ID`, and never after that was committed.
 */
export async function mailStep(context: StepContext): Promise<Commit> {
  const { desk, request, claim, signal } = context;
  const id = claim.step.key.slice(MAIL_KEY.length);
  const message = await desk.store.transact(({ messages }) => messages.get(request.controller, id));
  if (message?.state !== 'waiting') return () => Promise.resolve();
  const mailer = required(desk.mailer);
  const content = await openContent(desk.vault, request, message);
  const { controller, language } = message;
  const { receipt } = await mailer.send({ ...content, id, controller, language }, signal);
  return sent(context, message, receipt);
}

function required(mailer: Mailer | undefined): Mailer {
  if (mailer !== undefined) return mailer;
  throw new NotProvided('This service has no mail server.', { remedy: 'Name one in service.yaml, as mail.smtp.' });
}

function sent({ desk, claim }: StepContext, { sealed: _, ...message }: Message, receipt: string): Commit {
  return async (transaction) => {
    const viewer = { actor: systemActor(claim.worker), controller: message.controller };
    await transaction.messages.change({ ...message, state: 'sent', sentAt: transaction.now, receipt });
    await noteMessage(transaction, message, { desk, viewer }, { verb: 'send', details: { receipt } });
  };
}
