import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { recordId } from '../../contract/record.js';
import type { Item, Session } from '../../contract/session.js';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { expectFault, offered } from '../expect-fault.js';
import { ids, identifier, locate, read, root } from '../observe.js';
import { retainedBytes } from '../retained-memory.js';
import { COLLECTOR, longWorld, wideWorld } from '../worlds/large-worlds.js';
import { ANN } from '../worlds/people.js';
import { pieceOwners } from '../worlds/standard-world.js';

const MEGABYTE = 1024 * 1024;
/** How soon a session has to stop when it is told to (R3). */
const STOP_MS = 1000;

/** Records between two looks at the memory: a look collects all garbage, and takes its time. */
const LOOK_EVERY = 10_000;

/** That a source's size costs time and nothing else, and that stopping stops. */
export const resourceChecks: readonly ConformanceCheck[] = [
  { id: 'R1', title: 'a hundred thousand records pass through little memory', world: 'long', run: memoryStaysLow },
  { id: 'R2', title: 'nothing is read ahead of a slow reader but some batches', world: 'wide', run: slowReadersAreWaitedFor },
  { id: 'R3a', title: 'a read that is aborted stops within a second', world: 'wide', run: abortedReadsStop },
  { id: 'R3b', title: 'an aborted session begins nothing', world: 'standard', run: abortedSessionsRefuse },
  {
    id: 'R3c',
    title: 'a read that waits in the source stops there too when it is aborted',
    world: 'standard',
    needs: ['hold', 'activeStatements'],
    run: waitingReadsStop,
  },
  {
    id: 'R3d',
    title: 'a reader who leaves leaves nothing running',
    world: 'wide',
    needs: ['activeStatements'],
    run: leavingStops,
  },
  {
    id: 'R4a',
    title: 'a read resumed from any checkpoint delivers the rest, and nothing twice',
    world: 'standard',
    run: recordsResume,
  },
  { id: 'R4b', title: 'files resume from any checkpoint too', world: 'standard', run: filesResume },
];

function pages(session: Session): AsyncIterator<Item> {
  return session.read({ collection: 'page', roots: [root('person', 1)], want: 'records' })[Symbol.asyncIterator]();
}

async function firstBatch(iterator: AsyncIterator<Item>): Promise<void> {
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    if (next.value.type === 'records') return;
  }
  assert.fail('the read ended before its first batch');
}

async function memoryStaysLow(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  await locate(session, [identifier('email', COLLECTOR)]);
  const before = retainedBytes();
  let count = 0;
  let most = 0;
  for await (const item of session.read({ collection: 'page', roots: [root('person', 1)], want: 'records' })) {
    if (item.type !== 'records') continue;
    const isDue = Math.floor(count / LOOK_EVERY) < Math.floor((count + item.records.length) / LOOK_EVERY);
    count += item.records.length;
    if (isDue) most = Math.max(most, retainedBytes() - before);
  }
  assert.equal(count, longWorld().rows);
  assert.ok(most < 16 * MEGABYTE, `${String(Math.round(most / MEGABYTE))} MB are held at once`);
}

async function slowReadersAreWaitedFor(source: SourceUnderTest): Promise<void> {
  const { rowBytes } = wideWorld();
  const session = await source.open();
  const before = retainedBytes();
  const iterator = pages(session);
  await firstBatch(iterator);
  let most = 0;
  for (let look = 0; look < 5; look += 1) {
    await pause(100);
    most = Math.max(most, retainedBytes() - before);
  }
  await iterator.return?.();
  const allowed = 3 * source.scenario.batchSize * rowBytes + 4 * MEGABYTE;
  assert.ok(most < allowed, `${String(Math.round(most / MEGABYTE))} MB are read ahead`);
}

