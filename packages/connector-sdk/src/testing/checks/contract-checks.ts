import assert from 'node:assert/strict';
import { connectorManifestSchema } from '../../contract/manifest.js';
import type { CollectionSpec } from '../../contract/collection.js';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { expectFault, offered } from '../expect-fault.js';
import { identifier, locate, read, recordsOf, root, rootNames, searched } from '../observe.js';
import { OF_ANN } from '../worlds/holdings.js';
import { ANN } from '../worlds/people.js';

/** The contract itself: what a connector says of itself, and how what it delivers begins and ends. */
export const contractChecks: readonly ConformanceCheck[] = [
  {
    id: 'C1',
    title: 'the manifest is valid, and a configuration that is none is refused',
    world: 'standard',
    run: manifestIsValid,
  },
  {
    id: 'C2',
    title: 'every collection has a key, fields of their own names, and a way to it',
    world: 'standard',
    run: collectionsAreWhole,
  },
  { id: 'C3a', title: 'check tells that every collection is well', world: 'standard', run: healthIsGood },
  {
    id: 'C3b',
    title: 'a wrong password is a fault of class auth',
    world: 'standard',
    needs: ['badConfig'],
    run: wrongPasswordIsTold,
  },
  {
    id: 'C3c',
    title: 'check tells the one collection that may not be read',
    world: 'standard',
    damages: true,
    needs: ['deny'],
    run: denialIsTold,
  },
  { id: 'C4a', title: 'a search ends once for each collection that it can search', world: 'standard', run: searchesEndOnce },
  { id: 'C4b', title: 'a read ends with one done, which counts what came', world: 'standard', run: readsEndOnce },
  { id: 'C5', title: 'the same question has the same answer, in the same order', world: 'standard', run: answersRepeat },
  { id: 'C6', title: 'a session can be closed twice', world: 'standard', run: closesTwice },
  {
    id: 'C7',
    title: 'a plan names every collection that would be searched, and the ways down',
    world: 'standard',
    needs: ['plan'],
    run: planIsWhole,
  },
  {
    id: 'C8',
    title: 'a description names the tables, their keys and their columns',
    world: 'standard',
    needs: ['describe'],
    run: describesTables,
  },
];

async function manifestIsValid({ scenario: { connector } }: SourceUnderTest): Promise<void> {
  const { error } = connectorManifestSchema.safeParse(connector.manifest);
  assert.equal(error?.message, undefined);
  assert.ok(!(await connector.config.safeParseAsync(null)).success, 'the configuration schema takes anything');
}

async function collectionsAreWhole(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const names = session.collections.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, 'two collections have one name');
  for (const collection of session.collections) collectionIsWhole(collection);
  const owners = Object.fromEntries(session.collections.map(({ name, ownedBy }) => [name, [...ownedBy].sort()]));
  assert.deepEqual(owners['line_note'], ['booking', 'booking_line', 'person']);
  assert.deepEqual(owners['payment'], ['booking', 'person']);
  assert.deepEqual(owners['folder'], ['person']);
  assert.deepEqual(owners['subscriber'], []);
}

function collectionIsWhole({ name, key, fields, personal, reason, lookups, ownedBy, withheld }: CollectionSpec): void {
  if (personal === 'none') {
    assert.ok(reason !== undefined && reason !== '', `${name} holds no personal data, and does not say why`);
    return;
  }
  const fieldNames = fields.map((field) => field.name);
  assert.ok(key.length > 0, `${name} has no key`);
  assert.equal(new Set(fieldNames).size, fieldNames.length, `two fields of ${name} have one name`);
  assert.ok(lookups.length + ownedBy.length > 0, `nothing leads to ${name}`);
  assert.deepEqual(
    fieldNames.filter((field) => withheld.includes(field)),
    [],
    `${name} delivers what it says it withholds`,
  );
}

async function healthIsGood(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const { collections, system } = await session.check();
  assert.notEqual(system, '', 'check does not tell which system it is');
  const unwell = collections.filter(({ status, problems }) => status !== 'ok' || problems.length > 0);
  assert.deepEqual(unwell, []);
  const told = collections.map(({ collection }) => collection);
  assert.equal(new Set(told).size, told.length, 'check tells of one collection twice');
  assert.deepEqual(
    searched(session)
      .map(({ name }) => name)
      .filter((name) => !told.includes(name)),
    [],
    'check leaves collections out',
  );
}

