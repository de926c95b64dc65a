import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Identifier, Session } from '@habeas/connector-sdk';
import { ABSENT, ANN, crowd, NEAR_MISSES, ODD_PEOPLE, OTHER_SPELLINGS, PLUS_TAG, TWIN, type Person } from '../../world/people.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectDiscretion, expectWhole } from '../expect.js';
import { certain, idsOf, locatedOf, namesOf, readEvery, rootsOf, search } from '../observe.js';
import { unlikeCollections } from '../shapes.js';
import { allSought, identifierFor, recordsOf, rootsFor, searchesOf, sought, type Search } from '../subjects.js';

/** That everything delivered is the person's, and everything of the person's is delivered. */
export const subjectChecks: readonly RestCheck[] = [
  { id: 'S1', title: 'a search that the vendor answers with near misses finds the person alone', run: nearMissesAreDropped },
  { id: 'S2a', title: 'signs of query languages in an identifier are letters like others', run: signsAreLetters },
  { id: 'S2b', title: 'whatever an identifier holds reaches the vendor unchanged', run: identifiersArriveUnchanged },
  {
    id: 'S3',
    title: 'a vendor that ignores the filter is found out',
    idle: ({ manifest }) => onlyScans(manifest),
    run: ignoredFiltersAreTold,
  },
  {
    id: 'S4',
    title: 'a record that the person’s former address leads to is not theirs',
    idle: ({ manifest }) => onlyScans(manifest),
    run: formerAddressesAreDropped,
  },
  { id: 'S5a', title: 'two records of one person are both found', run: bothRecordsAreFound },
  { id: 'S5b', title: 'a record that is listed twice comes once', run: repeatedRecordsComeOnce },
  { id: 'S6', title: 'somebody whom the source does not know is no fault', run: absenceIsNoFault },
];

type Collections = Parameters<typeof searchesOf>[0];

/** Searches that the vendor is asked for somebody in. */
function asking(manifest: Collections): readonly Search[] {
  return searchesOf(manifest).filter(({ find }) => find.mode !== 'scan');
}

function onlyScans(manifest: Collections): string | undefined {
  return asking(manifest).length === 0 ? 'the vendor is never asked for anybody: everything is read' : undefined;
}

/** Every search that finds a person, with what it looks for. */
function soughtBy(bench: Bench, whom: Person): readonly { readonly by: Search; readonly identifier: Identifier }[] {
  const all = searchesOf(bench.manifest).flatMap((by) => {
    const identifier = sought(bench, by, whom);
    return identifier === undefined ? [] : [{ by, identifier }];
  });
  assert.ok(all.length > 0, 'the world has nobody whom the connector could search: give its records ${person.email}');
  return all;
}

/** Searches for each identifier once, however many ways of searching it goes. */
function searcherOf(bench: Bench, session: Session): (identifier: Identifier) => Promise<Found> {
  const found = new Map<string, Promise<Found>>();
  return (identifier) => {
    const name = JSON.stringify([identifier.kind, identifier.namespace, identifier.value.reveal()]);
    const known = found.get(name) ?? search(bench, session, [identifier]);
    found.set(name, known);
    return known;
  };
}

async function nearMissesAreDropped(bench: Bench): Promise<void> {
  bench.hold([ANN, ...NEAR_MISSES, PLUS_TAG].map((person) => ({ person })));
  bench.vendor.quirks.findsParts = true;
  const searched = searcherOf(bench, await bench.open());
  for (const { by, identifier } of soughtBy(bench, ANN)) {
    const { matches, located } = await searched(identifier);
    const due = rootsFor(bench, by, identifier);
    const found = namesOf(certain(matches)).filter((name) => name.startsWith(`${due[0]?.split(' ')[0] ?? ''} `));
    assert.deepEqual(
      found.filter((name) => !due.includes(name)),
      [],
      `${by.find.by}: others are found`,
    );
    if (locatedOf(located, by.collection).outcome === 'complete') assert.deepEqual(found, due);
  }
}

async function signsAreLetters(bench: Bench): Promise<void> {
  const searched = searcherOf(bench, await bench.open());
  for (const whom of ODD_PEOPLE) {
    for (const { by, identifier } of soughtBy(bench, whom)) {
      await expectFound(bench, await searched(identifier), { by, identifier });
      const other = by.find.by === 'email' ? OTHER_SPELLINGS.get(whom.email) : undefined;
      const spelled = other === undefined ? undefined : identifierFor(by, other);
      if (spelled?.exact.reveal() === identifier.exact.reveal())
        await expectFound(bench, await searched(spelled), { by, identifier: spelled });
    }
  }
}

