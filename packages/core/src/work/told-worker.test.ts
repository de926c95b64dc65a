import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../ports/clock.js';
import type { Store } from '../ports/store.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { requestHouse, type RequestHouse } from '../testing/request-house.js';
import { bound, nothing, quietHandlers, until } from '../testing/working.js';
import type { StepHandler } from './step-context.js';
import type { NewStep } from './step.js';
import { Worker } from './worker.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Told {
  readonly house: RequestHouse;
  readonly worker: Worker;
  readonly stop: () => Promise<void>;
  readonly add: (...keys: readonly string[]) => Promise<void>;
  readonly states: () => Promise<readonly string[]>;
}

/** A worker that looks by itself once an hour while it is told, with one request that has no steps yet. */
async function toldWorker(
  search: StepHandler,
  { store = memoryStore({ clock: systemClock }), isTold = () => true }: { store?: Store; isTold?: () => boolean } = {},
): Promise<Told> {
  const house = requestHouse([], { store });
  await house.stop();
  const request = await house.open();
  await store.transact(({ steps }) => steps.cancelOf('club', request.id));
  const handlers = quietHandlers({ search });
  const worker = new Worker({
    ...{ id: 'w', desk: house.desk, handlers, concurrency: 2, leaseMs: 30_000, idleMs: 5 },
    told: { isTold, idleMs: 3_600_000 },
    onFault: (error) => house.faults.push(error),
  });
  const running = worker.run();
  const stop = async (): Promise<void> => {
    worker.stop();
    await running;
  };
  stops.push(stop);
  const rest = { controller: 'club', request: request.id, kind: 'search', workflowVersion: 1 } as const;
  const steps = (): ReturnType<Told['states']> =>
    store.transact(async (rows) =>
      (await rows.steps.of('club', request.id)).filter(({ id }) => id.startsWith('step-')).map(({ state }) => state),
    );
  return {
    ...{ house, worker, stop, states: steps },
    add: (...keys) =>
      store.transact(async (rows) => {
        const made = keys.map((key): NewStep => ({ ...rest, id: `step-${key}`, key, dueAt: rows.now }));
        for (const step of made) await rows.steps.add(step);
      }),
  };
}

/** A handler that holds on until it is let go. */
interface Holding {
  readonly handler: StepHandler;
  readonly letGo: () => void;
  readonly begun: () => number;
}

function holding(): Holding {
  let count = 0;
  let letGo: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (letGo = resolve));
  const handler: StepHandler = async () => {
    count += 1;
    await open;
    return () => Promise.resolve();
  };
  return { handler, letGo, begun: () => count };
}

describe('a worker that is told of steps', () => {
  it('does the step that it is told of, and no other', async () => {
    const { worker, add, states } = await toldWorker(nothing);
    await add('a', 'b');
    expect(await worker.take('step-b')).toBe(true);
    expect(await states()).toEqual(['pending', 'done']);
  });

  it('says so where a step is not there, is over, or somebody else has it', async () => {
    const held = holding();
    const { worker, add } = await toldWorker(held.handler);
    await add('a');
    expect(await worker.take('step-none')).toBe(false);
    const first = worker.take('step-a');
    await until(() => held.begun() === 1);
    expect(await worker.take('step-a')).toBe(false);
    held.letGo();
    expect(await first).toBe(true);
    expect(await worker.take('step-a')).toBe(false);
  });

  it('does not take more than it has room for, and looks by itself once it has', async () => {
    const held = holding();
    const { worker, add, states } = await toldWorker(held.handler);
    await add('a', 'b', 'c');
    const taken = [worker.take('step-a'), worker.take('step-b')];
    expect(await worker.take('step-c')).toBe(false);
    await until(() => held.begun() === 2);
    held.letGo();
    expect(await Promise.all(taken)).toEqual([true, true]);
    await until(async () => (await states()).every((state) => state === 'done'));
  });

  it('looks often while nobody tells it anything', async () => {
    let isTold = true;
    const { worker, add, states } = await toldWorker(nothing, { isTold: () => isTold });
    await add('a');
    await new Promise((wake) => setTimeout(wake, 30));
    expect(await states()).toEqual(['pending']);
    isTold = false;
    worker.wake();
    await until(async () => (await states())[0] === 'done');
    await add('b', 'c');
    await until(async () => (await states()).every((state) => state === 'done'));
  });

  it('gives back a step that it was being given when it stopped, and is not at its end before that', async () => {
    const store = memoryStore({ clock: systemClock });
    let go: () => void = () => undefined;
    const slow: Store = {
      ...bound(store),
      claim: async (options) => {
        const claim = await store.claim(options);
        if (options.step !== undefined) await new Promise<void>((resolve) => (go = resolve));
        return claim;
      },
    };
    const signalled: StepHandler = ({ signal }) => Promise.reject(new Error(String(signal.aborted)));
    const { worker, add, stop, states } = await toldWorker(signalled, { store: slow });
    await add('a');
    const taken = worker.take('step-a');
    await until(async () => (await states())[0] === 'running');
    const stopped = stop();
    await new Promise((wake) => setTimeout(wake, 10));
    expect(await states()).toEqual(['running']);
    go();
    await stopped;
    expect([await states(), await taken]).toEqual([['pending'], true]);
    expect(await worker.take('step-a')).toBe(false);
  });
});
