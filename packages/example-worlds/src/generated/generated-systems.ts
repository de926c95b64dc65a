import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import type { Random } from '../world/random.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';

const ACCOUNT = place('account', ['account_id']);
const ADDRESS = place('account_email', ['email_id']);
const PURCHASE = place('purchase', ['purchase_id']);
const LINE = place('purchase_line', ['purchase_id', 'line_no']);
const GUEST = place('guest_purchase', ['guest_purchase_id']);
const ATTENDEE = place('attendee', ['attendee_id']);
const CHECK_IN = place('check_in', ['attendee_id', 'room']);
const CONTACT = place('contact', ['contact_id']);
const DELIVERY = place('delivery', ['delivery_id']);
const CLICK = place('click', ['click_id']);
/** The first customer number and the first badge number: two issuers, one range. */
const FIRST_NUMBER = 1_000;
const FIRST_ACCOUNT = 5_000_000_000; // does not fit 32 bits
const OPENED = Moment.of('2019-02-01');

/** An account, with the number that others may know it by. */
export interface Account {
  readonly root: Root;
  readonly customerNo: string;
}

/** Writes the three systems of the generated world. What is not said about a row is drawn. */
export class GeneratedSystems {
  readonly shop = new SourceBuilder('shop');
  readonly events = new SourceBuilder('events');
  readonly mailing = new SourceBuilder('mailing');

  constructor(readonly random: Random) {}

  addAccount(person: Person, details: TableRow = {}, otherAddresses: readonly string[] = []): Account {
    const number = this.shop.next('account');
    const account_id = FIRST_ACCOUNT + number;
    const customerNo = String(FIRST_NUMBER + number);
    const root = this.shop.root(ACCOUNT, {
      account_id,
      customer_no: customerNo,
      first_name: person.given,
      last_name: person.family,
      birth_date: person.birthDate,
      email: person.email,
      phone: person.phone,
      created_at: OPENED.plusDays(number % 1500).sqlDatetime,
      ...details,
    });
    for (const email of otherAddresses)
      this.shop.owned(root, ADDRESS, { email_id: this.shop.next('address'), account_id, email });
    for (let count = this.random.between(0, 3); count > 0; count--) this.#addPurchase(root, account_id);
    return { root, customerNo };
  }

  #addPurchase(root: Root, account_id: number): void {
    const purchase_id = this.shop.next('purchase');
    const lines = this.random.between(1, 3);
    const placed_at = OPENED.plusDays(purchase_id % 1700).sqlDatetime;
    this.shop.owned(root, PURCHASE, { purchase_id, account_id, placed_at, total: `${lines * 25}.00` });
    for (let line_no = 1; line_no <= lines; line_no++)
      this.shop.owned(root, LINE, { purchase_id, line_no, article: `Article ${this.random.between(1, 400)}`, price: '25.00' });
  }

  /** Bought without an account: what the buyer typed, and nothing that was not said. */
  addGuestPurchase(details: TableRow): Root {
    const typed = { email: null, full_name: null, phone: null, ...details };
    return this.shop.root(GUEST, { guest_purchase_id: this.shop.next('guest'), ...typed, total: '19.90' });
  }

  addAttendee(person: Person, details: TableRow = {}): Root {
    const number = this.events.next('attendee');
    const attendee_id = `A${number.toString(36).padStart(6, '0')}`;
    const root = this.events.root(ATTENDEE, {
      attendee_id,
      first_name: person.given,
      last_name: person.family,
      email: person.email,
      phone: null,
      customer_no: null,
      badge_no: String(FIRST_NUMBER + number),
      registered_by: null,
      registered_at: OPENED.plusDays(number % 1200).sqlDatetime,
      ...details,
    });
    for (const room of ['A', 'B', 'C'].slice(0, this.random.between(0, 3)))
      this.events.owned(root, CHECK_IN, {
        attendee_id,
        room,
        entered_at: OPENED.plusDays(number % 1200).plusMinutes(40).sqlDatetime,
      });
    return root;
  }

  addContact(mail: string, fullName: string | null): Root {
    const contact_id = this.mailing.next('contact');
    const root = this.mailing.root(CONTACT, { contact_id, mail, full_name: fullName, language: 'fr' });
    for (let issue = this.random.between(0, 4); issue > 0; issue--) {
      const delivery_id = this.mailing.next('delivery');
      const sent_at = OPENED.plusDays(issue * 30).sqlDatetime;
      this.mailing.owned(root, DELIVERY, { delivery_id, contact_id, issue, sent_at });
      if (this.random.chance(0.3))
        this.mailing.owned(root, CLICK, {
          click_id: this.mailing.next('click'),
          delivery_id,
          url: `https://shop.example/${issue}`,
        });
    }
    return root;
  }
}
