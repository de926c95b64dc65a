import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DueStep } from '@habeas/core';
import { sampleStep, StandingClock } from '@habeas/core/testing';
import { describeWithServer } from '@habeas/test-servers/jest';
import { type DurableStore, openStore } from './open-store.js';

const EVERY_MS = 15_000;

/** What the ledger promises to who tells of it, in either product. */
function dueChecks(open: (clock: StandingClock) => Promise<{ store: DurableStore; drop: () => Promise<void> }>): void {
  let store: DurableStore;
  let drop: () => Promise<void>;
  let clock: StandingClock;
  beforeEach(async () => {
    clock = new StandingClock();
    ({ store, drop } = await open(clock));
  });
  afterEach(async () => {
    await store.close();
    await drop();
  });

  const due = async (): Promise<readonly DueStep[]> => {
    const found: DueStep[] = [];
    for await (const batch of store.dueLedger.due()) found.push(...batch);
    return found;
  };

  it('a turn is given to one of all that ask, and to the next once its period is over', async () => {
    const ask = (): Promise<boolean> => store.dueLedger.takeTurn('reconcile', EVERY_MS);
    const asked = await Promise.all(Array.from({ length: 8 }, ask));
    expect(asked.filter((isMine) => isMine)).toHaveLength(1);
    clock.pass(EVERY_MS - 1);
    expect(await ask()).toBe(false);
    clock.pass(1);
    expect((await Promise.all(Array.from({ length: 8 }, ask))).filter((isMine) => isMine)).toHaveLength(1);
    expect(await store.dueLedger.takeTurn('another', EVERY_MS)).toBe(true);
  });

  it('a turn that a wrong clock has put far away does not stop the next', async () => {
    expect(await store.dueLedger.takeTurn('reconcile', EVERY_MS * 1_000)).toBe(true);
    expect(await store.dueLedger.takeTurn('reconcile', EVERY_MS)).toBe(true);
    expect(await store.dueLedger.takeTurn('reconcile', EVERY_MS)).toBe(false);
  });

  it('what is due and what has a lease that ended is there, what is later, held or over is not', async () => {
    const add = (key: string, inMs = 0): Promise<void> =>
      store.transact(({ steps }) => steps.add(sampleStep(clock.in(inMs), { key })));
    const claim = (step: string): ReturnType<DurableStore['claim']> =>
      store.claim({ worker: 'ann', leaseMs: 1_000, kinds: ['search'], step: `step-${step}` });
    for (const key of ['killed', 'done', 'held', 'waiting']) await add(key);
    await add('later', 60_000);
    await claim('killed');
    const done = await claim('done');
    await store.transact(({ steps }) => steps.end(done!, { state: 'done' }));
    clock.pass(1_000);
    await claim('held');
    expect(await due()).toEqual([
      { id: 'step-waiting', fence: 0, inMs: 0 },
      { id: 'step-killed', fence: 1, inMs: 0 },
    ]);
  });

  it('everything that is due comes once, however much it is', async () => {
    const keys = Array.from({ length: 1_203 }, (_, index) => String(index));
    await store.transact(async ({ steps }) => {
      for (const key of keys) await steps.add(sampleStep(clock.in(-Number(key) % 7), { key }));
    });
    const ids = (await due()).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([keys.length, keys.length]);
  });
}

describe('the ledger in SQLite, as it is read by who tells of it', () => {
  dueChecks(async (clock) => {
    const folder = await mkdtemp(join(tmpdir(), 'habeas-due-'));
    const store = await openStore({ url: `sqlite:${join(folder, 'store.sqlite')}`, clock });
    return { store, drop: () => rm(folder, { recursive: true }) };
  });
});

describeWithServer('mariadb', 'the ledger in MariaDB, as it is read by who tells of it', (server) => {
  dueChecks(async (clock) => {
    const database = await server.createDatabase('due');
    const store = await openStore({ url: database.url, clock, allowsLazyFlush: true });
    return { store, drop: () => database.drop() };
  });
});
