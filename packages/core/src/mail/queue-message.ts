import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import type { Message, NewMessage } from './message.js';
import { noteMessage } from './note-message.js';
import { sealContent } from './sealed-content.js';

/** What the keys of mail steps begin with; the message's id follows. */
export const MAIL_KEY = 'mail-';

/**
 * Records, in the transaction of what it tells of, that a message has to go out: it is never lost, and it is not sent where that
 * transaction fails. The request has to be held by the transaction, and not to be shredded (`WRONG_STATE`). Resolves with the
 * message's id. Whoever calls it wakes the workers after the commit.
 */
// eslint-disable-next-line max-params -- what every use case works with, and what it tells
export async function queueMessage(
  transaction: Transaction,
  desk: Pick<Desk, 'vault' | 'ids'>,
  request: DataRequest,
  viewer: Viewer,
  message: NewMessage,
): Promise<string> {
  const id = desk.ids.next('msg');
  const { controller, workflowVersion } = request;
  const queued: Message = {
    ...{ id, controller, request: request.id, kind: message.kind, language: message.language },
    state: 'waiting',
    sealed: await sealContent(desk.vault, request, id, message),
    queuedAt: transaction.now,
  };
  await transaction.messages.add(queued);
  await transaction.steps.add({
    ...{ id: desk.ids.next('stp'), controller, request: request.id, workflowVersion },
    key: `${MAIL_KEY}${id}`,
    kind: 'mail',
    dueAt: transaction.now,
  });
  await noteMessage(transaction, queued, { desk, viewer }, { verb: 'queue' });
  return id;
}
