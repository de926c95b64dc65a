import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { recordId, type Cursor, type Item, type Match, type ReadRequest, type Session } from '@habeas/connector-sdk';
import { read, retainedBytes } from '@habeas/connector-sdk/testing';
import { ANN } from '../../world/people.js';
import { ownersAbove } from '../../../session/collection-specs.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectFault, expectFaultIs } from '../expect.js';
import { idsOf, readAll, readUntilFault, rootsAbove, rootsOf } from '../observe.js';
import { holdingOf, pagedLists, withoutPages, type PagedList } from '../owned.js';
import type { Scenario } from '../scenario.js';
import { unlikeCollections } from '../shapes.js';
import { filesStream, withoutFiles } from './file-checks.js';
import { concurrencyIsKept, ratesAreKept } from './limit-checks.js';

const MEGABYTE = 1024 * 1024;
/** Records of the list of R1: as many as a long one has, or enough to tell what is held from what is not. */
const LONG_LIST = { heavy: 100_000, light: 10_000 };
/** What a list may hold on to at once (R1), in bytes: some pages, and the ids of what was delivered, since pages move. */
const HELD = { pages: 6 * MEGABYTE, record: 100 };
const LOOKS = 10;
/** Turns of the event loop in which a read that was left comes to its end. */
const TURNS = 5;
/** What each record of it holds beside its fields, in letters: what is kept of records is then more than what is kept beside them. */
const RECORD_LETTERS = 1000;
/** Requests that may be ahead of a reader who takes his time (R2). */
const READ_AHEAD = 2;
/** Pages of a list that somebody takes his time over. */
const SLOW_PAGES = 12;
/** How soon a session has to stop when it is told to (R3). */
const STOP_MS = 1000;

/** That a source's size costs time and nothing else, that stopping stops, and that the vendor's limits are kept. */
export const resourceChecks: readonly RestCheck[] = [
  {
    id: 'R1',
    title: 'a long list passes through little memory',
    idle: withoutOwnedPages,
    run: memoryStaysLow,
  },
  {
    id: 'R2',
    title: 'nothing is read ahead of a slow reader but a page or two',
    idle: withoutOwnedPages,
    run: slowReadersAreWaitedFor,
  },
  { id: 'R3a', title: 'a read that waits for the vendor stops within a second when it is aborted', run: abortedReadsStop },
  { id: 'R3b', title: 'a session that is closed leaves no connection open', run: closedSessionsLeaveNothing },
  { id: 'R4', title: 'a read that was stopped after any page goes on to the same end', run: readsResume },
  {
    id: 'R5',
    title: 'a file of 100 MB passes through little memory, unchanged, as slowly as its reader',
    idle: withoutFiles,
    run: filesStream,
  },
  { id: 'R6a', title: 'no rate is ever exceeded, and little of it is left unused', idle: withoutRates, run: ratesAreKept },
  {
    id: 'R6b',
    title: 'no more requests are under way at once than are allowed',
    idle: withoutConcurrency,
    run: concurrencyIsKept,
  },
];

function withoutOwnedPages(scenario: Scenario): string | undefined {
  const owned = pagedLists(scenario.manifest).filter(({ owner }) => owner !== undefined);
  return owned.length === 0 ? (withoutPages(scenario) ?? 'only searches come in pages') : undefined;
}

function withoutRates({ manifest: { limits } }: Scenario): string | undefined {
  return limits.every(({ rate }) => rate === undefined) ? 'no rate is declared' : undefined;
}

function withoutConcurrency({ manifest: { limits } }: Scenario): string | undefined {
  return limits.every(({ concurrency }) => concurrency === undefined) ? 'no concurrency is declared' : undefined;
}

/** The read of a list of so many records, which nobody has begun. */
async function longRead(bench: Bench, list: PagedList, count: number): Promise<{ session: Session; request: ReadRequest }> {
  const holding = holdingOf(list, count);
  const below = Object.entries(bench.manifest.collections).filter(([, { of }]) => Object.hasOwn(of, list.collection));
  const none = Object.fromEntries(below.map(([name]) => [name, 0]));
  bench.hold([{ ...holding, counts: { ...holding.counts, ...none } }]);
  const session = await bench.open();
  const all = await rootsOf(bench, session, holding.person);
  // A list whose records are found one by one too is read by its owner
  const owners = all.filter(({ collection }) => collection === list.owner);
  const above = ownersAbove(list.collection, bench);
  const roots = owners.length > 0 ? owners : all.filter(({ collection }) => above.includes(collection)).slice(0, 1);
  return { session, request: { collection: list.collection, roots, want: 'records' } };
}

function ownedList({ manifest }: Bench): PagedList {
  const lists = pagedLists(manifest).filter(({ owner }) => owner !== undefined);
  const isPlain = ({ collection }: PagedList): boolean => manifest.collections[collection]?.find.length === 0;
  return (lists.find(isPlain) ?? lists[0])!;
}

