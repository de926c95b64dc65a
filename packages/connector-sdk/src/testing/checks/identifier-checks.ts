import assert from 'node:assert/strict';
import type { Evidence, Match, Session } from '../../contract/session.js';
import { compareIdentifiers, toIdentifier, toIdentifiers, type Identifier } from '../../identifier/identifier.js';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { certain, identifier, locate, locateEmail, rootNames } from '../observe.js';
import { ANN, KNOWN_ELSEWHERE, MEMBER, ODD_ADDRESSES, ODD_NUMBERS, PERSON, PHONES, REGION, SPELLINGS } from '../worlds/people.js';

/** That identifiers are data, however they look, and that a hit is a hit by the canonical form. */
export const identifierChecks: readonly ConformanceCheck[] = [
  {
    id: 'S2a',
    title: 'an odd address finds the one who has it, and nobody with nearly it',
    world: 'standard',
    run: oddAddressesAreData,
  },
  {
    id: 'S2b',
    title: 'an odd number finds the one who has it, and nobody with nearly it',
    world: 'standard',
    run: oddNumbersAreData,
  },
  {
    id: 'S2c',
    title: 'identifiers made to break a query find nobody and break nothing',
    world: 'standard',
    run: hostileTextsAreData,
  },
  {
    id: 'S2d',
    title: 'a number column is found by its number, and by nothing that looks like it',
    world: 'standard',
    run: numberColumnsHold,
  },
  { id: 'S2e', title: 'letter case and the spelling of a domain do not hide anybody', world: 'standard', run: spellingsAreFound },
  { id: 'S2f', title: 'a phone number is found as people type it', world: 'standard', run: phonesAreFound },
  { id: 'S2g', title: 'many identifiers can be searched at once', world: 'standard', run: manyAtOnce },
  { id: 'S4', title: 'the evidence of every match holds when it is checked again', world: 'standard', run: evidenceHolds },
];

/** What has broken, or opened, a query somewhere. None of it stands in the world. */
const HOSTILE: readonly string[] = [
  ...['%', '_', '%%', '\\', "'", '"', '`', ')', '(', ';--', '--', '/*', '#', '?', '$1', ':id', '{}', '[', '*', '^', '&', '|'],
  ...[
    "' OR '1'='1",
    '" OR ""="',
    '1 OR 1=1',
    "\\' OR 1=1 --",
    "'); DELETE FROM person; --",
    '${id}',
    '{{7*7}}',
    '%s',
    '%25',
    '%00',
  ],
  ...['a\nb', 'a\rb', 'a\tb', 'a\0b', '\u0001', '\u001a', '\ud800', 'a\udfff', '😃', '漢字', 'ﬁ', '\u0130', 'ǆ', 'e\u0301'],
  ...['-1', '+1', '01', '1.0', '1e0', '0x1', '1abc', '１', '99999999999999999999999', '-9223372036854775809', 'NaN', 'Infinity'],
  ...['null', 'NULL', 'true', 'undefined', '__proto__', 'constructor', 'x'.repeat(10_000), "'".repeat(1000)],
];

function memberNumber(text: string): Identifier {
  return identifier('id', text, MEMBER);
}

async function certainRoots(session: Session, wanted: Identifier): Promise<readonly string[]> {
  return rootNames(certain((await locate(session, [wanted])).matches));
}

async function oddAddressesAreData(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const { wanted, careless } of ODD_ADDRESSES) {
    for (const { id, email } of [wanted, careless]) {
      assert.deepEqual(await certainRoots(session, identifier('email', email)), [`person ${String(id)}`], email);
    }
  }
}

async function oddNumbersAreData(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const { wanted, careless } of ODD_NUMBERS) {
    for (const { id, member } of [wanted, careless]) {
      assert.deepEqual(await certainRoots(session, memberNumber(member)), [`person ${String(id)}`], member);
    }
  }
}

