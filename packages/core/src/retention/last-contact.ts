import { compareDates, type LocalDate } from '../calendar/local-date.js';

/** What counts as a contact, and from whom: a click is the prospect's act, opening a mail is not (RET-06; CNIL reference on commercial activities). */
export const CONTACT_ACTS = {
  message_received: 'inbound',
  call_received: 'inbound',
  form_submitted: 'inbound',
  link_clicked: 'inbound',
  order_placed: 'inbound',
  event_registered: 'inbound',
  event_attended: 'inbound',
  signed_in: 'inbound',
  message_sent: 'outbound',
  message_delivered: 'outbound',
  message_opened: 'outbound',
  message_bounced: 'outbound',
  call_made: 'outbound',
  record_changed_by_staff: 'outbound',
} as const satisfies Readonly<Record<string, 'inbound' | 'outbound'>>;

/** Something that happened between the controller and the person (RET-06). */
export interface ContactAct {
  readonly kind: keyof typeof CONTACT_ACTS;
  readonly on: LocalDate;
}

/**
 * The day of the last contact that came from the person (RET-06). What the controller sends, and what a mail program does by
 * itself, never moves it. `null` where there was none, which an optional anchor takes for "did not happen".
 */
export function lastContact(acts: Iterable<ContactAct>): LocalDate | null {
  let last: LocalDate | null = null;
  for (const { kind, on } of acts) {
    if (CONTACT_ACTS[kind] === 'inbound' && (last === null || compareDates(on, last) > 0)) last = on;
  }
  return last;
}
