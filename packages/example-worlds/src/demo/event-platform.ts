import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import type { Random } from '../world/random.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';
import { EVENTS, REMARKS, TALKS, VENUES } from './vocabulary.js';

const REGISTRATION = place('registration', ['registrationId']);
const ATTENDANCE = place('sessionAttendance', ['registrationId', 'sessionId']);
const RATING = place('sessionRating', ['registrationId', 'sessionId']);
const DEVICE = place('appDevice', ['deviceId']);
const OBSERVATION = place('appObservation', ['observationId']);
const INVOICE = place('invoice', ['invoiceNo']);
const LINE = place('invoiceLine', ['invoiceNo', 'lineNo']);
const SPEAKER = place('speaker', ['speakerId']);
const SESSION = place('session', ['sessionId']);
const WAITING = place('waitingList', ['entryId']);
/** Beyond 2^53, where JavaScript's numbers lose count. */
const FIRST_REGISTRATION = 9_007_199_254_740_993n;
const TALKS_PER_EVENT = TALKS.length;

/** A registration, and what it is for. */
export interface Registration {
  readonly root: Root;
  readonly id: bigint;
  /** Position among the events, from 0. */
  readonly event: number;
}

/** Writes the event platform's database. */
export class EventPlatform {
  readonly rows = new SourceBuilder('events');

  constructor() {
    for (const [venueId, venueName, city] of VENUES) this.rows.shared('venue', { venueId, venueName, city });
    for (const [index, [eventCode, eventName, venueId, first, last]] of EVENTS.entries()) {
      const [startsOn, endsOn] = [Moment.of(first).dayFirst, Moment.of(last).dayFirst];
      this.rows.shared('event', { eventCode, eventName, venueId, startsOn, endsOn });
      this.rows.shared('ticketType', { ticketTypeId: index + 1, eventCode, label: 'Member', price: '180.00' });
    }
  }

  /** The talks of all events. Call once, after the speakers that shall have one of their own. */
  addTalks(): void {
    for (const [event, [eventCode]] of EVENTS.entries())
      for (const [talk, title] of TALKS.entries())
        this.rows.shared('session', {
          sessionId: sessionId(event, talk),
          eventCode,
          title,
          speakerId: null,
          room: `R${1 + (talk % 3)}`,
        });
  }

  /** A registration as its participant filled it in; `details` overrides any column. */
  addRegistration(person: Person, event: number, details: TableRow = {}): Registration {
    const number = this.rows.next('registration');
    const id = FIRST_REGISTRATION + BigInt(number);
    const [eventCode, , , first, last] = eventAt(event);
    const isCancelled = number % 17 === 0;
    const root = this.rows.root(REGISTRATION, {
      registrationId: id,
      eventCode,
      ticketTypeId: event + 1,
      participantFirstName: person.given,
      participantLastName: person.family,
      participantEmail: person.email,
      participantPhone: null,
      participantMemberNo: null,
      registeredByEmail: null,
      dietaryNote: null,
      registrationStatus: isCancelled ? 'CX' : 'OK',
      createdAt: Moment.of(first).plusDays(-40 - (number % 30)).dayFirstWithTime,
      attendedOn: isCancelled ? null : last,
      ...details,
    });
    return { root, id, event };
  }

  /** Sessions attended, rated, and looked at in the app: the first `sessions` talks and `observations` taps. */
  addVisit({ root, id: registrationId, event }: Registration, sessions: number, observations: number): void {
    const start = Moment.of(eventAt(event)[3]);
    for (let talk = 0; talk < Math.min(sessions, TALKS_PER_EVENT); talk++) {
      const session = { registrationId, sessionId: sessionId(event, talk) };
      this.rows.owned(root, ATTENDANCE, { ...session, checkedInAt: start.plusMinutes(55 * talk).dayFirstWithTime });
      if (talk % 2 === 0)
        this.rows.owned(root, RATING, {
          ...session,
          stars: 1 + ((talk + event) % 5),
          remark: REMARKS[(talk + event) % REMARKS.length] ?? null,
        });
    }
    if (observations > 0) this.#addApp(root, registrationId, event, observations);
  }

  #addApp(root: Root, registrationId: bigint, event: number, observations: number): void {
    const start = Moment.of(eventAt(event)[3]);
    const deviceId = `dev-${registrationId.toString(36)}`;
    const lastSeenAt = start.plusMinutes(observations * 9).dayFirstWithTime;
    this.rows.owned(root, DEVICE, {
      deviceId,
      registrationId,
      platform: 'Android 13',
      pushToken: `synthetic-push-${deviceId}`,
      lastSeenAt,
    });
    for (let index = 0; index < observations; index++)
      this.rows.owned(root, OBSERVATION, {
        observationId: this.rows.next('observation'),
        deviceId,
        kind: (['open', 'star', 'map'] as const)[index % 3] ?? 'open',
        sessionId: index % 3 === 1 ? sessionId(event, index % TALKS_PER_EVENT) : null,
        observedAt: start.plusMinutes(index * 9).dayFirstWithTime,
      });
  }

  /** An invoice with its lines, one for each thing bought. */
  addInvoice(
    buyer: { readonly name: string; readonly email: string | null },
    descriptions: readonly string[],
    details: TableRow = {},
  ): Root {
    const number = this.rows.next('invoice');
    const total = descriptions.length * 180;
    const root = this.rows.root(INVOICE, {
      invoiceNo: `F-${String(number).padStart(5, '0')}`,
      buyerName: buyer.name,
      buyerEmail: buyer.email,
      issuedOn: Moment.of('2022-05-02').plusDays(number % 600).dayFirst,
      totalAmount: `${total}.00`,
      vatAmount: (total / 6).toFixed(2),
      ...details,
    });
    for (const [index, description] of descriptions.entries())
      this.rows.owned(root, LINE, { invoiceNo: root.recordId, lineNo: index + 1, description, amount: '180.00' });
    return root;
  }

  /** A speaker and one talk of theirs, which everybody else sees as a shared thing. */
  addSpeaker(fullName: string, email: string, talk: { readonly event: number; readonly title: string }): Root {
    const speakerId = this.rows.next('speaker');
    const root = this.rows.root(SPEAKER, { speakerId, fullName, email, biography: 'Has been at it for twenty years.' });
    const session = {
      sessionId: 9000 + speakerId,
      eventCode: eventAt(talk.event)[0],
      title: talk.title,
      speakerId,
      room: 'Plenary',
    };
    this.rows.owned(root, SESSION, session);
    return root;
  }

  addWaiting(fullName: string, email: string, event: number): Root {
    const enteredAt = Moment.of(eventAt(event)[3]).plusDays(-10).dayFirstWithTime;
    return this.rows.root(WAITING, {
      entryId: this.rows.next('waiting'),
      eventCode: eventAt(event)[0],
      fullName,
      email,
      enteredAt,
    });
  }

  /** An event at random, as the position that the other methods take. */
  anyEvent(random: Random): number {
    return random.between(0, EVENTS.length - 1);
  }
}

function sessionId(event: number, talk: number): number {
  return (event + 1) * 100 + talk + 1;
}

function eventAt(index: number): (typeof EVENTS)[number] {
  const event = EVENTS[index];
  if (event === undefined) throw new RangeError(`there is no event ${index}`);
  return event;
}