async function memoryStaysLow(bench: Bench): Promise<void> {
  const length = bench.scenario.heavy ? LONG_LIST.heavy : LONG_LIST.light;
  Object.assign(bench.vendor.quirks, { pageSize: 1000, bulk: RECORD_LETTERS });
  const { session, request } = await longRead(bench, ownedList(bench), length);
  // What the vendor makes ready for a long list, it makes for the first page
  await bench.run(() => readFirst(session.read(request)));
  const held = await heldSince(bench);
  let [count, most] = [0, 0];
  await bench.run(async () => {
    for await (const item of session.read(request)) {
      if (item.type !== 'records') continue;
      const looks = Math.floor((LOOKS * count) / length);
      count += item.records.length;
      if (looks < Math.floor((LOOKS * count) / length)) most = Math.max(most, held());
    }
  });
  assert.equal(count, length);
  const allowed = HELD.pages + length * HELD.record;
  assert.ok(
    most < allowed,
    `${megabytes(most)} MB of ${length} records are held at once, where ${megabytes(allowed)} are allowed`,
  );
}

/** What is held beyond what is held now, without the vendor's notes of requests. What was let go of a moment ago may still be there for some turns. */
async function heldSince(bench: Bench): Promise<() => number> {
  const now = (): number => {
    bench.vendor.forget();
    return retainedBytes();
  };
  let before = now();
  for (let turn = 0; turn < TURNS; turn += 1) {
    await pause(1);
    before = Math.min(before, now());
  }
  return () => now() - before;
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

async function readFirst(items: AsyncIterable<Item>): Promise<void> {
  for await (const item of items) if (item.type === 'records') return;
}

async function slowReadersAreWaitedFor(bench: Bench): Promise<void> {
  const { session, request } = await longRead(bench, ownedList(bench), SLOW_PAGES * bench.vendor.quirks.pageSize);
  const total = await requestsFor(bench, () => readAll(bench, session, request));
  const iterator = session.read(request)[Symbol.asyncIterator]();
  const begun = await requestsFor(bench, async () => {
    await bench.run(() => firstBatch(iterator));
    await bench.run(() => pause(150));
  });
  await iterator.return?.();
  const left = total - begun;
  assert.ok(left >= SLOW_PAGES - 1 - READ_AHEAD, `of ${total} requests ${begun} are sent ahead of the reader`);
}

async function requestsFor(bench: Bench, work: () => Promise<unknown>): Promise<number> {
  bench.vendor.forget();
  await work();
  return bench.vendor.seen.length;
}

async function firstBatch(iterator: AsyncIterator<Item>): Promise<void> {
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    if (next.value.type === 'records') return;
  }
  assert.fail('the read ended before its first batch');
}

async function abortedReadsStop(bench: Bench): Promise<void> {
  const session = await bench.open();
  const roots = await rootsOf(bench, session, ANN);
  for (const name of unlikeCollections(bench.manifest)) {
    const stop = new AbortController();
    const stoppable = await bench.open({ signal: stop.signal, source: `stop-${name}` });
    bench.vendor.fail(({ route }) => (route === 'token' ? undefined : { kind: 'hang' }));
    const work = bench.run(() => read(stoppable, { collection: name, roots, want: 'records' }));
    const stopped = expectFault(bench, ['aborted'], () => work);
    await pause(50);
    const since = performance.now();
    stop.abort();
    await stopped;
    const took = performance.now() - since;
    assert.ok(took < STOP_MS, `the read of ${name} stops after ${Math.round(took)} ms`);
    await expectFault(bench, ['aborted'], () => bench.run(() => read(stoppable, { collection: name, roots, want: 'records' })));
    bench.vendor.fail(() => undefined);
  }
}

async function closedSessionsLeaveNothing(bench: Bench): Promise<void> {
  const session = await bench.open();
  await rootsOf(bench, session, ANN);
  assert.ok(bench.vendor.open() > 0);
  await session.close();
  await session.close();
  for (let looks = 0; looks < 40 && bench.vendor.open() > 0; looks += 1) await pause(25);
  assert.equal(bench.vendor.open(), 0, 'connections are left open');
}

async function readsResume(bench: Bench): Promise<void> {
  for (const collection of unlikeCollections(bench.manifest)) {
    const holding = holdingOf({ collection }, 2 * bench.vendor.quirks.pageSize + 1);
    bench.hold([holding, { person: ANN }]);
    const session = await bench.open();
    const roots = await rootsAbove(bench, session, { collection, person: holding.person });
    for (const want of ['records', 'files'] as const) {
      const hasFiles = Object.keys(bench.manifest.collections[collection]?.files ?? {}).length > 0;
      if (want === 'records' || hasFiles) await expectResumes(bench, session, { collection, roots, want });
    }
  }
}

async function expectResumes(
  bench: Bench,
  session: Session,
  request: ReadRequest & { readonly roots: readonly Match[] },
): Promise<void> {
  const { items } = await bench.run(() => readUntilFault(session, request));
  const whole = namesIn(items);
  assert.ok(whole.length > 0, `${request.collection}: there is nothing to read`);
  const stops = items.flatMap((item, index) =>
    item.type === 'checkpoint' ? [{ cursor: item.cursor, before: items.slice(0, index) }] : [],
  );
  for (const { cursor, before } of stops) {
    const stored = JSON.parse(JSON.stringify(cursor)) as Cursor;
    const later = await bench.open();
    const rest = await bench.run(() => readUntilFault(later, { ...request, resume: stored }));
    if (rest.fault !== undefined) expectFaultIs(bench, [], rest.fault);
    assert.deepEqual(
      [...namesIn(before), ...namesIn(rest.items)],
      whole,
      `${request.collection}: a read that goes on ends elsewhere`,
    );
  }
}

function namesIn(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.type === 'records') return idsOf(item.records);
    return item.type === 'file' ? [`${recordId(item.file.key)} ${item.file.field}`] : [];
  });
}
