import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import type { Desk, Viewer } from '../request/desk.js';
import type { Message } from './message.js';

/** Who does something with a message. */
export interface MessageActor {
  readonly desk: Pick<Desk, 'ids'>;
  readonly viewer: Viewer;
}

/** Notes in the trail what became of a message: its id and kind, and codes; no address and nothing of its content. */
export function noteMessage(
  transaction: Transaction,
  { id, kind, request }: Message,
  { desk, viewer }: MessageActor,
  { verb, details = {} }: { readonly verb: 'queue' | 'send' | 'fail' | 'bounce'; readonly details?: JsonObject },
): Promise<void> {
  return transaction.audit.add({
    id: desk.ids.next('aud'),
    controller: viewer.controller,
    actor: viewer.actor,
    action: `message.${verb}`,
    object: { type: 'request', id: request },
    outcome: 'done',
    details: { message: id, kind, ...details },
  });
}
