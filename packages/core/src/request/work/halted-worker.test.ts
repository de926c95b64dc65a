import { afterEach, expect, it } from '@jest/globals';
import { systemClock } from '../../ports/clock.js';
import type { Store } from '../../ports/store.js';
import { ASSOCIATION } from '../../testing/association.js';
import { fakeSource } from '../../testing/fake-source.js';
import { type MemoryVault, memoryVault } from '../../testing/memory-vault.js';
import { type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { memoryStore } from '../../testing/store/memory-store.js';

const SOURCES = [fakeSource(ASSOCIATION)];
const houses: RequestHouse[] = [];
afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.stop()));
});
const pause = (ms: number): Promise<void> => systemClock.sleep(ms, new AbortController().signal);

/** A store whose leases are not renewed by this process: it is halted as far as the others can see. */
function silent(store: Store): Store {
  return {
    transact: (work) => store.transact(work),
    claim: (options) => store.claim(options),
    renew: () => new Promise<never>(() => undefined),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}

/** A vault whose removals wait until they are let go. */
function hesitating(vault: MemoryVault): { readonly vault: MemoryVault; readonly reached: Promise<void>; letGo(): void } {
  const handles: { reach?: () => void; letGo?: () => void } = {};
  const reached = new Promise<void>((resolve) => (handles.reach = resolve));
  const go = new Promise<void>((resolve) => (handles.letGo = resolve));
  return {
    vault: {
      ...vault,
      remove: async (...args) => {
        handles.reach?.();
        await go;
        await vault.remove(...args);
      },
    },
    reached,
    letGo: () => handles.letGo?.(),
  };
}

it('a worker that was halted for longer than its lease removes nothing that another one has read since', async () => {
  const [store, vault] = [memoryStore({ clock: systemClock }), memoryVault()];
  const opener = requestHouse([], { store, vault, worker: 'opener' });
  await opener.stop();
  const { id } = await opener.open();
  // A reading that was begun for other matches: whoever reads now begins anew, and removes it
  await store.transact(async ({ requests }) => {
    const request = (await requests.get('club', id))!;
    await requests.change({ ...request, generation: 'gen_old', version: request.version + 1 });
  });
  const removal = hesitating(vault);
  const halted = requestHouse(SOURCES, { store: silent(store), vault: removal.vault, worker: 'halted', leaseMs: 40 });
  houses.push(halted);
  await removal.reached;
  halted.worker.stop();
  const quick = requestHouse(SOURCES, { store, vault, worker: 'quick' });
  houses.push(quick);
  await quick.workUntil(id, 'awaiting_release');
  const stored = vault.stored();
  expect(stored.some((name) => name.includes('/segment-'))).toBe(true);

  removal.letGo();
  await halted.stop();
  await pause(20);
  expect(vault.stored()).toEqual(stored);
  expect([halted.faults, (await quick.get(id)).state]).toEqual([[], 'awaiting_release']);
});
