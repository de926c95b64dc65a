import assert from 'node:assert/strict';
import { connectorManifestSchema, type CollectionSpec, type FieldSpec } from '@habeas/connector-sdk';
import { ANN } from '../../world/people.js';
import { isLedUpTo } from '../../../manifest/collection-faults.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectFault, expectWhole } from '../expect.js';
import { certain, idsOf, readAll, readEvery, rootsOf, search } from '../observe.js';
import { unlikeCollections } from '../shapes.js';
import { allSought, searchesOf } from '../subjects.js';

/** That a connector is what it says, and keeps to the contract of connectors. */
export const contractChecks: readonly RestCheck[] = [
  { id: 'C1', title: 'the manifest and the configuration are sound, and credentials become secrets', run: manifestIsSound },
  {
    id: 'C2',
    title: 'every collection has a key, a way to it, and fields that say what they hold',
    run: collectionsAreDescribed,
  },
  { id: 'C3a', title: 'a check of a healthy source is well, and asks for nobody', run: healthySourcesAreWell },
  { id: 'C3b', title: 'bad credentials are told as such', run: badCredentialsAreTold },
  { id: 'C3c', title: 'a check tells which collection is closed, and that the others are open', run: closedCollectionsAreTold },
  { id: 'C4', title: 'every search and every read ends once, and nothing comes after', run: endsAreOnce },
  { id: 'C5', title: 'the same search gives the same, in the same order', run: searchesRepeat },
  { id: 'C6', title: 'a plan names every collection that a search would go to, and asks the vendor nothing', run: plansAreFree },
];

async function manifestIsSound(bench: Bench): Promise<void> {
  const { connector, scenario } = bench;
  connectorManifestSchema.parse(connector.manifest);
  assert.match(connector.manifest.version, /^\d+\.\d+\.\d+$/u, 'the version is no semantic version');
  for (const name of Object.keys(scenario.secrets)) {
    const { [name]: _without, ...rest } = bench.config;
    assert.ok(!connector.config.safeParse(rest).success, `the configuration does without ${name}`);
  }
  assert.ok(!connector.config.safeParse({ ...bench.config, nobodyKnows: 1 }).success, 'the configuration takes anything');
  const shown = JSON.stringify(connector.config.parse(bench.config));
  assert.ok(!Object.values(scenario.secrets).some((secret) => shown.includes(secret)), 'a credential is shown');
  await Promise.resolve();
}

async function collectionsAreDescribed(bench: Bench): Promise<void> {
  const { collections } = await bench.open();
  assert.deepEqual(
    collections.map(({ name }) => name),
    Object.keys(bench.manifest.collections),
  );
  for (const collection of collections) {
    const { name, key, fields, lookups, ownedBy, gaps } = collection;
    assert.ok(key.length > 0, `${name} has no key`);
    assert.ok(lookups.length > 0 || ownedBy.length > 0 || isLedUpTo(bench.manifest, name), `nothing leads to ${name}`);
    assert.ok(
      gaps.every((gap) => gap.trim() !== ''),
      `a gap of ${name} says nothing`,
    );
    const silent = fields.filter((field) => saysNothing(field, collection)).map((field) => field.name);
    assert.deepEqual(silent, [], `fields of ${name} have neither a category nor an origin`);
  }
}

function saysNothing(
  { name, unclassified, context, category, origin, freeText, type }: FieldSpec,
  { key }: CollectionSpec,
): boolean {
  if (unclassified === true || context !== undefined || key.includes(name) || type === 'file') return false;
  return category === undefined && origin === undefined && freeText !== true;
}

async function healthySourcesAreWell(bench: Bench): Promise<void> {
  const session = await bench.open();
  const health = await bench.run(() => session.check());
  const ill = health.collections.filter(({ status }) => status !== 'ok');
  assert.deepEqual(ill, [], 'collections of a healthy source are not well');
  assert.deepEqual(
    health.collections.map(({ collection }) => collection),
    session.collections.map(({ name }) => name),
  );
  const asked = bench.vendor.seen.map(({ target, body }) => decodeURIComponent(`${target} ${body}`));
  assert.ok(!asked.some((text) => text.includes('@example.org')), 'a check asks for somebody');
  assert.deepEqual(unknownRequests(bench), []);
}

/** Requests that stand nowhere in the manifest. */
export function unknownRequests({ vendor }: Bench): readonly string[] {
  return vendor.seen
    .filter(({ route }) => route === undefined)
    .map(({ method, target }) => `${method} ${target.split('?')[0] ?? ''}`);
}

async function badCredentialsAreTold(bench: Bench): Promise<void> {
  const { secrets } = bench.scenario;
  const bad = Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, badSecret(secret)]));
  const session = await bench.open({ config: bad });
  await expectFault(bench, ['auth'], () => bench.run(() => session.check()));
  await expectFault(bench, ['auth'], () => search(bench, session, allSought(bench, ANN)));
}

/** Of the same form, and refused. */
function badSecret(secret: string): string {
  return secret.includes('PRIVATE KEY') ? 'no key' : secret.replace(/[0-9a-z]$/iu, (last) => (last === '0' ? '1' : '0'));
}

async function closedCollectionsAreTold(bench: Bench): Promise<void> {
  for (const closed of unlikeCollections(bench.manifest)) {
    bench.vendor.quirks.denied = new Set([closed]);
    const session = await bench.open({ source: `closed-${closed}` });
    const { collections } = await bench.run(() => session.check());
    const told = Object.fromEntries(collections.map(({ collection, status }) => [collection, status]));
    const due = Object.fromEntries(collections.map(({ collection }) => [collection, collection === closed ? 'denied' : 'ok']));
    assert.deepEqual(told, due);
  }
}

async function endsAreOnce(bench: Bench): Promise<void> {
  const session = await bench.open();
  const { located, matches } = await search(bench, session, allSought(bench, ANN));
  const searched = [...new Set(searchesOf(bench.manifest).map(({ collection }) => collection))].sort();
  assert.deepEqual(located.map(({ collection }) => collection).sort(), searched);
  assert.deepEqual(
    located.filter(({ outcome }) => outcome !== 'complete'),
    [],
    'the search of a collection that holds the person is not complete',
  );
  for await (const { name, done, records } of readEvery(bench, session, { roots: certain(matches) })) {
    expectWhole(done, `the read of ${name}`);
    assert.equal(done.count, records.length, `the read of ${name} counts something else than it gave`);
    assert.ok(records.length > 0, `the read of ${name} gives nothing of somebody of whom it holds something`);
  }
  assert.deepEqual(unknownRequests(bench), []);
}

async function searchesRepeat(bench: Bench): Promise<void> {
  const [first, second] = [await bench.open(), await bench.open()];
  const [roots, again] = [await rootsOf(bench, first, ANN), await rootsOf(bench, second, ANN)];
  assert.deepEqual(roots, again);
  for (const collection of unlikeCollections(bench.manifest)) {
    const one = await readAll(bench, first, { collection, roots, want: 'records' });
    const other = await readAll(bench, second, { collection, roots: again, want: 'records' });
    assert.deepEqual(idsOf(one.records), idsOf(other.records));
    assert.deepEqual(one.records, other.records);
  }
}

async function plansAreFree(bench: Bench): Promise<void> {
  const session = await bench.open();
  const plan = await session.plan?.({ identifiers: allSought(bench, ANN) });
  const planned = plan?.collections.map(({ collection }) => collection) ?? [];
  assert.deepEqual([...planned].sort(), session.collections.map(({ name }) => name).sort());
  assert.equal(bench.vendor.seen.length, 0, 'a plan asks the vendor');
}
