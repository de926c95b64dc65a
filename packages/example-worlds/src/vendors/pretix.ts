import { createRequire } from 'node:module';
import type { JsonObject } from '@habeas/connector-sdk';
import type { Root } from '../world/source-builder.js';
import { Moment } from '../world/calendar.js';
import { VendorRecords } from './vendor-records.js';
import type { Ticketing, TicketBuyer } from './vendor-system.js';

const require = createRequire(import.meta.url);

const CUSTOMER = { collection: 'customer', key: ['identifier'] } as const;
const ORDER = { collection: 'order', key: ['event', 'code'] } as const;
const INVOICE = { collection: 'invoice', key: ['event', 'number'] } as const;
const EVENT = 'conference-2025';
const FIRST_DAY = Moment.of('2025-03-03');
const PRICE = '180.00';

/** pretix with the orders of an example controller. */
export class Pretix implements Ticketing {
  readonly connector = 'pretix';
  readonly manifest = require.resolve('@habeas/connector-pretix/manifest.yaml');
  readonly settings = { organizer: 'association' };
  readonly secret = 'synthetic-token-of-pretix';
  readonly secretName = 'token';
  readonly records = new VendorRecords('tickets');
  readonly shared = {
    event: [
      {
        slug: EVENT,
        name: { en: 'Conference 2025', fr: 'Congrès 2025' },
        date_from: '2025-09-19T09:00:00+02:00',
        date_to: '2025-09-20T18:00:00+02:00',
        location: { en: 'Town hall', fr: 'Hôtel de ville' },
        currency: 'EUR',
      },
    ],
  };

  addCustomer(buyer: TicketBuyer): readonly Root[] {
    const { given, family, language } = buyer.person;
    const number = this.records.next('customer');
    const identifier = `C${String(number).padStart(5, '0')}`;
    const joined = FIRST_DAY.plusDays(number);
    const customer = this.records.root(CUSTOMER, {
      identifier,
      email: buyer.email,
      phone: buyer.phone ?? null,
      name: `${given} ${family}`,
      name_parts: { _scheme: 'given_family', given_name: given, family_name: family },
      is_active: true,
      is_verified: true,
      date_joined: iso(joined),
      locale: language,
    });
    const raw = { ...this.#order(buyer), customer: identifier };
    const order = this.records.owned(customer, ORDER, raw);
    const invoice = {
      number: `CONF-${String(number).padStart(5, '0')}`,
      order: raw.code,
      date: joined.isoDate,
      is_cancellation: false,
      invoice_to: `${given} ${family}`,
      lines: [{ position: 1, description: 'Ticket for members', gross_value: PRICE }],
    };
    const { owned: _none, held: _held, ...name } = this.records.owned(order, INVOICE, invoice, { event: EVENT });
    customer.owned.push(name);
    return [customer, order];
  }

  addOrder(buyer: TicketBuyer): Root {
    return this.records.root(ORDER, this.#order(buyer));
  }

  #order({ person: { given, family, language }, email, phone }: TicketBuyer): JsonObject & { readonly code: string } {
    const number = this.records.next('order');
    const position = { id: number, positionid: 1, attendee_name: `${given} ${family}`, attendee_email: email, price: PRICE };
    return {
      event: EVENT,
      code: `A${String(number).padStart(4, '0')}`,
      status: 'p',
      secret: `synthetic-order-${String(number)}`,
      email,
      phone: phone ?? null,
      locale: language,
      datetime: iso(FIRST_DAY.plusDays(number)),
      total: PRICE,
      positions: [position],
      payments: [{ local_id: 1, state: 'confirmed', amount: PRICE, provider: 'banktransfer' }],
      refunds: [],
      comment: '',
    };
  }
}

function iso(moment: Moment): string {
  return `${moment.sqlDatetime.replace(' ', 'T')}Z`;
}
