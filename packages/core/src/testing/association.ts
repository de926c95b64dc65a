import type { FakeCollection, FakeScript } from './fake-script.js';

const NAMES = { first: { kind: 'name', part: 'given' }, last: { kind: 'name', part: 'family' } } as const;

const member: FakeCollection = {
  rows: [
    { id: 1, email: 'ann@example.org', first: 'Ann', last: 'Martin', phone: '+33612345678' },
    { id: 2, email: 'bob@example.org', first: 'Bob', last: 'Dupont', phone: '+33698765432' },
    { id: 3, email: 'ann.b@example.org', first: 'Ann', last: 'Martin', phone: '' },
  ],
  identifiers: { ...NAMES, id: { kind: 'id', namespace: 'crm.member' }, email: { kind: 'email' }, phone: { kind: 'phone' } },
};

const order: FakeCollection = {
  rows: [10, 11, 12, 13, 14].map((id) => ({ id, member: id === 11 ? 2 : 1, what: `order ${String(id)}` })),
  owner: { collection: 'member', field: 'member' },
};

const line: FakeCollection = {
  rows: [100, 101, 102].map((id) => ({ id, order: id - 90, scan: `line ${String(id)}` })),
  owner: { collection: 'order', field: 'order' },
  file: 'scan',
};

/** A synthetic association: members with orders and scanned lines. Two of them are called Ann Martin. */
export const ASSOCIATION: FakeScript = { id: 'crm', collections: { member, order, line } };

/** Its newsletter: knows Ann, member 1, under a second address. */
export const NEWSLETTER: FakeScript = {
  id: 'mail',
  collections: {
    subscriber: {
      rows: [
        { id: 'x', email: 'ann.m@example.test', member: '1', name: 'Ann Martin' },
        { id: 'y', email: 'bob@example.test', member: '2', name: 'Bob Dupont' },
      ],
      identifiers: { email: { kind: 'email' }, member: { kind: 'id', namespace: 'crm.member' }, name: { kind: 'name' } },
    },
  },
};

/** Its ticket shop: knows Ann under her second address only. */
export const TICKETS: FakeScript = {
  id: 'shop',
  collections: {
    attendee: {
      rows: [
        { id: 7, email: 'ann.m@example.test', name: 'Martin Ann' },
        { id: 8, email: 'carol@example.test', name: 'Carol Durand' },
      ],
      identifiers: { email: { kind: 'email' }, name: { kind: 'name' } },
    },
    price: { rows: [{ id: 1 }], spec: { personal: 'none', reason: 'Prices.' } },
  },
};
