import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { systemClock } from '../ports/clock.js';
import type { Store } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import { pauseRequest } from '../request/decide-request.js';
import { happen } from '../request/change-request.js';
import { fixedRandom } from '../testing/index.js';
import { OFFICER, requestHouse, type RequestHouse } from '../testing/request-house.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { endAfterFault } from './classify-fault.js';
import { LeaseLost } from './step.js';
import type { StepContext, StepHandler } from './step-context.js';
import { Worker } from './worker.js';

const houses: RequestHouse[] = [];
const workers: Worker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.stop();
  for (const house of houses.splice(0)) await house.stop();
});

const nothing: StepHandler = () => Promise.resolve(() => Promise.resolve());

interface Setting {
  readonly house: RequestHouse;
  readonly faults: unknown[];
  readonly request: DataRequest;
  readonly running: Promise<void>;
  readonly worker: Worker;
}

/** A request whose search step is done by this handler, in a worker of its own. */
async function working(
  search: StepHandler,
  { store = memoryStore({ clock: systemClock }), leaseMs = 30_000 }: { store?: Store; leaseMs?: number } = {},
): Promise<Setting> {
  const house = requestHouse([], { store });
  houses.push(house);
  house.worker.stop();
  const faults: unknown[] = [];
  const worker = new Worker({
    id: 'w',
    desk: house.desk,
    handlers: { search, gather: nothing, assemble: nothing, expire: nothing, shred: nothing },
    concurrency: 1,
    leaseMs,
    idleMs: 5,
    onFault: (error) => {
      faults.push(error);
    },
  });
  workers.push(worker);
  const request = await house.open();
  return { house, faults, request, running: worker.run(), worker };
}

async function until(check: () => Promise<boolean> | boolean): Promise<void> {
  for (let look = 0; look < 1_000; look += 1) {
    if (await check()) return;
    await new Promise((wake) => setTimeout(wake, 2));
  }
  throw new Error('It did not come to that.');
}

const stepsOf = ({ house, request }: Setting): ReturnType<Parameters<Parameters<Store['transact']>[0]>[0]['steps']['of']> =>
  house.store.transact(({ steps }) => steps.of('club', request.id));

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

  it('changes nothing for a request that a person has stopped meanwhile', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let context: StepContext | undefined;
    const setting = await working(async (given) => {
      context = given;
      await held;
      return async (transaction, request) => {
        await happen(transaction, request, { event: 'matches-settled', viewer: OFFICER, desk: given.desk }, {});
      };
    });
    await until(() => context !== undefined);
    await pauseRequest(setting.house.desk, OFFICER, setting.request.id);
    await expect(context?.checkpoint(() => Promise.resolve())).rejects.toThrow(LeaseLost);
    context?.report({ round: 9 });
    await new Promise((wake) => setTimeout(wake, 1_100));
    expect((await stepsOf(setting))[0]).not.toHaveProperty('progress');
    go();
    await until(async () => (await stepsOf(setting))[0]?.state === 'cancelled');
    expect((await setting.house.get(setting.request.id)).state).toBe('paused');
    expect(setting.faults).toEqual([]);
  });

  it('tells nobody of the fault of a step that was cancelled meanwhile', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let isRunning = false;
    const setting = await working(async () => {
      isRunning = true;
      await held;
      throw new Error('x');
    });
    await until(() => isRunning);
    await pauseRequest(setting.house.desk, OFFICER, setting.request.id);
    go();
    setting.worker.stop();
    await setting.running;
    expect([setting.faults, (await stepsOf(setting))[0]?.state]).toEqual([[], 'cancelled']);
  });

  it('loses a lease that it cannot renew, and the step learns of it', async () => {
    const store = memoryStore({ clock: systemClock });
    const deaf: Store = { ...bound(store), renew: () => Promise.reject(new Error('The store is gone.')) };
    let context: StepContext | undefined;
    await working(
      (given) => {
        context ??= given;
        return new Promise((_, reject) => {
          given.signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        });
      },
      { store: deaf, leaseMs: 30 },
    );
    await until(() => context?.signal.aborted === true);
    await expect(context?.checkpoint(() => Promise.resolve())).rejects.toMatchObject({ code: 'LEASE_LOST' });
  });

  it('loses a lease that somebody else has', async () => {
    const store = memoryStore({ clock: systemClock });
    const taken: Store = { ...bound(store), renew: () => Promise.resolve(false) };
    let lost = false;
    await working(
      (given) =>
        new Promise(() => {
          given.signal.addEventListener('abort', () => (lost = true));
        }),
      { store: taken, leaseMs: 30 },
    );
    await until(() => lost);
  });

  it('keeps a lease for as long as it works', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let renewals = 0;
    const store = memoryStore({ clock: systemClock });
    const counting: Store = {
      ...bound(store),
      renew: (claim, leaseMs) => {
        renewals += 1;
        return store.renew(claim, leaseMs);
      },
    };
    const setting = await working(() => held.then(() => () => Promise.resolve()), { store: counting, leaseMs: 60 });
    await until(() => renewals > 4);
    go();
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    expect((await stepsOf(setting))[0]?.attempts).toBe(1);
  });

  it('looks again at once when it was woken while it looked', async () => {
    const store = memoryStore({ clock: systemClock });
    let looks = 0;
    let worker: Worker | undefined;
    const waking: Store = {
      ...bound(store),
      claim: async (options) => {
        looks += 1;
        if (looks < 50) worker?.wake();
        return store.claim(options);
      },
    };
    const setting = await working(nothing, { store: waking });
    worker = setting.worker;
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

  it('gives back what it is doing when it stops, without counting the try', async () => {
    let isRunning = false;
    const setting = await working(
      ({ signal }) =>
        new Promise((_, reject) => {
          isRunning = true;
          signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        }),
    );
    await until(() => isRunning);
    setting.worker.stop();
    await setting.running;
    expect(await stepsOf(setting)).toMatchObject([{ state: 'pending', attempts: 0 }]);
    expect(setting.faults).toEqual([]);
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

  it('writes down how far a step is', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const setting = await working(async ({ report }) => {
      report({ round: 2 });
      await held;
      return () => Promise.resolve();
    });
    await until(async () => (await stepsOf(setting))[0]?.progress !== undefined);
    expect((await stepsOf(setting))[0]?.progress).toEqual({ round: 2 });
    go();
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
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
      handlers: {
        search: nothing,
        gather: nothing,
        assemble: nothing,
        expire: nothing,
        shred: () => Promise.reject(new Error('x')),
      },
      concurrency: 1,
      leaseMs: 1_000,
      idleMs: 5,
      onFault: (error) => setting.faults.push(error),
    });
    setting.worker.stop();
    workers.push(failing);
    void failing.run();
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
  });
});

function bound(store: Store): Store {
  return {
    transact: (work) => store.transact(work),
    claim: (options) => store.claim(options),
    renew: (claim, leaseMs) => store.renew(claim, leaseMs),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}

describe('the end of a step that failed', () => {
  const at = { now: new Date(0), random: fixedRandom(), attempts: 1 };

  it('is a pause that grows, up to a person', () => {
    const lost = new ConnectorError('transient', 'Gone.');
    const pause = (attempts: number): number => {
      const end = endAfterFault(lost, { ...at, attempts });
      return end.state === 'pending' ? end.dueAt.getTime() : -1;
    };
    expect(pause(2)).toBeGreaterThan(pause(1));
    expect(pause(8)).toBe(-1);
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
