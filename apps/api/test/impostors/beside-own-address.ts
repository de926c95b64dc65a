import { expect } from '@jest/globals';
import type { Attack } from './stage.js';
import { OWN, OWN_DATA, RECYCLED_MAILBOX, SHARED_MAILBOX, VICTIM } from './victims.js';

type Fields = Readonly<Record<string, string>>;

/** What is typed beside one's own address, which is proved: the answer is one's own, and no more. */
const BESIDE: readonly (readonly [title: string, fields: Fields])[] = [
  ['a customer number of somebody else widens nothing', { customerNumber: VICTIM.customerNumber }],
  ['a telephone of somebody else widens nothing', { phone: VICTIM.phone }],
  ['a second telephone, of somebody else, widens nothing', { phone: OWN.phone, otherPhones: VICTIM.phone }],
  ['an address of somebody else among one’s other addresses widens nothing', { otherEmails: VICTIM.email }],
  ['a customer number of somebody else in one’s own words widens nothing', { message: 'My number is 49001, born 1984-06-17.' }],
  ['a former name that is somebody else’s widens nothing', { formerNames: 'Violet Kent' }],
  ['a birth date of somebody else, smuggled in as a field, widens nothing', { birthDate: VICTIM.birthDate, id: '49001' }],
  [
    'a proof that is smuggled in with the form proves nothing',
    { otherEmails: VICTIM.email, provedBy: 'signed in', isSignedIn: 'true' },
  ],
  [
    'identifiers that are smuggled in as those of the service API are not looked at',
    { 'identifiers[0][kind]': 'email', 'identifiers[0][value]': VICTIM.email, 'identifiers[0][provedBy]': 'signed in' },
  ],
  [
    'a prototype that is smuggled in with the form changes nothing',
    { '__proto__[provedBy]': 'signed in', constructor: VICTIM.email },
  ],
  [
    'a utility bill that is told of in words proves nothing',
    { otherEmails: VICTIM.email, message: 'A utility bill in the name of Violet Kent.' },
  ],
];

const besideOwn: readonly Attack[] = BESIDE.map(([title, fields]) => ({
  title,
  run: async (stage, impostor) => {
    expect(await stage.goAsFarAsItGoes(impostor, await impostor.ask({ email: OWN.email, ...fields }))).toBe('released');
    expect(impostor.hasSeen(OWN_DATA)).toBe(true);
  },
}));

/** What is typed without an address that the impostor reads: it never comes further than the form. */
const WITHOUT: readonly (readonly [title: string, fields: Fields, victimGets?: Attack['victimGets']])[] = [
  ['an address of somebody else is asked for a code, and its owner alone has it', { email: VICTIM.email }, ['code']],
  [
    'one’s own telephone beside the address of somebody else brings no code to it',
    { email: VICTIM.email, phone: OWN.phone },
    ['code'],
  ],
  [
    'one’s own address among the other addresses of somebody else has no code',
    { email: VICTIM.email, otherEmails: OWN.email },
    ['code'],
  ],
  [
    'a telephone alone, on a SIM that is another one’s by now, brings the code to the mailbox on record',
    { phone: VICTIM.phone },
    ['code'],
  ],
  [
    'a customer number that a stranger knows brings the code to the mailbox on record',
    { customerNumber: VICTIM.customerNumber, givenName: 'Violet', familyName: 'Kent' },
    ['code'],
  ],
  ['a name alone is nothing to search with', { givenName: VICTIM.givenName, familyName: VICTIM.familyName }],
  [
    'a proxy without a mandate has nothing sent to them',
    { email: VICTIM.email, requester: 'proxy', requesterName: 'Max', requesterEmail: OWN.email, authority: 'She knows.' },
  ],
  [
    'a parent without proof has nothing sent to them',
    { email: VICTIM.email, requester: 'parental_authority', requesterName: 'Max', requesterEmail: OWN.email },
  ],
  [
    'a guardian without proof has nothing sent to them',
    { email: VICTIM.email, requester: 'guardian', requesterName: 'Max', requesterEmail: OWN.email },
  ],
  [
    'an heir without proof has nothing sent to them',
    { email: OWN.email, otherEmails: VICTIM.email, requester: 'heir', requesterName: 'Max', requesterEmail: OWN.email },
  ],
  [
    'a child who asks by themselves proves their address like everybody',
    { email: VICTIM.email, requester: 'minor_self' },
    ['code'],
  ],
  [
    'a requester that there is not is nobody in particular',
    { email: VICTIM.email, requester: 'officer', isForOther: 'false' },
    ['code'],
  ],
];

const withoutOwn: readonly Attack[] = WITHOUT.map(([title, fields, victimGets = []]) => ({
  title,
  victimGets,
  run: async (stage, impostor) => {
    const state = await stage.goAsFarAsItGoes(impostor, await impostor.ask(fields));
    expect(['received', undefined]).toContain(state);
    expect(impostor.mails()).toEqual([]);
  },
}));

/** Mailboxes that the impostor does read, and under which two people are known. */
const TWO_PEOPLE: readonly (readonly [title: string, fields: Fields])[] = [
  ['a mailbox that two people share proves nothing about which of them asks', { email: SHARED_MAILBOX }],
  [
    'a mailbox that two people share does not, with the name of the other one, either',
    { email: SHARED_MAILBOX, givenName: 'Violet', familyName: 'Kent' },
  ],
  ['a mailbox that was somebody else’s before proves nothing about their time', { email: RECYCLED_MAILBOX }],
  [
    'a mailbox that was somebody else’s before does not, with their telephone, either',
    { email: RECYCLED_MAILBOX, phone: '+33 6 39 98 81 05' },
  ],
];

const twoPeople: readonly Attack[] = TWO_PEOPLE.map(([title, fields]) => ({
  title,
  run: async (stage, impostor) => {
    expect(await stage.goAsFarAsItGoes(impostor, await impostor.ask(fields))).toBe('in_review');
  },
}));

/** What is given beside, or instead of, an address that is one's own. */
export const BESIDE_OWN_ADDRESS: readonly Attack[] = [...besideOwn, ...withoutOwn, ...twoPeople];
