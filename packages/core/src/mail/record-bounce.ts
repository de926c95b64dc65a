import { lockRequest } from '../request/change-request.js';
import { happenedAt } from '../request/clock/note-on-clock.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { notFound, Refused } from '../request/refused.js';
import { noteMessage } from './note-message.js';

/** A message that came back. */
export interface Bounce {
  readonly message: string;
  /** Where that was earlier than now. */
  readonly bouncedAt?: Date;
}

/**
 * Notes that a message came back: whoever it was for has not read it. Throws `Refused`: `NOT_FOUND` for no such request or no such
 * message of it, `WRONG_STATE` for one that was not sent or has come back already, `INVALID_INPUT` for a time in the future.
 */
export function recordBounce(
  desk: Pick<Desk, 'store' | 'ids'>,
  viewer: Viewer,
  id: string,
  { message: messageId, bouncedAt }: Bounce,
): Promise<DataRequest> {
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const message = await transaction.messages.get(viewer.controller, messageId);
    if (message?.request !== id) throw notFound('message');
    if (message.state !== 'sent') {
      throw new Refused(
        'WRONG_STATE',
        `A message that is ${message.state} cannot come back.`,
        'Only one that was sent can, once.',
      );
    }
    const at = happenedAt(bouncedAt, transaction.now);
    await transaction.messages.change({ ...message, state: 'bounced', bouncedAt: at });
    await noteMessage(transaction, message, { desk, viewer }, { verb: 'bounce', details: { bouncedAt: at.toISOString() } });
    return request;
  });
}
