import { systemClock } from '../ports/clock.js';
import type { Store } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Step, StepKind } from '../work/step.js';
import type { StepHandler } from '../work/step-context.js';
import { Worker } from '../work/worker.js';
import { requestHouse, type RequestHouse } from './request-house.js';
import { memoryStore } from './store/memory-store.js';

const houses: RequestHouse[] = [];
const workers: Worker[] = [];

/** Stops everything that {@link working} has started. */
export async function stopWorkers(): Promise<void> {
  for (const worker of workers.splice(0)) worker.stop();
  for (const house of houses.splice(0)) await house.stop();
}

/** A step with nothing to do. */
export const nothing: StepHandler = () => Promise.resolve(() => Promise.resolve());

/** Handlers of all kinds of steps, of which only those that are given do anything. */
export function quietHandlers(given: Partial<Record<StepKind, StepHandler>>): Readonly<Record<StepKind, StepHandler>> {
  return {
    ...{ probe: nothing, search: nothing, gather: nothing, assemble: nothing, mail: nothing, webhook: nothing, pack: nothing },
    ...{
      transmit: nothing,
      'cool-off': nothing,
      'not-before': nothing,
      lapse: nothing,
      purge: nothing,
      remind: nothing,
      recheck: nothing,
      expire: nothing,
      shred: nothing,
    },
    ...given,
  };
}

/** A worker with one request. */
export interface Setting {
  readonly house: RequestHouse;
  readonly faults: unknown[];
  readonly request: DataRequest;
  readonly running: Promise<void>;
  readonly worker: Worker;
}

/** A request whose search step is done by this handler, in a worker of its own. */
export async function working(
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
    handlers: quietHandlers({ search }),
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

/** Waits for something to become true, for two seconds. */
export async function until(check: () => Promise<boolean> | boolean): Promise<void> {
  for (let look = 0; look < 1_000; look += 1) {
    if (await check()) return;
    await new Promise((wake) => setTimeout(wake, 2));
  }
  throw new Error('It did not come to that.');
}

/** The steps of the request. */
export function stepsOf({ house, request }: Setting): Promise<readonly Step[]> {
  return house.store.transact(({ steps }) => steps.of('club', request.id));
}

/** The store's methods, to put others in their place. */
export function bound(store: Store): Store {
  return {
    transact: (work) => store.transact(work),
    claim: (options) => store.claim(options),
    renew: (claim, leaseMs) => store.renew(claim, leaseMs),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}