type Found = Awaited<ReturnType<typeof search>>;

async function expectFound(
  bench: Bench,
  { matches, located }: Found,
  { by, identifier }: { readonly by: Search; readonly identifier: Identifier },
): Promise<void> {
  const { outcome, problem } = locatedOf(located, by.collection);
  assert.equal(
    outcome,
    'complete',
    `"${identifier.value.reveal()}": the search of ${by.collection} is ${outcome}: ${problem?.message ?? ''}`,
  );
  const due = rootsFor(bench, by, identifier);
  const all = searchesOf(bench.manifest).filter(({ find }) => find.by === by.find.by);
  const allowed = new Set(all.flatMap((each) => rootsFor(bench, each, identifier)));
  const found = namesOf(certain(matches));
  assert.deepEqual(
    due.filter((name) => !found.includes(name)),
    [],
    `"${identifier.value.reveal()}": not everything is found`,
  );
  assert.deepEqual(
    found.filter((name) => !allowed.has(name)),
    [],
    `"${identifier.value.reveal()}": others are found`,
  );
  await Promise.resolve();
}

/** Signs that an address may hold before its `@`, those of every query language among them. */
const LOCAL = fc
  .array(fc.constantFrom(...Array.from("ab9.!#$%&'*+/=?^_`{|}~-é字😀")), { minLength: 1, maxLength: 12 })
  .map((signs) => `${signs.join('')}@example.org`);
const ANYTHING = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

async function identifiersArriveUnchanged(bench: Bench): Promise<void> {
  bench.hold([]);
  const session = await bench.open();
  for (const ways of alike(asking(bench.manifest))) {
    const texts = fc.sample(ways[0]?.find.by === 'email' ? LOCAL : ANYTHING, { numRuns: 40, seed: 20_240_229 });
    for (const text of texts) await expectUnchanged(bench, session, { ways, text });
  }
}

/** Ways of searching that one identifier goes all of. */
function alike(searches: readonly Search[]): readonly (readonly Search[])[] {
  const kinds = new Map<string, Search[]>();
  for (const search of searches) {
    const kind = JSON.stringify([search.find.by, search.find.namespace]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), search]);
  }
  return [...kinds.values()];
}

async function expectUnchanged(
  bench: Bench,
  session: Awaited<ReturnType<Bench['open']>>,
  { ways, text }: { readonly ways: readonly Search[]; readonly text: string },
): Promise<void> {
  const identifier = ways[0] === undefined ? undefined : identifierFor(ways[0], text);
  if (identifier === undefined) return;
  bench.vendor.forget();
  await search(bench, session, [identifier]);
  for (const by of ways) expectArrived(bench, by, { text, identifier });
}

function expectArrived(
  bench: Bench,
  by: Search,
  { text, identifier }: { readonly text: string; readonly identifier: Identifier },
): void {
  const name = `collections.${by.collection}.find.${by.index}`;
  const arrived = bench.vendor.seen.filter(({ route }) => route === name);
  const asked = arrived.map(({ captures }) => captures?.get('id') ?? captures?.get('typed'));
  const expected = [identifier.exact.reveal(), identifier.value.reveal()];
  const isHash = arrived.every(({ captures }) => captures?.has('md5') === true);
  // A key of dots alone would lead a path elsewhere, and is not sent
  if (/^\.{1,2}$/u.test(expected[0] ?? '')) return;
  assert.ok(arrived.length > 0, `a search for ${JSON.stringify(text)} arrives as no search of ${by.collection}`);
  assert.ok(
    isHash || asked.every((one) => typeof one === 'string' && expected.includes(one)),
    `${JSON.stringify(expected)} arrives as ${JSON.stringify(asked)}`,
  );
}

