import type { JsonObject } from '@habeas/connector-sdk';
import type { FakeCollection, FakeScript } from './fake-script.js';

/** Numbers that decide about a world; the same ones make the same world. */
export interface WorldSeed {
  readonly people: number;
  /** Each number decides about one record: whose it is, where it stands, and what it holds. */
  readonly records: readonly number[];
  /** Whether people share mailboxes and landlines. */
  readonly sharing: boolean;
}

/** A world of several sources in which it is known whose each record is. */
export interface CollisionWorld {
  readonly scripts: readonly FakeScript[];
  /** The person behind each record, by `source/collection key`. */
  readonly owners: ReadonlyMap<string, number>;
  readonly person: (index: number) => SyntheticPerson;
}

/** Somebody who does not exist. */
export interface SyntheticPerson {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly emails: readonly string[];
  readonly phone: string;
}

const GIVEN = ['Ann', 'Bob', 'Claire', 'David', 'Emma', 'Felix', 'Gina', 'Hugo'];
const FAMILY = ['Martin', 'Dupont', 'Durand'];
const NAMES = {
  first: { kind: 'name', part: 'given' },
  last: { kind: 'name', part: 'family' },
  born: { kind: 'birthDate' },
} as const;

/**
 * People with the same family names, namesakes, second addresses, shared mailboxes and landlines, spread over a member register,
 * a shop and a newsletter. Namesakes share nothing; whoever shares something has another given name.
 */
export function collisionWorld({ people, records, sharing }: WorldSeed): CollisionWorld {
  const person = (index: number): SyntheticPerson => syntheticPerson(index, sharing);
  const owners = new Map<string, number>();
  const rows = {
    member: [] as JsonObject[],
    customer: [] as JsonObject[],
    order: [] as JsonObject[],
    subscriber: [] as JsonObject[],
  };
  const names = { member: 'crm/member', customer: 'shop/customer', order: 'shop/order', subscriber: 'mail/subscriber' };
  const add = (table: keyof typeof rows, owner: number, row: JsonObject): void => {
    const id = rows[table].length + 1;
    rows[table].push({ id, ...row });
    owners.set(`${names[table]} ${String(id)}`, owner);
  };
  for (const number of records) {
    const owner = number % people;
    const choice = Math.floor(number / people);
    const { given, family, birthDate, emails, phone } = person(owner);
    const email = emails[choice % emails.length]!;
    const named = { first: given, last: choice % 5 === 0 ? `${family}-Garnier` : family };
    // A record with nothing but a phone number, which may be a household's, speaks for nobody.
    const isBare = sharing && choice % 4 === 0;
    if (choice % 3 === 0)
      add('member', owner, { ...named, email, phone, born: birthDate, second: choice % 2 === 0 ? emails[0]! : '' });
    if (choice % 3 === 1) {
      add(
        'customer',
        owner,
        isBare ? { first: '', last: '', email: '', phone } : { ...named, email: choice % 2 === 0 ? email : '', phone },
      );
      add('order', owner, { customer: rows.customer.length });
    }
    if (choice % 3 === 2) add('subscriber', owner, { email, name: `${family} ${given}` });
  }
  return { scripts: scriptsOf(rows), owners, person };
}

function syntheticPerson(index: number, sharing: boolean): SyntheticPerson {
  const given = GIVEN[index % GIVEN.length]!;
  const household = Math.floor(index / 2);
  const own = `${given.toLowerCase()}${String(index)}`;
  const shared = sharing && index % 3 !== 2;
  return {
    given,
    family: FAMILY[household % FAMILY.length]!,
    birthDate: `19${String(50 + (index % 40))}-${String(2 + (index % 11)).padStart(2, '0')}-${String(3 + (index % 25)).padStart(2, '0')}`,
    emails: [`${own}@example.org`, `${own}@example.test`, ...(shared ? [`home${String(household)}@example.org`] : [])],
    phone: `+3314268${String(1000 + (shared ? household : 500 + index))}`,
  };
}

function scriptsOf(
  rows: Readonly<Record<'member' | 'customer' | 'order' | 'subscriber', readonly JsonObject[]>>,
): readonly FakeScript[] {
  const [email, phone] = [{ kind: 'email' }, { kind: 'phone' }] as const;
  const member: FakeCollection = {
    rows: rows.member,
    identifiers: { id: { kind: 'id', namespace: 'crm.member' }, email, second: email, phone, ...NAMES },
  };
  const customer: FakeCollection = {
    rows: rows.customer,
    identifiers: { id: { kind: 'id', namespace: 'shop.customer' }, email, phone, ...NAMES },
  };
  const order: FakeCollection = { rows: rows.order, owner: { collection: 'customer', field: 'customer' } };
  const subscriber: FakeCollection = { rows: rows.subscriber, identifiers: { email, name: { kind: 'name' } } };
  return [
    { id: 'crm', collections: { member } },
    { id: 'shop', collections: { customer, order } },
    { id: 'mail', collections: { subscriber } },
  ];
}
