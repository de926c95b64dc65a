import { dateIn } from '../calendar/source-date.js';
import { computeDeadlines } from '../deadline/deadlines.js';
import { queueMessage } from '../mail/queue-message.js';
import { contactsOf } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import { clockOf } from '../request/clock/clock-of.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';

/** Tells the first address that was proved that the request is there (INT-04). Nobody, where none was. */
export async function acknowledge(transaction: Transaction, desk: Desk, request: DataRequest, viewer: Viewer): Promise<void> {
  const settings = desk.clocks.settingsOf(request.controller);
  const dueOn = computeDeadlines(clockOf(request, settings), settings, transaction.now).workBy;
  const facts = { reference: request.reference, receivedOn: dateIn(request.receivedAt, settings.zone), dueOn };
  for (const to of (await contactsOf(desk, request)).slice(0, 1)) {
    await queueMessage(transaction, desk, request, viewer, { kind: 'received', to, language: request.language, facts });
  }
}
