import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { systemClock } from '../ports/clock.js';
import type { Store } from '../ports/store.js';
import { happen } from '../request/change-request.js';
import { fixedRandom } from '../testing/index.js';
import { OFFICER } from '../testing/request-house.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { bound, nothing, quietHandlers, stepsOf, stopWorkers, until, working } from '../testing/working.js';
import { endAfterFault } from './classify-fault.js';
import { Worker } from './worker.js';

afterEach(stopWorkers);

describe('a worker', () => {
  it('ends a step and commits what came of it together', async () => {
    const setting = await working(() =>
      Promise.resolve(async ({ requests }, request) =>
        requests.change({ ...request, included: 7, version: request.version + 1 }),
      ),
    );
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    expect(await setting.house.get(setting.request.id)).toMatchObject({ included: 7 });
  });

  it('tries a step again that met a passing fault, after a pause', async () => {
    let tries = 0;
    const setting = await working(() => {
      tries += 1;
      return tries < 3
        ? Promise.reject(new ConnectorError('transient', 'Gone.', { retryAfterMs: 1 }))
        : Promise.resolve(() => Promise.resolve());
    });
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    expect([tries, setting.faults.length]).toEqual([3, 2]);
  });

  it('asks a person where no repetition helps, and tells of the fault by its type only', async () => {
    const setting = await working(() => Promise.reject(new TypeError('ann@example.org is undefined')));
    await until(async () => (await setting.house.get(setting.request.id)).state === 'needs_attention');
    const { problem } = await setting.house.get(setting.request.id);
    expect(problem).toMatchObject({ errorClass: 'contract', message: expect.stringContaining('TypeError') });
    expect(JSON.stringify(problem)).not.toContain('ann@');
  });

  it('looks again at once when it was woken while it looked', async () => {
    const store = memoryStore({ clock: systemClock });
    let looks = 0;
    const looking: { worker?: Worker } = {};
    const waking: Store = {
      ...bound(store),
      claim: async (options) => {
        looks += 1;
        if (looks < 50) looking.worker?.wake();
        return store.claim(options);
      },
    };
    const setting = await working(nothing, { store: waking });
    looking.worker = setting.worker;
    await until(() => looks > 60);
    expect((await stepsOf(setting))[0]?.state).toBe('done');
  });

  it('ends a step quietly whose end has no place any more', async () => {
    const setting = await working((context) =>
      Promise.resolve(async (transaction, request) => {
        await happen(transaction, request, { event: 'gathered', viewer: OFFICER, desk: context.desk }, {});
      }),
    );
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    expect([(await setting.house.get(setting.request.id)).state, setting.faults]).toEqual(['searching', []]);
  });

  it('goes on when the store cannot be reached for a while', async () => {
    const store = memoryStore({ clock: systemClock });
    let calls = 0;
    const flaky: Store = {
      ...bound(store),
      claim: (options) => {
        calls += 1;
        return calls < 3 ? Promise.reject(new Error('The store is gone.')) : store.claim(options);
      },
    };
    const setting = await working(nothing, { store: flaky });
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    expect(setting.faults.length).toBeGreaterThan(0);
  });

  it('keeps a step for later whose end cannot be written', async () => {
    const store = memoryStore({ clock: systemClock });
    let isDown = false;
    const flaky: Store = {
      ...bound(store),
      transact: (work) => (isDown ? Promise.reject(new Error('down')) : store.transact(work)),
    };
    const setting = await working(
      () => {
        isDown = true;
        return Promise.reject(new Error('x'));
      },
      { store: flaky },
    );
    await until(() => setting.faults.length > 0);
    isDown = false;
    expect((await stepsOf(setting))[0]?.state).toBe('running');
  });

  it('does not take a step of a request that is not there for done', async () => {
    const store = memoryStore({ clock: systemClock });
    const setting = await working(nothing, { store });
    const step = {
      id: 'stp_x',
      controller: 'club',
      request: 'req_none',
      key: 'search-1',
      kind: 'search',
      workflowVersion: 1,
    } as const;
    await store.transact(({ steps, now }) => steps.add({ ...step, dueAt: now }));
    await until(() => setting.faults.length > 0);
    const [lost] = await store.transact(({ steps }) => steps.of('club', 'req_none'));
    expect(lost).toMatchObject({ state: 'needs_attention' });
  });

  it('leaves a request as it is whose destruction needs a person', async () => {
    const setting = await working(nothing);
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    const failing = new Worker({
      id: 'w2',
      desk: setting.house.desk,
      handlers: quietHandlers({ shred: () => Promise.reject(new Error('x')) }),
      concurrency: 1,
      leaseMs: 1_000,
      idleMs: 5,
      onFault: (error) => setting.faults.push(error),
    });
    setting.worker.stop();
    const running = failing.run();
    const step = {
      id: 'stp_y',
      controller: 'club',
      request: setting.request.id,
      key: 'shred-9',
      kind: 'shred',
      workflowVersion: 1,
    } as const;
    await setting.house.store.transact(({ steps, now }) => steps.add({ ...step, dueAt: now }));
    await until(async () => (await stepsOf(setting)).some(({ state }) => state === 'needs_attention'));
    expect((await setting.house.get(setting.request.id)).state).toBe('searching');
    failing.stop();
    await running;
  });
});

describe('the end of a step that failed', () => {
  const at = { kind: 'search', now: new Date(0), random: fixedRandom(), attempts: 1 } as const;

  it('is a pause that grows, up to a person', () => {
    const lost = new ConnectorError('transient', 'Gone.');
    const pause = (attempts: number): number => {
      const end = endAfterFault(lost, { ...at, attempts });
      return end.state === 'pending' ? end.dueAt.getTime() : -1;
    };
    expect(pause(2)).toBeGreaterThan(pause(1));
    expect(pause(8)).toBe(-1);
  });

  it('is never more than a pause for a message: a mail server may be down for a day', () => {
    const ends = [8, 60, 5_000].map((attempts) =>
      endAfterFault(new ConnectorError('transient', 'Gone.'), { ...at, kind: 'mail', attempts }),
    );
    const pauses = ends.map((end) => (end.state === 'pending' ? end.dueAt.getTime() : -1));
    expect(pauses).toEqual([64_000, 900_000, 900_000]);
  });

  it.each([
    [Object.assign(new Error('x'), { code: 'blob-unavailable' }), 'pending'],
    [Object.assign(new Error('x'), { code: 'ENOENT' }), 'needs_attention'],
    [Object.assign(new Error('x'), { code: 'has spaces ann@example.org' }), 'needs_attention'],
    ['a text', 'needs_attention'],
    [new ConnectorError('permission', 'No.', { remedy: 'Ask.' }), 'needs_attention'],
  ])('depends on what it was (%#)', (thrown, state) => {
    const end = endAfterFault(thrown, at);
    expect(end.state).toBe(state);
    expect(JSON.stringify(end)).not.toContain('ann@');
  });
});
