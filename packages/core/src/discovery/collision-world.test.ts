import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { type CollisionWorld, collisionWorld, type WorldSeed } from '../testing/collision-world.js';
import { textOf } from '../testing/fake-tables.js';
import { type FakeFault, type FakeScript, fakeSource } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { type DiscoveredEverything, discoverEverything } from '../testing/run-discovery.js';
import type { Subject } from '../subject/subject.js';

const worlds = (sharing: fc.Arbitrary<boolean>): fc.Arbitrary<WorldSeed> =>
  fc.record({ people: fc.integer({ min: 1, max: 12 }), records: fc.array(fc.nat(2_000), { maxLength: 40 }), sharing });

/** Who asks: person 0, with one of their addresses and, where they share any, their name. */
function requester({ person }: CollisionWorld, address: number, isNamed: boolean): Subject {
  const { given, family, emails } = person(0);
  const email = `email:${emails[address % emails.length] ?? ''}`;
  return isNamed ? subjectOf(email, `given:${given}`, `family:${family}`) : subjectOf(email);
}

const strip = ({ account, records }: DiscoveredEverything): unknown => ({
  records,
  matches: account.matches,
  identifiers: account.identifiers,
  ledger: account.ledger.map((entry) => ({ ...entry, startedAt: undefined, finishedAt: undefined, lookups: undefined })),
});

describe('a world of people who share names, mailboxes and phones', () => {
  it('never gives anybody a record of somebody else (IDV-06)', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(fc.boolean()), fc.nat(3), async (seed, address) => {
        const world = collisionWorld(seed);
        const sources = world.scripts.map(fakeSource);
        const { records } = await discoverEverything({ sources, subject: requester(world, address, true) });
        expect(records.filter((record) => world.owners.get(record) !== 0)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds every record that identifiers link to the requester, where nothing is shared', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(fc.constant(false)), async (seed) => {
        const world = collisionWorld(seed);
        const { records, account } = await discoverEverything({
          sources: world.scripts.map(fakeSource),
          subject: requester(world, 0, true),
        });
        expect(records).toEqual(linkedRecords(world));
        expect(account.matches.filter(({ decision }) => decision === 'queued')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same account in whatever order sources answer', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(fc.boolean()), fc.nat(3), fc.infiniteStream(fc.nat()), async (seed, address, numbers) => {
        const world = collisionWorld(seed);
        const arrange = <T>(answers: readonly T[]): readonly T[] =>
          answers
            .map((answer) => [numbers.next().value, answer] as const)
            .sort(([a], [b]) => a - b)
            .map(([, answer]) => answer);
        const shuffled = [...world.scripts].reverse().map((script) => fakeSource({ ...script, arrange }));
        const subject = requester(world, address, false);
        const straight = await discoverEverything({ sources: world.scripts.map(fakeSource), subject });
        expect(strip(await discoverEverything({ sources: shuffled, subject }))).toEqual(strip(straight));
      }),
      { numRuns: 40 },
    );
  });

  it('ends whatever fails, with exactly one entry per collection, and calls nothing complete that failed', async () => {
    const fault = fc.record({
      source: fc.nat(2),
      at: fc.constantFrom<FakeFault['at']>('open', 'locate', 'records'),
      after: fc.nat(4),
      times: fc.constantFrom(1, 3, 99),
      errorClass: fc.constantFrom<ErrorClass>('auth', 'permission', 'throttle', 'quota', 'transient', 'contract', 'not-found'),
    });
    await fc.assert(
      fc.asyncProperty(worlds(fc.boolean()), fc.array(fault, { maxLength: 4 }), async (seed, faults) => {
        const world = collisionWorld(seed);
        const scripts = world.scripts.map((script, index): FakeScript => ({ ...script, faults: faultsOf(faults, index) }));
        const subject = requester(world, 0, true);
        const { account, outcomes, records } = await discoverEverything({ sources: scripts.map(fakeSource), subject });
        const whole = await discoverEverything({ sources: world.scripts.map(fakeSource), subject });
        const covered = world.scripts.flatMap(({ id, collections }) =>
          `${id}/*` in outcomes ? [`${id}/*`] : Object.keys(collections).map((name) => `${id}/${name}`),
        );
        expect(Object.keys(outcomes)).toEqual(covered.sort());
        expect(account.ledger).toHaveLength(covered.length);
        // It may include what the whole search would have asked a human about: what a failed source contradicts is not known
        expect(records.filter((record) => world.owners.get(record) !== 0)).toEqual([]);
        if (account.complete) expect(records).toEqual(whole.records);
      }),
      { numRuns: 60 },
    );
  });
});

function faultsOf(
  faults: readonly { source: number; at: FakeFault['at']; after: number; times: number; errorClass: ErrorClass }[],
  index: number,
): readonly FakeFault[] {
  return faults
    .filter(({ source }) => source === index)
    .map(({ at, after, times, errorClass }) => ({
      at,
      times,
      after: at === 'open' ? 0 : after,
      error: new ConnectorError(errorClass, 'Fault.'),
    }));
}

/** What belongs to person 0 and is linked to their first address, by their own identifiers. */
function linkedRecords({ scripts, owners, person }: CollisionWorld): readonly string[] {
  const { emails } = person(0);
  const rows = scripts.flatMap(({ id, collections }) =>
    Object.entries(collections).flatMap(([name, { rows: all }]) =>
      all.map((row) => ({ row, place: `${id}/${name} ${textOf(row['id'])}` })),
    ),
  );
  const known = new Set<unknown>(emails.slice(0, 1));
  const linked = new Set<string>();
  for (let before = -1; before < linked.size;) {
    before = linked.size;
    for (const { row, place } of rows) {
      const values = [row['email'], row['second'], row['phone']].filter((value) => value !== undefined && value !== '');
      const isOwned = place.startsWith('shop/order') && linked.has(`shop/customer ${textOf(row['customer'])}`);
      if (owners.get(place) !== 0 || !(isOwned || values.some((value) => known.has(value)))) continue;
      linked.add(place);
      for (const value of values) known.add(value);
    }
  }
  return [...linked].sort(asRead);
}

/** Collections by name, records in the order of their table. */
function asRead(a: string, b: string): number {
  const [[tableA = '', idA], [tableB = '', idB]] = [a.split(' '), b.split(' ')];
  if (tableA === tableB) return Number(idA) - Number(idB);
  return tableA < tableB ? -1 : 1;
}