async function wrongPasswordIsTold(source: SourceUnderTest): Promise<void> {
  const config = offered(source, 'badConfig');
  await expectFault(source, ['auth'], async () => (await source.open({}, config)).check());
}

async function denialIsTold(source: SourceUnderTest): Promise<void> {
  await offered(source, 'deny')('booking');
  const { collections } = await (await source.open()).check();
  const booking = collections.find(({ collection }) => collection === 'booking');
  assert.equal(booking?.status, 'denied');
  assert.equal(booking.problems[0]?.errorClass, 'permission');
  const reachedThroughIt = ['booking', 'booking_line', 'line_note', 'payment'];
  const unwell = collections.filter(({ status, collection }) => status !== 'ok' && !reachedThroughIt.includes(collection));
  assert.deepEqual(unwell, [], 'collections are unwell that can be read');
}

async function searchesEndOnce(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const { matches, located } = await locate(session, [identifier('email', ANN)]);
  const searchable = searched(session).filter(({ lookups }) => lookups.some(({ kind }) => kind === 'email'));
  assert.deepEqual(located.map(({ collection }) => collection).sort(), searchable.map(({ name }) => name).sort());
  for (const { collection, outcome, lookups } of located) {
    const found = matches.some((match) => match.collection === collection);
    assert.equal(outcome, found ? 'complete' : 'empty', `the search of ${collection}`);
    assert.ok(lookups.length > 0, `${collection} was searched without a lookup`);
  }
}

async function readsEndOnce(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const [collection, expected] of Object.entries(OF_ANN)) {
    const { records, batches, done } = await read(session, { collection, roots: [root('person', 1)], want: 'records' });
    assert.equal(done.outcome, 'complete', collection);
    assert.equal(done.count, records.length, `${collection}: done counts something else`);
    assert.equal(done.count, expected.length, collection);
    assert.ok(
      batches.every((size) => size > 0 && size <= source.scenario.batchSize),
      `${collection}: batches of ${batches.join(', ')}`,
    );
  }
  const iterator = session.read({ collection: 'folder', roots: [root('person', 24)], want: 'records' })[Symbol.asyncIterator]();
  assert.deepEqual(await iterator.next(), { done: false, value: { type: 'done', outcome: 'empty', count: 0, notes: [] } });
  assert.equal((await iterator.next()).done, true, 'something comes after done');
}

async function answersRepeat(source: SourceUnderTest): Promise<void> {
  const ask = async (): Promise<unknown> => {
    const session = await source.open();
    const { matches } = await locate(session, [identifier('email', ANN)]);
    // Collections may be searched all at once, so matches come in any order; records do not.
    const roots = [...matches].sort((a, b) => (rootNames([a]).join() < rootNames([b]).join() ? -1 : 1));
    const records = [];
    for (const { name } of searched(session)) records.push(await recordsOf(session, name, ...roots));
    return { roots: roots.map(({ collection, key, record }) => ({ collection, key, record })), records };
  };
  assert.deepEqual(await ask(), await ask());
}

async function closesTwice(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  await recordsOf(session, 'booking', root('person', 1));
  await session.close();
  await session.close();
}

async function planIsWhole(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  assert.ok(session.plan !== undefined, 'there is no plan, and the scenario does not say why');
  const { collections } = await session.plan({ identifiers: [identifier('email', ANN)] });
  const planned = new Map(collections.map((entry) => [entry.collection, entry]));
  for (const { name, lookups } of searched(session)) {
    const wanted = lookups.some(({ kind }) => kind === 'email');
    assert.equal((planned.get(name)?.lookups.length ?? 0) > 0, wanted, `the plan for ${name}`);
  }
  const paths = planned.get('payment')?.paths;
  assert.ok(paths !== undefined && paths.length >= 2, 'two paths lead from people to payment');
  assert.ok(
    collections.every(({ calls }) => calls > 0),
    'a collection is planned without a call',
  );
}

async function describesTables(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  assert.ok(session.describe !== undefined, 'there is no description, and the scenario does not say why');
  const described = new Map<string, readonly [readonly string[], readonly string[]]>();
  for await (const { name, key, fields } of session.describe()) described.set(name, [key, fields.map((field) => field.name)]);
  for (const { name, key, columns } of source.world.tables) {
    assert.deepEqual(described.get(name), [key, columns.map((column) => column.name)], name);
  }
}