async function hostileTextsAreData(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const text of HOSTILE) {
    for (const namespace of [MEMBER, PERSON]) {
      const { matches, located } = await locate(session, [identifier('id', text, namespace)]);
      assert.deepEqual(rootNames(matches), [], `${JSON.stringify(text)} as ${namespace}`);
      assert.deepEqual(
        located.filter(({ outcome }) => outcome !== 'empty'),
        [],
        `${JSON.stringify(text)} as ${namespace}`,
      );
    }
    const email = toIdentifier('email', `${text}@example.org`);
    if (email !== undefined) assert.deepEqual(rootNames((await locate(session, [email])).matches), [], JSON.stringify(text));
  }
}

async function numberColumnsHold(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  assert.deepEqual(await certainRoots(session, identifier('id', '7', PERSON)), ['person 7']);
  assert.deepEqual(await certainRoots(session, identifier('id', '133', PERSON)), ['person 133']);
  for (const text of ['7.', '7.0', '07', '7 ', '7e0', '７', '7abc', '+7', '-7']) {
    const expected = text.trim() === '7' ? ['person 7'] : [];
    assert.deepEqual(await certainRoots(session, identifier('id', text, PERSON)), expected, text);
  }
}

async function spellingsAreFound(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const { person, searched } of SPELLINGS) {
    assert.deepEqual(await certainRoots(session, identifier('email', searched)), [`person ${String(person.id)}`], searched);
  }
}

async function phonesAreFound(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const everybody = PHONES.map(({ id }) => `person ${String(id)}`);
  for (const typed of ['06 12 34 56 78', '+33 6 12 34 56 78', '0033612345678']) {
    assert.deepEqual(await certainRoots(session, identifier('phone', typed)), everybody, typed);
  }
}

async function manyAtOnce(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const strangers = Array.from({ length: 300 }, (_, index) => identifier('email', `stranger.${String(index)}@example.org`));
  const { matches } = await locate(session, [...strangers, identifier('email', ANN), memberNumber('M-1')]);
  assert.deepEqual(rootNames(certain(matches)), ['person 1', 'person 131', 'person 2', `subscriber ${ANN}`]);
}

async function evidenceHolds(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const phone = PHONES.map(({ phone: number }) => identifier('phone', number));
  const numbers = [memberNumber('É9'), identifier('id', '30', PERSON)];
  const searches = [
    ...[ANN, KNOWN_ELSEWHERE.email, 'upper.case@example.org'].map((text) => identifier('email', text)),
    ...phone,
    ...numbers,
  ];
  const matches = [...(await locate(session, searches)).matches, ...(await locateEmail(session, 'friend@example.org'))];
  const known = [...searches, identifier('email', 'friend@example.org')];
  assert.ok(matches.length > PHONES.length);
  for (const match of matches) {
    for (const piece of match.evidence) evidencePieceHolds(piece, match, known);
  }
}

function evidencePieceHolds(
  { identifier: wanted, field, found, how }: Evidence,
  match: Match,
  known: readonly Identifier[],
): void {
  const text = found.reveal();
  assert.ok(
    known.some((each) => compareIdentifiers(each, wanted) === 'same'),
    `${field}: evidence for what nobody searched`,
  );
  const options = { phoneRegion: REGION, ...(wanted.namespace === undefined ? {} : { namespace: wanted.namespace }) };
  const verdicts = toIdentifiers(wanted.kind, text, options).map((identity) => compareIdentifiers(identity, wanted));
  assert.ok(verdicts.includes(how === 'folded' ? 'folded' : 'same'), `${field}: what was found is not what was searched`);
  const searched = [wanted.value.reveal(), wanted.exact.reveal()];
  const folded = searched.map((each) => each.toLowerCase());
  assert.ok(how !== 'equal' || searched.includes(text), `${field}: "equal" is not equal`);
  assert.ok(how !== 'equal-fold' || folded.includes(text.toLowerCase()), `${field}: "equal-fold" differs`);
  const name = field.slice(match.collection.length + 1);
  if (field !== `${match.collection}.${name}`) return;
  const held = match.record[name];
  const isHeld = (typeof held === 'string' || typeof held === 'number') && String(held) === text;
  assert.ok(isHeld, `${field} of the match holds something else`);
}
