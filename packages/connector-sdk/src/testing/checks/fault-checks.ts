import assert from 'node:assert/strict';
import { recordId } from '../../contract/record.js';
import type { Cursor, Session } from '../../contract/session.js';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { expectDiscretion, expectFault, expectNotWhole, offered } from '../expect-fault.js';
import { ids, identifier, locate, locateEmail, only, read, recordsOf, root } from '../observe.js';
import { wideWorld } from '../worlds/large-worlds.js';
import { ANN } from '../worlds/people.js';

/** That a fault is told for what it is, and costs no more than what it broke. */
export const faultChecks: readonly ConformanceCheck[] = [
  {
    id: 'F4',
    title: 'a connection that is cut loses nothing',
    world: 'wide',
    damages: true,
    needs: ['killConnections'],
    run: cutsLoseNothing,
  },
  {
    id: 'F5a',
    title: 'a collection that may not be read is a fault of class permission',
    world: 'standard',
    damages: true,
    needs: ['deny'],
    run: denialIsAFault,
  },
  {
    id: 'F5b',
    title: 'what is reached through it is not called whole either',
    world: 'standard',
    damages: true,
    needs: ['deny'],
    run: denialReachesDown,
  },
  {
    id: 'F5c',
    title: 'a search tells that one collection is denied, and goes on with the others',
    world: 'standard',
    damages: true,
    needs: ['deny'],
    run: searchGoesOn,
  },
  {
    id: 'F6',
    title: 'a column that is gone is a fault of the contract, in its collection alone',
    world: 'standard',
    damages: true,
    needs: ['dropColumn'],
    run: driftIsTold,
  },
  {
    id: 'F7',
    title: 'an identifier column that is gone is not an empty answer',
    world: 'standard',
    damages: true,
    needs: ['dropColumn'],
    run: lostIdentifierIsTold,
  },
  {
    id: 'F8',
    title: 'a table that is gone is told, in its collection alone',
    world: 'standard',
    damages: true,
    needs: ['dropTable'],
    run: absenceIsTold,
  },
];

interface Progress {
  readonly keys: string[];
  cursor: Cursor | undefined;
  kept: number;
}

async function cutsLoseNothing(source: SourceUnderTest): Promise<void> {
  const kill = offered(source, 'killConnections');
  const progress: Progress = { keys: [], cursor: undefined, kept: 0 };
  const fault = await readAndCut(await source.open(), progress, kill);
  if (fault !== undefined) {
    await expectFault(source, ['transient'], () => Promise.reject(fault));
    const { cursor } = progress;
    const { records } = await read(await source.open(), {
      collection: 'page',
      roots: [root('person', 1)],
      want: 'records',
      ...(cursor === undefined ? {} : { resume: cursor }),
    });
    progress.keys.splice(progress.kept, Infinity, ...ids(records));
  }
  const expected = Array.from({ length: wideWorld().rows }, (_, index) => String(index + 1));
  assert.deepEqual([...progress.keys].sort(), expected.sort(), 'records are missing or came twice after the cut');
}

/** Reads until the first batch is there, cuts the connection, and reads on: to the end, or to the fault it gives back. */
async function readAndCut(session: Session, progress: Progress, cut: () => Promise<void>): Promise<Error | undefined> {
  let pending: (() => Promise<void>) | undefined = cut;
  try {
    for await (const item of session.read({ collection: 'page', roots: [root('person', 1)], want: 'records' })) {
      if (item.type === 'records') {
        progress.keys.push(...item.records.map(({ key }) => recordId(key)));
        await pending?.();
        pending = undefined;
      }
      if (item.type === 'checkpoint') {
        progress.cursor = item.cursor;
        progress.kept = progress.keys.length;
      }
    }
    return undefined;
  } catch (fault) {
    assert.ok(fault instanceof Error);
    return fault;
  }
}

