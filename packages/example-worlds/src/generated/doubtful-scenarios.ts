import type { Person } from '../people/person.js';
import { fullName, one, type Scenario, scenario, secondAddress, two } from './scenario.js';

/** People whose records cannot be told apart by a machine, or lead to somebody else. What is theirs is found, the rest waits. */
export const DOUBTFUL_SCENARIOS: readonly Scenario[] = [
  scenario(
    {
      id: 'family-mailbox',
      shows: 'Two of a family share a mailbox and have an account each: nothing is included for either.',
      people: 2,
      casesPer10000: 40,
    },
    (systems, people) => {
      const [a, b] = family(people);
      const roots = [
        systems.addAccount(a).root,
        systems.addAccount(b, { email: a.email }).root,
        systems.addAttendee(b, { email: a.email }),
        systems.addContact(a.email, null),
      ];
      return [{ person: a, included: [], queued: roots }];
    },
  ),
  scenario(
    { id: 'family-mailbox-apart', shows: 'The same, but each system knows only one of the two.', people: 2, casesPer10000: 30 },
    (systems, people) => {
      const [a, b] = family(people);
      const roots = [systems.addAccount(a).root, systems.addAttendee(b, { email: a.email }), systems.addContact(a.email, null)];
      return [{ person: a, included: [], queued: roots }];
    },
  ),
  scenario(
    {
      id: 'grandchild',
      shows: 'Grandparent and grandchild of one name share a mailbox: only the birth dates tell.',
      people: 2,
      casesPer10000: 30,
    },
    (systems, people) => {
      const [elder, other] = two(people);
      const grandchild = {
        ...other,
        given: elder.given,
        family: elder.family,
        birthDate: `${Number(elder.birthDate.slice(0, 4)) + 53}-12-24`,
      };
      const roots = [systems.addAccount(elder).root, systems.addAccount(grandchild, { email: elder.email }).root];
      return [{ person: elder, included: [], queued: roots }];
    },
  ),
  scenario(
    {
      id: 'handed-over',
      shows: 'A mailbox that went to a successor: the predecessor asks under a private address.',
      people: 2,
      casesPer10000: 30,
    },
    (systems, people) => {
      const [before, after] = family(people);
      const desk = secondAddress(before, 'desk.test');
      const own = systems.addAccount(before, {}, [desk]).root;
      const foreign = [systems.addAccount(after, { email: desk }).root, systems.addAttendee(after, { email: desk })];
      return [{ person: before, included: [own], queued: foreign }];
    },
  ),
  scenario(
    { id: 'role-mailbox', shows: "A firm's mailbox, used by one of its people.", people: 1, casesPer10000: 30 },
    (systems, people) => {
      const person = { ...one(people), email: `contact@${one(people).id}.test` };
      return [
        { person, included: [], queued: [systems.addAccount(person).root, systems.addContact(person.email, fullName(person))] },
      ];
    },
  ),
  scenario(
    { id: 'plus-address', shows: 'The proved mailbox with a tag: most likely the same person.', people: 1, casesPer10000: 75 },
    (systems, people) => {
      const person = one(people);
      const tagged = person.email.replace('@', '+event@');
      return [{ person, included: [systems.addAccount(person).root], queued: [systems.addAttendee(person, { email: tagged })] }];
    },
  ),
  scenario(
    {
      id: 'learnt-address-without-name',
      shows: 'An address learnt from the account stands in the mailing tool with no name beside it.',
      people: 1,
      casesPer10000: 60,
    },
    (systems, people) => {
      const person = one(people);
      const other = secondAddress(person);
      const account = systems.addAccount(person, {}, [other]).root;
      return [{ person, included: [account], queued: [systems.addContact(other, null)] }];
    },
  ),
  scenario(
    {
      id: 'learnt-telephone-without-name',
      shows: 'A purchase with the telephone number of the account and nothing else.',
      people: 1,
      casesPer10000: 40,
    },
    (systems, people) => {
      const person = one(people);
      return [
        { person, included: [systems.addAccount(person).root], queued: [systems.addGuestPurchase({ phone: person.phone })] },
      ];
    },
  ),
  scenario(
    { id: 'recycled-telephone', shows: "A telephone number that was somebody else's before.", people: 2, casesPer10000: 40 },
    (systems, people) => {
      const [before, after] = family(people);
      const account = systems.addAccount(before).root;
      const attendee = systems.addAttendee(after, { phone: before.phone });
      return [
        { person: before, included: [account], queued: [attendee] },
        { person: after, included: [attendee], queued: [account] },
      ];
    },
  ),
  scenario(
    { id: 'number-typed-wrongly', shows: "An attendee typed somebody else's customer number.", people: 2, casesPer10000: 30 },
    (systems, people) => {
      const [owner, typist] = family(people);
      const { root, customerNo } = systems.addAccount(owner);
      const attendee = systems.addAttendee(typist, { customer_no: customerNo });
      return [
        { person: owner, included: [root], queued: [attendee] },
        { person: typist, included: [attendee], queued: [root] },
      ];
    },
  ),
  scenario(
    {
      id: 'registered-a-colleague',
      shows: "A colleague's registration mentions who made it: it is the colleague's.",
      people: 2,
      casesPer10000: 40,
    },
    (systems, people) => {
      const [organiser, colleague] = two(people);
      const own = systems.addAttendee(organiser);
      const others = systems.addAttendee(colleague, { registered_by: organiser.email });
      return [
        { person: organiser, included: [own], queued: [others] },
        { person: colleague, included: [others] },
      ];
    },
  ),
];

/** Two people of one family name whose first names nobody takes for each other. */
function family(people: readonly Person[]): readonly [Person, Person] {
  const [a, b] = two(people);
  return [a, { ...b, family: a.family, given: clearlyAnother(a.given) }];
}

const CLEAR_NAMES = ['Théodora', 'Guillemette', 'Bartholomé', 'Wilhelmina'] as const;

/** A first name that shares no letter at its start with the other, so that no measure of likeness confuses them. */
function clearlyAnother(given: string): string {
  const first = given.normalize('NFD').charAt(0).toUpperCase();
  const [name] = CLEAR_NAMES.filter((candidate) => candidate.charAt(0) !== first);
  return name ?? given;
}
