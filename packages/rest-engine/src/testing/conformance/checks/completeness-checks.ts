import assert from 'node:assert/strict';
import { ConnectorError, recordId, type Done, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import type { Reading } from '@habeas/connector-sdk/testing';
import { ANN, type Person } from '../../world/people.js';
import type { Manifest } from '../../../manifest/manifest.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectDiscretion, expectFaultIs, expectWhole } from '../expect.js';
import { idsOf, locatedOf, readAll, readOf, rootsOf, search } from '../observe.js';
import { holdingOf, pagedLists, pageSizeOf, withoutPages, type PagedList } from '../owned.js';
import type { Scenario } from '../scenario.js';
import { unlikeCollections } from '../shapes.js';
import { recordsOf, searchesOf, sought } from '../subjects.js';
import { customPropertiesCome, unknownMembersCome } from './member-checks.js';
import { archivedRecordsCome } from './archived-checks.js';
import { contextIsShown, thingsAreAskedForOnce, withoutContext } from './context-checks.js';

/** Requests that a list in a circle may cost. */
const MOST_IN_A_CIRCLE = 20;
/** The cap of a vendor in a test, whatever it really is. */
const CAP = 12;

/** That everything comes, or it is told that something does not. */
export const completenessChecks: readonly RestCheck[] = [
  { id: 'P1', title: 'none, one, some, whole pages, and one more: all come', run: allPagesCome },
  { id: 'P2a', title: 'a short page in the middle is not the last', idle: withoutPages, run: shortPagesAreNotTheLast },
  {
    id: 'P2b',
    title: 'an empty page in the middle ends a list only where the vendor says so',
    idle: withoutPages,
    run: emptyPagesAreNotTheLast,
  },
  { id: 'P3', title: 'pages that go round in a circle are a fault, and soon', idle: withoutPages, run: circlesAreFaults },
  { id: 'P4', title: 'fewer records than the vendor counts are partial', idle: withoutTotals, run: missingRecordsAreTold },
  {
    id: 'P5',
    title: 'a list that ends at the vendor’s cap is partial',
    idle: withoutCaps,
    adapted: withSmallCaps,
    run: capsAreTold,
  },
  {
    id: 'P6',
    title: 'every property that the vendor’s customers added comes',
    idle: withoutProperties,
    run: customPropertiesCome,
  },
  { id: 'P7', title: 'members that the manifest does not know come as they are', run: unknownMembersCome },
  { id: 'P8', title: 'archived records come, or are named among the gaps', idle: neverArchived, run: archivedRecordsCome },
  {
    id: 'P9a',
    title: 'a shared thing is shown by its descriptive fields, and by no others',
    idle: withoutContext,
    run: contextIsShown,
  },
  { id: 'P9b', title: 'what many records refer to is asked for once', idle: withoutContext, run: thingsAreAskedForOnce },
];

function withoutTotals({ manifest }: Scenario): string | undefined {
  const counted = pagedLists(manifest).filter(({ pagination }) => pagination.total !== undefined);
  return counted.length === 0 ? 'the vendor tells no totals' : undefined;
}

function withoutCaps({ manifest }: Scenario): string | undefined {
  const capped = pagedLists(manifest).filter(({ pagination }) => pagination.cap !== undefined);
  return capped.length === 0 ? 'the vendor caps no list' : undefined;
}

function withoutProperties({ manifest: { collections } }: Scenario): string | undefined {
  const asked = Object.values(collections).filter(({ properties }) => properties !== undefined);
  return asked.length === 0 ? 'the vendor sends all properties without being asked' : undefined;
}

function neverArchived({ world: { archived } }: Scenario): string | undefined {
  return typeof archived === 'string' ? archived : undefined;
}

async function allPagesCome(bench: Bench): Promise<void> {
  const hasWay = (name: string): boolean => {
    const { find = [], of = {} } = bench.manifest.collections[name] ?? {};
    return find.length + Object.keys(of).length > 0;
  };
  for (const name of unlikeCollections(bench.manifest).filter(hasWay)) {
    const list = pagedLists(bench.manifest).find(({ collection }) => collection === name);
    const size = list === undefined ? 3 : pageSizeOf(bench, list);
    for (const count of new Set([0, 1, Math.max(1, size - 1), 2 * size, 2 * size + 1])) {
      const holding = holdingOf({ collection: name }, count);
      bench.hold([holding, { person: ANN }]);
      const read = await readOwn(bench, name, holding.person);
      if (read === undefined) continue;
      expectWhole(read.done, `the read of ${name}`);
      expectAll(bench, name, { person: holding.person, read });
    }
  }
}

/** Nothing is read of somebody who cannot be found. */
async function readOwn(bench: Bench, collection: string, person: Person): Promise<Reading | undefined> {
  const held = searchesOf(bench.manifest).some((by) => sought(bench, by, person) !== undefined);
  return held ? readOf(bench, await bench.open(), collection, person) : undefined;
}

function expectAll(
  bench: Bench,
  collection: string,
  { person, read }: { readonly person: Person; readonly read: Reading },
): void {
  const due = recordsOf(bench.world, collection, person).map(({ key }) => recordId(key));
  const came = new Set(idsOf(read.records));
  assert.deepEqual(
    due.filter((id) => !came.has(id)),
    [],
    `${collection}: of ${due.length} records ${came.size} came`,
  );
  assert.equal(came.size, due.length, `${collection}: more came than there is`);
}

/** Holds somebody with so many pages of a list that it has a middle. */
function holdPages(bench: Bench, list: PagedList): Person {
  const holding = holdingOf(list, 4 * pageSizeOf(bench, list) + 1);
  bench.hold([holding]);
  return holding.person;
}

async function shortPagesAreNotTheLast(bench: Bench): Promise<void> {
  bench.vendor.quirks.shortPage = true;
  for (const list of pagedLists(bench.manifest)) {
    const person = holdPages(bench, list);
    const read = await readOf(bench, await bench.open(), list.collection, person);
    expectAllOrTold(bench, list.collection, { person, read });
  }
}

async function emptyPagesAreNotTheLast(bench: Bench): Promise<void> {
  bench.vendor.quirks.emptyPage = true;
  for (const list of pagedLists(bench.manifest)) {
    const person = holdPages(bench, list);
    const read = await outcomeOf(bench, list, person);
    if (read instanceof ConnectorError) expectFaultIs(bench, ['contract'], read);
    else if (!endsWhenEmpty(list)) expectAllOrTold(bench, list.collection, { person, read });
  }
}

/** Where a vendor tells neither a total nor the number of pages, an empty page is how it says that there is no more. */
function endsWhenEmpty({ pagination }: PagedList): boolean {
  if (pagination.type === 'offset') return pagination.total === undefined;
  return pagination.type === 'page' && pagination.pages === undefined;
}

/** All of it, where it is told to be whole; what is told to be partial may lack some of it. */
function expectAllOrTold(
  bench: Bench,
  collection: string,
  { person, read }: { readonly person: Person; readonly read: Reading },
): void {
  if (read.done.outcome === 'partial') expectPartial(bench, read.done);
  else expectAll(bench, collection, { person, read });
}

function expectPartial(bench: Bench, done: Done): void {
  assert.equal(done.outcome, 'partial', 'a list that is not whole is told to be');
  assert.ok(done.problem !== undefined, 'what is missing is not told');
  expectDiscretion(bench, done.problem);
}

/** The read of a list, or the fault that it or the search before it ended with. */
async function outcomeOf(bench: Bench, { collection }: PagedList, person: Person): Promise<Reading | ConnectorError> {
  const session = await bench.open();
  const [by] = searchesOf(bench.manifest).filter((each) => sought(bench, each, person) !== undefined);
  const identifier = by === undefined ? undefined : sought(bench, by, person);
  assert.ok(identifier !== undefined, 'the world has nobody whom the connector could search');
  try {
    const { matches, located } = await search(bench, session, [identifier]);
    const { problem } = locatedOf(located, by?.collection ?? '');
    if (problem?.errorClass === 'contract' && matches.length === 0) return new ConnectorError('contract', problem.message);
    return await readAll(bench, session, { collection, roots: matches, want: 'records' });
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
}

async function circlesAreFaults(bench: Bench): Promise<void> {
  for (const list of pagedLists(bench.manifest)) {
    Object.assign(bench.vendor.quirks, { circles: false });
    const person = holdPages(bench, list);
    const session = await bench.open();
    const roots = await rootsOf(bench, session, person);
    bench.vendor.forget();
    bench.vendor.quirks.circles = true;
    const read = readAll(bench, session, { collection: list.collection, roots, want: 'records' });
    if (list.owner === undefined) {
      await read.catch((fault: unknown) => expectFaultIs(bench, ['contract'], fault));
      continue;
    }
    const told = await read.then(
      ({ done }) => done.problem,
      (fault: unknown) => expectFaultIs(bench, ['contract'], fault),
    );
    assert.equal(told?.errorClass, 'contract', `${list.collection}: the circle is not told`);
    const asked = bench.vendor.seen.length;
    assert.ok(asked < MOST_IN_A_CIRCLE * roots.length, `${list.collection}: ${asked} requests go round in a circle`);
  }
  bench.vendor.quirks.circles = true;
  await circlesInSearches(bench);
}

async function circlesInSearches(bench: Bench): Promise<void> {
  for (const { collection } of pagedLists(bench.manifest).filter(({ owner }) => owner === undefined)) {
    const session = await bench.open();
    const person = holdPages(bench, { collection, owner: undefined, pagination: pagedLists(bench.manifest)[0]!.pagination });
    const [by] = searchesOf(bench.manifest).filter((each) => each.collection === collection);
    const identifier = by === undefined ? undefined : sought(bench, by, person);
    if (identifier === undefined) continue;
    bench.vendor.forget();
    const { located } = await search(bench, session, [identifier]);
    const { outcome, problem } = locatedOf(located, collection);
    assert.equal(outcome, 'failed', `the search of ${collection} is ${outcome}`);
    assert.equal(problem?.errorClass, 'contract');
    assert.ok(bench.vendor.seen.length < 4 * MOST_IN_A_CIRCLE, `${bench.vendor.seen.length} requests go round in a circle`);
  }
}

async function missingRecordsAreTold(bench: Bench): Promise<void> {
  for (const list of pagedLists(bench.manifest).filter(({ pagination }) => pagination.total !== undefined)) {
    bench.vendor.quirks.inflation = 0;
    const person = holdPages(bench, list);
    const session = await bench.open();
    const [by] = searchesOf(bench.manifest).filter((each) => sought(bench, each, person) !== undefined);
    const roots = await rootsOf(bench, session, person);
    bench.vendor.quirks.inflation = 5;
    if (list.owner !== undefined) {
      expectPartial(bench, (await readAll(bench, session, { collection: list.collection, roots, want: 'records' })).done);
      continue;
    }
    const { located } = await search(bench, session, [sought(bench, by!, person)!]);
    assert.equal(locatedOf(located, list.collection).outcome, 'partial');
  }
}

async function capsAreTold(bench: Bench): Promise<void> {
  for (const list of pagedLists(bench.manifest)) {
    if (list.pagination.cap === undefined) continue;
    bench.vendor.quirks.cap = CAP;
    const holding = holdingOf(list, CAP + 7);
    bench.hold([holding]);
    const session = await bench.open();
    const roots = await rootsOf(bench, session, holding.person);
    if (list.owner === undefined) {
      const [by] = searchesOf(bench.manifest).filter(({ collection }) => collection === list.collection);
      const { located } = await search(bench, session, [sought(bench, by!, holding.person)!]);
      assert.equal(locatedOf(located, list.collection).outcome, 'partial', `${list.collection}: the cap is not told`);
    } else {
      expectPartial(bench, (await readAll(bench, session, { collection: list.collection, roots, want: 'records' })).done);
    }
  }
}

function withSmallCaps(manifest: Manifest): Manifest {
  return withCap(manifest as unknown as JsonObject) as unknown as Manifest;
}

function withCap(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withCap);
  const members = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'cap' && typeof inner === 'number' ? CAP : withCap(inner),
  ]);
  return Object.fromEntries(members) as JsonObject;
}