/** Fails where the work does not end, as aborted, within a second from now. */
async function expectStop(source: SourceUnderTest, work: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  const stopped = expectFault(source, ['aborted'], () => work);
  const tooLate = pause(STOP_MS, undefined, { signal: late.signal }).then(() => assert.fail('it did not stop within a second'));
  try {
    await Promise.race([stopped, tooLate]);
  } finally {
    late.abort();
    await tooLate.catch(() => undefined);
  }
}

async function expectQuiet(source: SourceUnderTest): Promise<void> {
  const activeStatements = offered(source, 'activeStatements');
  const deadline = Date.now() + STOP_MS;
  let active = await activeStatements();
  while (active > 0 && Date.now() < deadline) {
    await pause(20);
    active = await activeStatements();
  }
  assert.equal(active, 0, 'statements are still running in the source');
}

async function abortedReadsStop(source: SourceUnderTest): Promise<void> {
  const abort = new AbortController();
  const iterator = pages(await source.open({ signal: abort.signal }));
  await firstBatch(iterator);
  abort.abort();
  await expectStop(source, drain(iterator));
}

async function drain(iterator: AsyncIterator<Item>): Promise<void> {
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next());
}

async function abortedSessionsRefuse(source: SourceUnderTest): Promise<void> {
  const abort = new AbortController();
  const session = await source.open({ signal: abort.signal });
  abort.abort();
  await expectStop(source, locate(session, [identifier('email', ANN)]));
  await expectStop(source, read(session, { collection: 'booking', roots: [root('person', 1)], want: 'records' }));
}

async function waitingReadsStop(source: SourceUnderTest): Promise<void> {
  const release = await offered(source, 'hold')('folder');
  try {
    const abort = new AbortController();
    const session = await source.open({ signal: abort.signal });
    const reading = read(session, { collection: 'folder', roots: [root('person', 1)], want: 'records' });
    reading.catch(() => undefined);
    await pause(300);
    abort.abort();
    await expectStop(source, reading);
    await expectQuiet(source);
  } finally {
    await release();
  }
}

async function leavingStops(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const iterator = pages(session);
  await firstBatch(iterator);
  await iterator.return?.();
  await expectQuiet(source);
}

async function recordsResume(source: SourceUnderTest): Promise<void> {
  const { batchSize } = source.scenario;
  for (const { person, pieces } of pieceOwners(batchSize).filter((owner) => owner.pieces >= batchSize)) {
    const checkpoints = await resumesEverywhere(source, { collection: 'piece', person, want: 'records' });
    assert.ok(pieces < 2 * batchSize || checkpoints > 0, `${String(pieces)} records came without a checkpoint`);
  }
  for (const collection of ['payment', 'folder', 'booking_line', 'odd_value', 'person']) {
    await resumesEverywhere(source, { collection, person: 1, want: 'records' });
  }
}

async function filesResume(source: SourceUnderTest): Promise<void> {
  await resumesEverywhere(source, { collection: 'document', person: 1, want: 'files' });
}

interface Part {
  readonly collection: string;
  readonly person: number;
  readonly want: 'records' | 'files';
}

/** Resumes a read from each of its checkpoints, in a session of its own; gives their number. */
async function resumesEverywhere(source: SourceUnderTest, { collection, person, want }: Part): Promise<number> {
  const request = { collection, roots: [root('person', person)], want };
  const { checkpoints, records, files } = await read(await source.open(), request);
  const all = want === 'records' ? ids(records) : files.map(({ file }) => recordId(file.key));
  for (const { cursor, after } of checkpoints) {
    const stored = JSON.parse(JSON.stringify(cursor)) as typeof cursor;
    const rest = await read(await source.open(), { ...request, resume: stored });
    const delivered = want === 'records' ? ids(rest.records) : rest.files.map(({ file }) => recordId(file.key));
    assert.deepEqual(delivered, all.slice(after), `${collection}, resumed after ${String(after)}`);
    assert.equal(rest.done.count, delivered.length, 'done counts what came before the checkpoint too');
  }
  return checkpoints.length;
}