async function denialIsAFault(source: SourceUnderTest): Promise<void> {
  const before = await source.open();
  await offered(source, 'deny')('booking');
  for (const session of [before, await source.open()]) {
    const fault = await expectFault(source, ['permission'], () => recordsOf(session, 'booking', root('person', 1)));
    assert.ok(fault.collection === undefined || fault.collection === 'booking', 'the fault names another collection');
    assert.deepEqual(ids(await recordsOf(session, 'folder', root('person', 3))), ['6', '7'], 'other collections suffer');
  }
}

async function denialReachesDown(source: SourceUnderTest): Promise<void> {
  await offered(source, 'deny')('booking');
  const session = await source.open();
  for (const collection of ['booking_line', 'line_note', 'payment']) {
    await expectNotWhole(source, ['permission', 'contract'], () =>
      read(session, { collection, roots: [root('person', 1)], want: 'records' }),
    );
  }
}

async function searchGoesOn(source: SourceUnderTest): Promise<void> {
  await offered(source, 'deny')('person');
  const { matches, located } = await locate(await source.open(), [identifier('email', ANN)]);
  const person = located.find(({ collection }) => collection === 'person');
  assert.equal(person?.outcome, 'denied');
  assert.equal(person.problem?.errorClass, 'permission', 'it does not say why');
  expectDiscretion(source, person.problem);
  assert.equal(located.find(({ collection }) => collection === 'subscriber')?.outcome, 'complete');
  assert.ok(
    matches.some(({ collection }) => collection === 'subscriber'),
    'the other collection was not searched',
  );
}

async function driftIsTold(source: SourceUnderTest): Promise<void> {
  const before = await source.open();
  await offered(source, 'dropColumn')('booking_line', 'what');
  const after = await source.open();
  for (const session of [before, after]) {
    const request = { collection: 'booking_line', roots: [root('person', 1)], want: 'records' } as const;
    await expectNotWhole(source, ['contract', 'not-found'], () => read(session, request));
    assert.deepEqual(ids(await recordsOf(session, 'folder', root('person', 3))), ['6', '7'], 'other collections suffer');
  }
  await expectStatus(source, after, 'booking_line', 'drifted');
}

async function lostIdentifierIsTold(source: SourceUnderTest): Promise<void> {
  await offered(source, 'dropColumn')('person', 'phone');
  const session = await source.open();
  const { matches, located } = await locate(session, [identifier('phone', '+33612345678')]);
  assert.deepEqual(matches, []);
  const ends = located.filter(({ collection }) => collection === 'person');
  const { outcome, problem } = only(ends, 'ends of the search of person');
  assert.ok(outcome === 'failed' || outcome === 'unsupported', `the search by a lost column is ${outcome}`);
  assert.ok(problem !== undefined, 'it does not say why');
  expectDiscretion(source, problem);
  assert.ok(
    (await locateEmail(session, ANN)).some(({ collection }) => collection === 'subscriber'),
    'other collections suffer',
  );
}

async function absenceIsTold(source: SourceUnderTest): Promise<void> {
  await offered(source, 'dropTable')('line_note');
  const session = await source.open();
  await expectStatus(source, session, 'line_note', 'absent');
  await expectNotWhole(source, ['not-found', 'contract'], () =>
    read(session, { collection: 'line_note', roots: [root('person', 1)], want: 'records' }),
  );
  assert.deepEqual(ids(await recordsOf(session, 'folder', root('person', 3))), ['6', '7'], 'other collections suffer');
}

async function expectStatus(source: SourceUnderTest, session: Session, name: string, status: string): Promise<void> {
  const { collections } = await session.check();
  const told = new Map(collections.map((health) => [health.collection, health]));
  const { status: found, problems } = only(
    collections.filter(({ collection }) => collection === name),
    `health of ${name}`,
  );
  assert.equal(found, status);
  for (const other of ['person', 'booking', 'folder']) assert.equal(told.get(other)?.status, 'ok', `${other} is unwell too`);
  assert.ok(problems.length > 0 && problems.every(({ remedy }) => remedy !== undefined), 'it does not say what to do');
  problems.forEach((problem) => {
    expectDiscretion(source, problem);
  });
}
