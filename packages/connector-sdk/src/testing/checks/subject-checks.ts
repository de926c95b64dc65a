import assert from 'node:assert/strict';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { certain, ids, identifier, locate, locateEmail, only, read, recordsOf, root, rootNames, searched } from '../observe.js';
import { OF_AN, OF_ANN } from '../worlds/holdings.js';
import { ANN, KNOWN_ELSEWHERE } from '../worlds/people.js';

/** That a search delivers one person: all of theirs, and nothing of anybody else's. */
export const subjectChecks: readonly ConformanceCheck[] = [
  { id: 'S1', title: 'nobody is found who only has nearly the address', world: 'standard', run: nearMissesStay },
  { id: 'S5a', title: 'two records of one person are both found, each once', world: 'standard', run: bothRecordsAreFound },
  { id: 'S5b', title: 'a record that two paths lead to comes once, with both', world: 'standard', run: twoPathsOneRecord },
  { id: 'S5c', title: 'a record that belongs to two roots comes once, with both', world: 'standard', run: twoRootsOneRecord },
  { id: 'S6', title: 'somebody who is not there is an empty answer, and no fault', world: 'standard', run: absenceIsEmpty },
  { id: 'S7', title: 'what people share never leads from one to another', world: 'standard', run: sharedThingsStay },
  { id: 'S8', title: 'a name and a birth date alone find nobody', world: 'standard', run: namesFindNobody },
  { id: 'S9', title: 'a hit in a field about somebody else only mentions', world: 'standard', run: mentionsAreMarked },
  { id: 'S10', title: 'an address table that identifies its owner leads to the owner', world: 'standard', run: addressesLeadUp },
  { id: 'S11', title: 'a match tells every identifier of the record', world: 'standard', run: identifiersAreTold },
];

async function nearMissesStay(source: SourceUnderTest): Promise<void> {
  const matches = await locateEmail(await source.open(), ANN);
  const sure = certain(matches);
  assert.deepEqual(rootNames(sure), ['person 1', 'person 2', `subscriber ${ANN}`]);
  const candidates = rootNames(matches.filter((match) => !sure.includes(match)));
  const allowed = ['person 5', 'subscriber ann+news@example.org'];
  assert.deepEqual(
    candidates.filter((name) => !allowed.includes(name)),
    [],
    'candidates by another key than the folded one',
  );
}

async function bothRecordsAreFound(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const { matches } = await locate(session, [identifier('email', ANN), identifier('phone', '+33698765432')]);
  const people = certain(matches).filter(({ collection }) => collection === 'person');
  assert.deepEqual(rootNames(people), ['person 1', 'person 2']);
  const first = only(
    people.filter(({ key }) => key[0] === 1),
    'matches of record 1',
  );
  const kinds = first.evidence.map((piece) => piece.identifier.kind);
  assert.deepEqual(kinds.sort(), ['email', 'phone'], 'two identifiers lead to record 1, and its evidence tells both');
  const records = await recordsOf(session, 'person', ...people);
  assert.deepEqual(ids(records), ['1', '2']);
  assert.deepEqual(
    records.map(({ via }) => via),
    [
      [{ root: { collection: 'person', recordId: '1' }, path: [] }],
      [{ root: { collection: 'person', recordId: '2' }, path: [] }],
    ],
  );
}

async function twoPathsOneRecord(source: SourceUnderTest): Promise<void> {
  const payments = await recordsOf(await source.open(), 'payment', root('person', 1));
  assert.deepEqual(ids(payments), ['1', '2', '3']);
  const paths = payments.map(({ via }) => via.map(({ path }) => path.join(' ')).sort());
  const through = 'booking.person payment.booking';
  assert.deepEqual(paths, [[through, 'payment.payer'], [through], ['payment.payer']]);
}

async function twoRootsOneRecord(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const payments = await recordsOf(session, 'payment', root('person', 1), root('person', 3), root('booking', 'FR', 7));
  assert.deepEqual(ids(payments), ['1', '2', '3', '4']);
  const roots = payments[1]?.via.map((via) => `${via.root.collection} ${via.root.recordId} ${via.path.join(' ')}`).sort();
  assert.deepEqual(roots, [
    'booking ["FR","7"] payment.booking',
    'person 1 booking.person payment.booking',
    'person 3 payment.payer',
  ]);
  assert.deepEqual(ids(await recordsOf(session, 'booking_line', root('booking', 'FR', 7))), ['["FR","7","1"]', '["FR","7","2"]']);
}

async function absenceIsEmpty(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const { matches, located } = await locate(session, [identifier('email', 'nobody@example.org')]);
  assert.deepEqual(matches, []);
  assert.ok(
    located.length > 0 && located.every(({ outcome }) => outcome === 'empty'),
    'nobody was found, and the search is not empty',
  );
  const { done } = await read(session, { collection: 'booking', roots: [root('person', 24)], want: 'records' });
  assert.deepEqual([done.outcome, done.count], ['empty', 0]);
}

async function sharedThingsStay(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const [person, holdings] of [
    [1, OF_ANN],
    [3, OF_AN],
  ] as const) {
    for (const { name } of searched(session)) {
      const own = holdings[name];
      if (own === undefined) continue;
      const delivered = ids(await recordsOf(session, name, root('person', person)));
      assert.deepEqual(
        delivered.filter((id) => !own.includes(id)),
        [],
        `records of ${name} that are not person ${String(person)}'s`,
      );
    }
  }
  const { records, done } = await read(session, { collection: 'event', roots: [root('person', 1)], want: 'records' });
  assert.deepEqual(records, []);
  assert.ok(['empty', 'unsupported'].includes(done.outcome), `the shared events are ${done.outcome}`);
}

async function namesFindNobody(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const { matches } = await locate(session, [identifier('name', 'Ann Émile-Brown'), identifier('birthDate', '1987-02-28')]);
  assert.deepEqual(rootNames(matches), []);
}

async function mentionsAreMarked(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const [mention, ...more] = await locateEmail(session, 'friend@example.org');
  assert.deepEqual(rootNames(more), []);
  assert.deepEqual([mention?.collection, mention?.key, mention?.standing], ['booking', ['FR', 7], 'third-party']);
  const own = certain(await locateEmail(session, ANN));
  assert.deepEqual([...new Set(own.map(({ standing }) => standing))], ['subject']);
}

async function addressesLeadUp(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const matches = await locateEmail(session, KNOWN_ELSEWHERE.email);
  assert.deepEqual(rootNames(matches), ['person 30']);
  assert.deepEqual(
    matches[0]?.evidence.map(({ field }) => field),
    ['address.email'],
  );
  assert.deepEqual(ids(await recordsOf(session, 'address', ...matches)), ['1']);
}

async function identifiersAreTold(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const thirty = only(await locateEmail(session, KNOWN_ELSEWHERE.person.email), 'matches of person 30');
  const told = thirty.identifiers.map(
    (found) => `${found.field} ${found.part ?? found.identifier.kind} ${found.identifier.exact.reveal()}`,
  );
  assert.deepEqual(told.sort(), [
    'address.email email elsewhere@example.org',
    'person.birth_date birthDate 1987-02-28',
    'person.email email thirty@example.org',
    'person.familyName family brown emile',
    'person.givenName given ann',
    'person.id id 30',
  ]);
}
