import type { Person } from '../people/person.js';
import { fullName, one, type Scenario, scenario, secondAddress, two } from './scenario.js';

/** People whose records all belong together, however differently each system writes them. Everything is found, nothing waits. */
export const LINKED_SCENARIOS: readonly Scenario[] = [
  scenario(
    {
      id: 'second-address',
      shows: 'Another address, known to the shop alone, leads to the events under it.',
      people: 1,
      casesPer10000: 100,
    },
    (systems, people) => {
      const person = one(people);
      const other = secondAddress(person);
      const roots = [
        systems.addAccount(person, {}, [other]).root,
        systems.addAttendee(person, { email: other }),
        systems.addContact(other, fullName(person)),
        systems.addContact(person.email, null),
      ];
      return [{ person, included: roots }];
    },
  ),
  scenario(
    {
      id: 'three-hops',
      shows: 'Address → account → second address → attendee → telephone → guest purchase → third address → newsletter.',
      people: 1,
      casesPer10000: 30,
    },
    (systems, people) => {
      const person = one(people);
      const [second, third] = [secondAddress(person), secondAddress(person, 'third.test')];
      const roots = [
        systems.addAccount(person, { phone: null }, [second]).root,
        systems.addAttendee(person, { email: second, phone: person.phone }),
        systems.addGuestPurchase({ phone: person.phone, email: third, full_name: fullName(person) }),
        systems.addContact(third, fullName(person)),
      ];
      return [{ person, included: roots }];
    },
  ),
  scenario(
    {
      id: 'letter-case',
      shows: 'The same address in capitals and in mixed case.',
      people: 1,
      casesPer10000: 75,
    },
    (systems, people) => {
      const person = one(people);
      const shouted = person.email.toUpperCase();
      const roots = [
        systems.addAccount(person, { email: shouted }).root,
        systems.addAttendee(person, { email: shouted.charAt(0) + person.email.slice(1) }),
        systems.addContact(shouted, null),
      ];
      return [{ person, included: roots }];
    },
  ),
  scenario(
    {
      id: 'international-address',
      shows: 'An international domain, here in its own letters and there in ASCII.',
      people: 1,
      casesPer10000: 30,
    },
    (systems, people) => {
      const person = { ...one(people), email: `${one(people).id}@société.test` };
      const ascii = `${person.id}@xn--socit-esab.test`;
      const roots = [
        systems.addAccount(person).root,
        systems.addAttendee(person, { email: ascii }),
        systems.addContact(`${person.id}@Société.test`, null),
      ];
      return [{ person, included: roots }];
    },
  ),
  scenario(
    { id: 'recorded-twice', shows: 'Two accounts of one person: both are theirs.', people: 1, casesPer10000: 30 },
    (systems, people) => {
      const person = one(people);
      return [{ person, included: [systems.addAccount(person).root, systems.addAccount(person, { phone: null }).root] }];
    },
  ),
  scenario(
    {
      id: 'name-variants',
      shows: 'Capitals without accents, surname first, an initial: nothing that speaks against the person.',
      people: 1,
      casesPer10000: 60,
    },
    (systems, people) => {
      const person = one(people);
      const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      const other = secondAddress(person);
      const roots = [
        systems.addAccount(person, {}, [other]).root,
        systems.addAttendee(person, { email: other, first_name: plain(person.given), last_name: plain(person.family) }),
        systems.addContact(other, `${person.family} ${person.given}`),
        systems.addGuestPurchase({ email: person.email, full_name: `${initialOf(person)} ${person.family}` }),
      ];
      return [{ person, included: roots }];
    },
  ),
  scenario(
    {
      id: 'customer-number',
      shows: 'An attendee who typed no address, but the customer number of the shop.',
      people: 1,
      casesPer10000: 40,
    },
    (systems, people) => {
      const person = one(people);
      const { root, customerNo } = systems.addAccount(person);
      return [{ person, included: [root, systems.addAttendee(person, { email: null, customer_no: customerNo })] }];
    },
  ),
  scenario(
    {
      id: 'asks-by-telephone',
      shows: 'The person proves a telephone number; their address is learnt from the account.',
      people: 1,
      casesPer10000: 30,
    },
    (systems, people) => {
      const person = one(people);
      const roots = [
        systems.addAccount(person).root,
        systems.addAttendee(person, { phone: asWritten(person.phone) }),
        systems.addContact(person.email, fullName(person)),
      ];
      return [{ person, given: [{ kind: 'phone', value: person.phone }], included: roots }];
    },
  ),
  scenario(
    {
      id: 'namesakes',
      shows: 'Two people of one name, born on the same day, with nothing in common.',
      people: 2,
      casesPer10000: 30,
    },
    (systems, people) => {
      const [a, b] = two(people);
      return [a, { ...b, given: a.given, family: a.family, birthDate: a.birthDate }].map((person) => ({
        person,
        included: [
          systems.addAccount(person).root,
          systems.addAttendee(person),
          systems.addContact(person.email, fullName(person)),
        ],
      }));
    },
  ),
  scenario(
    {
      id: 'near-miss-addresses',
      shows: 'Addresses that differ by one letter, and by one wildcard.',
      people: 2,
      casesPer10000: 30,
    },
    (systems, people) => {
      const [a, b] = two(people);
      const local = `ann_${a.id}`;
      return [
        { ...a, email: `${local}@example.org` },
        { ...b, email: `${local.replace('_', 'x')}@example.org` },
      ].map((person) => ({
        person,
        included: [systems.addAccount(person).root, systems.addAttendee(person), systems.addContact(person.email, null)],
      }));
    },
  ),
];

/** Scripts without letters have no initials. */
function initialOf({ given }: Person): string {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(given) ? `${given.slice(0, 1)}.` : given;
}

/** `+33639980042` as people type it into a form. */
function asWritten(phone: string): string {
  return `+33 (0)${phone.slice(3, 4)} ${phone.slice(4).replace(/(\d\d)(?=\d)/gu, '$1 ')}`;
}
