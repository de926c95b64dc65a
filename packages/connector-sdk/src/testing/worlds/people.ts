import type { WorldTable, WorldValue } from '../world.js';
import { table } from './table.js';

/** The address most checks search. Two people records have it; many others have nearly it. */
export const ANN = 'ann@example.org';
/** Another person, one letter from {@link ANN}, who shares events with her and paid for one of her bookings. */
export const AN = 'an@example.org';
/** The issuer of `person.member_no`, a text column. */
export const MEMBER = 'club.member';
/** The issuer of `person.id`, a number column. */
export const PERSON = 'club.person';
/** The account's password hash: a secret field's value, which nothing may carry. */
export const HASH = 'bcrypt-hash-of-a-password';
/** National phone numbers in this world are read in this region. */
export const REGION = 'FR';

interface Person {
  readonly id: number;
  readonly email?: string;
  readonly phone?: string;
  readonly member?: string;
  readonly note?: string;
}

type Addressed = Person & { readonly email: string };
type Numbered = Person & { readonly member: string };
type Reachable = Person & { readonly phone: string };

/** Those who share nothing with {@link ANN} but letters: a search for her may find none of them. */
export const NEAR_MISSES: readonly Person[] = [
  { id: 3, email: AN },
  { id: 4, email: 'joann@example.org' },
  { id: 6, email: 'ann@example.com' },
  { id: 7, email: 'ann@example.org.test' },
  { id: 8, email: 'ånn@example.org' },
  { id: 9, email: 'ánn@example.org' },
  { id: 20, note: 'Write to ann@example.org about the keys.' },
  { id: 21, email: '' },
  { id: 22 },
  { id: 23, email: 'ann@example.organn.test' },
  { id: 24, email: 'ann' },
];

/** The same mailbox by its folded key: a candidate, and never more. */
export const PLUS_TAG: Person = { id: 5, email: 'ann+news@example.org' };

/** Addresses that SQL, patterns or collations could take for something else, each with one that a careless search would find too. */
export const ODD_ADDRESSES: readonly { readonly wanted: Addressed; readonly careless: Addressed }[] = [
  { wanted: { id: 101, email: 'ann_b@example.org' }, careless: { id: 102, email: 'annxb@example.org' } },
  { wanted: { id: 103, email: 'a%b@example.org' }, careless: { id: 104, email: 'axxxb@example.org' } },
  { wanted: { id: 105, email: "o'brien@example.org" }, careless: { id: 106, email: 'obrien@example.org' } },
  { wanted: { id: 107, email: 'back`tick@example.org' }, careless: { id: 108, email: 'backtick@example.org' } },
  { wanted: { id: 109, email: 'strasse@example.org' }, careless: { id: 110, email: 'straße@example.org' } },
  { wanted: { id: 111, email: 'zoë@example.org' }, careless: { id: 112, email: 'zoe@example.org' } },
  { wanted: { id: 113, email: 'a$1{b}@example.org' }, careless: { id: 114, email: 'ab@example.org' } },
  { wanted: { id: 115, email: '😀@example.org' }, careless: { id: 116, email: '😁@example.org' } },
  { wanted: { id: 117, email: '1=1--@example.org' }, careless: { id: 118, email: '1@example.org' } },
];

/** Member numbers (a text column), each with one that a careless search would find too. */
export const ODD_NUMBERS: readonly { readonly wanted: Numbered; readonly careless: Numbered }[] = [
  { wanted: { id: 131, member: 'M-1' }, careless: { id: 132, member: 'm-1' } },
  { wanted: { id: 133, member: '7' }, careless: { id: 134, member: '007' } },
  { wanted: { id: 135, member: '70' }, careless: { id: 136, member: '70abc' } },
  { wanted: { id: 137, member: '100%' }, careless: { id: 138, member: '1000' } },
  { wanted: { id: 139, member: "'; DROP TABLE person; --" }, careless: { id: 140, member: 'DROP' } },
  { wanted: { id: 141, member: 'C:\\new' }, careless: { id: 142, member: 'C:new' } },
  { wanted: { id: 143, member: '"quoted"' }, careless: { id: 144, member: 'quoted' } },
  { wanted: { id: 145, member: '(a) OR (b)' }, careless: { id: 146, member: 'a' } },
  { wanted: { id: 147, member: 'two\nlines' }, careless: { id: 148, member: 'two' } },
  { wanted: { id: 149, member: 'É9' }, careless: { id: 150, member: 'E9' } },
];

