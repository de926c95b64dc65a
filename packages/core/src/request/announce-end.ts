import { dateIn } from '../calendar/source-date.js';
import type { MessageContent } from '../mail/message.js';
import { followLink, tellSubject, type Telling } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';

/** Who announces an end, and in which time zone its day is counted. */
export interface Announcing extends Telling {
  readonly desk: Telling['desk'] & Pick<Desk, 'clocks'>;
}

/** What an end is told with. */
type EndKind = Extract<MessageContent['kind'], 'refused' | 'closed' | 'archive_expiring'>;

/** Tells the subject that a request has ended or is about to, and until when something of it is kept (IDV-08). */
export async function announceEnd(
  transaction: Transaction,
  request: DataRequest & { readonly expiresAt: Date },
  kind: EndKind,
  { desk, viewer }: Announcing,
): Promise<void> {
  const until = dateIn(request.expiresAt, desk.clocks.settingsOf(request.controller).zone);
  const facts = { reference: request.reference, until, ...(await followLink(transaction, request, desk)) };
  await tellSubject(transaction, request, { kind, facts }, { desk, viewer });
}
