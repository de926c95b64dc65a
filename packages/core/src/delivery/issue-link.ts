import { dateIn } from '../calendar/source-date.js';
import { queueMessage } from '../mail/queue-message.js';
import type { FactsOf, MessageContent } from '../mail/message.js';
import { contactOf } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { isReopened } from '../request/given-answer.js';
import type { Delivery } from './delivery.js';

/** A request whose answer can be fetched, and until when. */
type ReleasedRequest = DataRequest & { readonly expiresAt: Date };

/** Whether the answer to a request can be fetched: also while an addition to it is prepared. */
export function isReleased(request: DataRequest): request is ReleasedRequest {
  return (request.state === 'released' || isReopened(request)) && request.expiresAt !== undefined;
}

/** Who lets a link go out. */
export interface LinkIssue {
  readonly desk: Pick<Desk, 'clocks' | 'delivery' | 'ids' | 'vault'>;
  readonly viewer: Viewer;
}

/**
 * Gives a released request a link of its own, until it expires, in place of every earlier one; nobody knows its secret but whoever is told
 * the address. Writes to the subject that the answer is there. False where nothing was done: no address is proved to be theirs, or the controller has no pages.
 */
export async function issueLink(
  transaction: Transaction,
  request: DataRequest,
  delivery: Delivery,
  { desk, viewer }: LinkIssue,
): Promise<boolean> {
  const { crypto, addressOf } = desk.delivery;
  const id = desk.ids.next('lnk');
  const [to, page] = [await contactOf(desk, request), addressOf(request.controller, id)];
  if (to === undefined || page === undefined || !isReleased(request)) return false;
  const secret = crypto.randomSecret();
  const link = {
    id,
    secretHash: crypto.sha256Hex(secret.reveal()),
    issuedAt: transaction.now,
    expiresAt: request.expiresAt,
    isRevoked: false,
    completed: 0,
    failures: 0,
  };
  await transaction.deliveries.change({ ...delivery, link });
  const until = dateIn(request.expiresAt, desk.clocks.settingsOf(request.controller).zone);
  const facts = { reference: request.reference, link: `${page}#${secret.reveal()}`, until };
  const message = { to, language: request.language, ...toldOf(request, facts) };
  await queueMessage(transaction, desk, request, viewer, message);
  return true;
}

/** That the answer is there, or that there is an addition to it, with how much more it holds than the one before. */
function toldOf({ answers }: DataRequest, facts: FactsOf<'archive_ready'>): MessageContent {
  const [last, before] = [answers?.at(-1), answers?.at(-2)];
  const told = last?.complete === false ? { ...facts, isPartial: true } : facts;
  if (last !== undefined && before !== undefined) {
    const more = Math.max(0, last.archive.records - before.archive.records);
    return { kind: 'addition_ready', facts: { ...told, more } };
  }
  return { kind: 'archive_ready', facts: told };
}