async function ignoredFiltersAreTold(bench: Bench): Promise<void> {
  const most = Math.max(...searchesOf(bench.manifest).map(({ find }) => find.strangers));
  bench.hold([ANN, ...crowd(most + 1)].map((person) => ({ person })));
  Object.assign(bench.vendor.quirks, { ignoresFilters: true, pageSize: most + 2 });
  const searched = searcherOf(bench, await bench.open());
  for (const by of asking(bench.manifest)) {
    const identifier = sought(bench, by, ANN);
    if (identifier === undefined) continue;
    const { matches, located } = await searched(identifier);
    const own = new Set(searchesOf(bench.manifest).flatMap((each) => rootsFor(bench, each, identifier)));
    assert.deepEqual(
      namesOf(matches).filter((name) => !own.has(name)),
      [],
      'others are found',
    );
    const { outcome, problem, dropped } = locatedOf(located, by.collection);
    assert.equal(outcome, 'failed', `the search of ${by.collection} is ${outcome}`);
    assert.equal(problem?.errorClass, 'contract');
    assert.ok(dropped > by.find.strangers, 'what was dropped is not counted');
    expectDiscretion(bench, problem);
  }
}

const FORMER: Readonly<Record<string, string>> = {
  email: 'former@example.org',
  phone: '+33699999999',
  id: 'FORMER-1',
  name: 'Former Name',
  birthDate: '1901-02-03',
};

async function formerAddressesAreDropped(bench: Bench): Promise<void> {
  const session = await bench.open();
  for (const by of asking(bench.manifest)) {
    const text = FORMER[by.find.by] ?? '';
    const identifier = identifierFor(by, text);
    const record = recordsOf(bench.world, by.collection, ANN)[0];
    if (identifier === undefined || record === undefined) continue;
    bench.vendor.quirks.previous = { text: identifier.exact.reveal(), record };
    const { matches, located } = await search(bench, session, [identifier]);
    assert.deepEqual(namesOf(matches), [], 'a record that does not hold the address is found');
    const { outcome, dropped } = locatedOf(located, by.collection);
    assert.notEqual(outcome, 'complete');
    if (asksByText(by)) assert.ok(dropped > 0, 'the hit that was dropped is not counted');
  }
}

function asksByText({ find }: Search): boolean {
  return /\$\{(?:id|typed)\}/u.test(JSON.stringify([find.get, find.post, find.query, find.body]));
}

async function bothRecordsAreFound(bench: Bench): Promise<void> {
  const searched = searcherOf(bench, await bench.open());
  for (const { by, identifier } of soughtBy(bench, TWIN)) {
    await expectFound(bench, await searched(identifier), { by, identifier });
  }
  const held = searchesOf(bench.manifest).map(({ collection }) => recordsOf(bench.world, collection, TWIN).length);
  assert.ok(Math.max(...held) > 1, 'nobody in the world has two records');
}

async function repeatedRecordsComeOnce(bench: Bench): Promise<void> {
  bench.vendor.quirks.duplicates = true;
  const session = await bench.open();
  const searched = searcherOf(bench, session);
  for (const { by, identifier } of soughtBy(bench, TWIN)) {
    const { matches } = await searched(identifier);
    const names = namesOf(matches);
    assert.equal(new Set(names).size, names.length, `a search of ${by.collection} finds a record twice`);
  }
  const [roots, names] = [await rootsOf(bench, session, TWIN), unlikeCollections(bench.manifest)];
  for await (const { name, records, done } of readEvery(bench, session, { roots, names })) {
    const ids = idsOf(records);
    assert.equal(new Set(ids).size, ids.length, `a read of ${name} delivers a record twice`);
    assert.equal(done.count, ids.length);
  }
}

async function absenceIsNoFault(bench: Bench): Promise<void> {
  bench.hold([ANN, TWIN].map((person) => ({ person })));
  const ofAbsent = bench.hold([{ person: ABSENT }]);
  const identifiers = allSought(bench, ABSENT);
  assert.ok(ofAbsent.records.size > 0);
  bench.hold([ANN, TWIN].map((person) => ({ person })));
  const session = await bench.open();
  const wanted = identifiers.filter(({ kind }) => kind !== 'id');
  const { matches, located } = await search(bench, session, wanted.length > 0 ? wanted : identifiers);
  assert.deepEqual(namesOf(matches), []);
  const others = located.filter(({ outcome }) => outcome !== 'empty');
  assert.deepEqual(others, [], 'the search for somebody who is not there is no empty one');
  const [roots, names] = [await rootsOf(bench, session, ANN), unlikeCollections(bench.manifest)];
  for await (const { name, records, done } of readEvery(bench, session, { roots, names })) {
    expectWhole(done, `the read of ${name}`);
    assert.ok(records.length > 0);
  }
}
