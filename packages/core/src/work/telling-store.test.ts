import { describe, expect, it } from '@jest/globals';
import type { Store } from '../ports/store.js';
import type { DueStep } from '../ports/dispatcher.js';
import { ACME, sampleStep } from '../testing/store-contract/samples.js';
import { StandingClock } from '../testing/store-contract/store-check.js';
import { storeChecks } from '../testing/store-contract/store-checks.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { bound } from '../testing/working.js';
import { tellingStore } from './telling-store.js';

interface Told {
  readonly store: Store;
  readonly told: DueStep[];
}

function telling(clock: StandingClock, inner: Store = memoryStore({ clock })): Told {
  const told: DueStep[] = [];
  const tell = (steps: readonly DueStep[]): Promise<void> => {
    told.push(...steps);
    return Promise.resolve();
  };
  return { store: tellingStore(inner, { tell }), told };
}

describe('a store that tells of its steps', () => {
  for (const { title, run } of storeChecks) {
    it(`is a store: ${title}`, async () => {
      const clock = new StandingClock();
      const { store } = telling(clock);
      await run(store, clock);
      await store.close();
    });
  }

  it('tells of what was added, and of what waits for another try, by the time of the store', async () => {
    const clock = new StandingClock();
    const { store, told } = telling(clock);
    await store.transact(async ({ steps }) => {
      await steps.add(sampleStep(clock.now(), { key: 'now' }));
      await steps.add(sampleStep(clock.in(9_000), { key: 'later' }));
    });
    const claim = await store.claim({ worker: 'ann', leaseMs: 1_000, kinds: ['search'] });
    const dueAt = clock.in(500);
    await store.transact(({ steps }) => steps.end(claim!, { state: 'pending', dueAt, countsAsAttempt: true }));
    expect(told).toEqual([
      { id: 'step-now', fence: 0, inMs: 0 },
      { id: 'step-later', fence: 0, inMs: 9_000 },
      { id: 'step-now', fence: 1, inMs: 500 },
    ]);
  });

  it('tells nothing of what is over, of what was rolled back, and of what an undone run has added', async () => {
    const clock = new StandingClock();
    const inner = memoryStore({ clock });
    const twice: Store = {
      ...bound(inner),
      transact: async (work) => {
        await inner.transact(async (transaction) => {
          await work(transaction);
          throw new Error('undone');
        }).catch(() => undefined); // prettier-ignore
        return inner.transact(work);
      },
    };
    const { store, told } = telling(clock, twice);
    await store.transact(({ steps }) => steps.add(sampleStep(clock.now())));
    expect(told.length).toBe(1);
    const claim = await store.claim({ worker: 'ann', leaseMs: 1_000, kinds: ['search'] });
    const ended = telling(clock, inner);
    await ended.store.transact(({ steps }) => steps.end(claim!, { state: 'done' }));
    const failing = ended.store.transact(async ({ steps }) => {
      await steps.add(sampleStep(clock.now(), { key: 'lost' }));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(ended.told).toEqual([]);
    expect((await inner.transact(({ steps }) => steps.of(ACME, 'request-1'))).length).toBe(1);
  });
});
