import assert from 'node:assert/strict';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { ids, locateEmail, only, read, recordsOf, root, specOf } from '../observe.js';
import { OF_AN, OF_ANN } from '../worlds/holdings.js';
import { ANN, HASH } from '../worlds/people.js';
import { pieceOwners } from '../worlds/standard-world.js';

/** That nothing is missing: no row, no column, nothing that describes a row. */
export const completenessChecks: readonly ConformanceCheck[] = [
  { id: 'P1', title: 'as many records come as there are, around every batch', world: 'standard', run: batchesLoseNothing },
  {
    id: 'P2',
    title: 'what belongs to a person comes, through composite keys, steps, trees and loops',
    world: 'standard',
    run: holdingsAreWhole,
  },
  {
    id: 'P3',
    title: 'a shared thing is shown by its descriptive fields, and by no others',
    world: 'standard',
    run: contextIsShown,
  },
  { id: 'P6', title: 'a renamed field comes under its own name', world: 'standard', run: fieldsHaveTheirNames },
  {
    id: 'P7',
    title: 'a column that the data map does not know comes, marked as unclassified',
    world: 'standard',
    run: unknownColumnsCome,
  },
  { id: 'P8', title: 'a secret field is never delivered, and listed as withheld', world: 'standard', run: secretsStay },
];

async function batchesLoseNothing(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const { person, pieces } of pieceOwners(source.scenario.batchSize)) {
    const { records, done } = await read(session, { collection: 'piece', roots: [root('person', person)], want: 'records' });
    assert.equal(records.length, pieces, `person ${String(person)} has ${String(pieces)} records`);
    assert.equal(new Set(ids(records)).size, pieces, 'a record came twice');
    assert.ok(
      records.every(({ data }) => data['person_id'] === person),
      'a record of somebody else came',
    );
    assert.deepEqual([done.outcome, done.count], [pieces === 0 ? 'empty' : 'complete', pieces]);
  }
}

async function holdingsAreWhole(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const [person, holdings] of [
    [1, OF_ANN],
    [3, OF_AN],
  ] as const) {
    for (const [collection, expected] of Object.entries(holdings)) {
      const delivered = ids(await recordsOf(session, collection, root('person', person)));
      assert.deepEqual([...delivered].sort(), [...expected].sort(), `${collection} of person ${String(person)}`);
    }
  }
}

async function contextIsShown(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const bookings = await recordsOf(session, 'booking', root('person', 1));
  const shown = bookings.map(({ key, data }) => [key.join(), data['event.title'] ?? null, data['event.place.name'] ?? null]);
  assert.deepEqual(shown.sort(), [
    ['FR,7', 'Summer camp', 'Old Mill'],
    ['UK,7', 'Winter camp', null],
    ['UK,9', null, null],
  ]);
  assert.ok(!bookings.some(({ data }) => Object.keys(data).some((name) => name.includes('organiser'))), 'somebody else is shown');
  const fields = specOf(session, 'booking').fields.filter(({ context }) => context === 'event');
  assert.deepEqual(
    fields.map(({ name }) => name),
    ['event.title', 'event.place.name'],
  );
}

async function fieldsHaveTheirNames(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const person = only(await recordsOf(session, 'person', root('person', 1)), 'records of person 1');
  assert.deepEqual([person.data['givenName'], person.data['familyName']], ['Ann', 'Émile-Brown']);
  const delivered = Object.keys(person.data);
  assert.deepEqual(
    delivered,
    specOf(session, 'person').fields.map(({ name }) => name),
    'fields come as they are announced',
  );
}

async function unknownColumnsCome(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const person = only(await recordsOf(session, 'person', root('person', 1)), 'records of person 1');
  assert.equal(person.data['shoe size'], 1);
  const unclassified = specOf(session, 'person').fields.filter((field) => field.unclassified === true);
  assert.deepEqual(
    unclassified.map(({ name }) => name),
    ['shoe size'],
  );
}

async function secretsStay(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const matches = await locateEmail(session, ANN);
  const delivered = [
    ...matches.map(({ record }) => record),
    ...(await recordsOf(session, 'person', ...matches)).map(({ data }) => data),
  ];
  assert.ok(delivered.length > 0);
  assert.ok(!JSON.stringify(delivered).includes(HASH), 'a secret is delivered');
  assert.ok(!delivered.some((data) => 'password_hash' in data), 'a secret field is delivered');
  assert.deepEqual(specOf(session, 'person').withheld, ['password_hash']);
}