/** The same address written otherwise: what stands in the source, and what is searched. */
export const SPELLINGS: readonly { readonly person: Person; readonly searched: string }[] = [
  { person: { id: 161, email: 'Upper.Case@Example.ORG' }, searched: 'upper.case@example.org' },
  { person: { id: 162, email: 'lower.case@example.org' }, searched: 'Lower.Case@EXAMPLE.org' },
  { person: { id: 163, email: 'unicode@société.example' }, searched: 'unicode@xn--socit-esab.example' },
  { person: { id: 164, email: 'ascii@xn--socit-esab.example' }, searched: 'ascii@société.example' },
];

/** One phone number as different people type it. */
export const PHONES: readonly Reachable[] = [
  { id: 171, phone: '+33612345678' },
  { id: 172, phone: '06 12 34 56 78' },
  { id: 173, phone: '0612345678' },
];

/** Near to {@link PHONES}, and somebody else's. */
export const OTHER_PHONES: readonly Person[] = [
  { id: 174, phone: '+33612345679' },
  { id: 175, phone: '+336123456780' },
  { id: 176, phone: '+32612345678' },
];

/** Known under this address only by a row of the address table, which says that it identifies its owner. */
export const KNOWN_ELSEWHERE = {
  person: { id: 30, email: 'thirty@example.org' } satisfies Person,
  email: 'elsewhere@example.org',
};

const PLAIN: readonly Person[] = [
  { id: 1, email: ANN, phone: '+33698765432', member: 'A-1' },
  { id: 2, email: ANN, member: 'A-2' },
];

/** The person and the newsletter's tables: who is in the world. */
export function peopleTables(more: readonly number[]): readonly WorldTable[] {
  const everyone = [
    ...PLAIN,
    ...NEAR_MISSES,
    PLUS_TAG,
    ...[...ODD_ADDRESSES, ...ODD_NUMBERS].flatMap(({ wanted, careless }) => [wanted, careless]),
    ...SPELLINGS.map(({ person }) => person),
    ...PHONES,
    ...OTHER_PHONES,
    KNOWN_ELSEWHERE.person,
    ...more.map((id): Person => ({ id, email: emailOf(id) })),
  ];
  return [
    table(
      'person',
      {
        id: 'integer',
        email: 'text',
        given_name: 'text',
        family_name: 'text',
        birth_date: 'date',
        phone: 'text',
        member_no: 'code',
        password_hash: 'text',
        note: 'long-text',
        'shoe size': 'integer',
      },
      everyone.map(personRow),
      { indexes: [['email'], ['phone'], ['member_no']] },
    ),
    table('address', { id: 'integer', person_id: 'integer', email: 'text' }, [[1, 30, KNOWN_ELSEWHERE.email]], {
      indexes: [['person_id'], ['email']],
    }),
    table(
      'subscriber',
      { email: 'code', topic: 'text' },
      [
        [ANN, 'gardens'],
        [AN, 'engines'],
        ['ann+news@example.org', 'news'],
      ],
      { key: ['email'] },
    ),
    table('visit_log', { id: 'integer', line: 'long-text' }, [[1, `GET /profile?email=${ANN}`]]),
  ];
}

/** The address of somebody who is only in the world to own a number of rows. */
export function emailOf(id: number): string {
  return `owner.${String(id)}@example.org`;
}

function personRow({ id, email, phone, member, note }: Person): readonly WorldValue[] {
  const unnamed = email === undefined && note === undefined;
  return [
    id,
    email ?? null,
    unnamed ? null : 'Ann',
    unnamed ? null : 'Émile-Brown',
    '1987-02-28',
    phone ?? null,
    member ?? null,
    HASH,
    note ?? null,
    id % 50,
  ];
}
