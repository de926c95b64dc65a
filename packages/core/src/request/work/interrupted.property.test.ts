import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clock } from '../../ports/clock.js';
import { systemClock } from '../../ports/clock.js';
import type { Store } from '../../ports/store.js';
import { ASSOCIATION, NEWSLETTER } from '../../testing/association.js';
import { fakeSource } from '../../testing/fake-source.js';
import { type MemoryVault, memoryVault } from '../../testing/memory-vault.js';
import { type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { memoryStore } from '../../testing/store/memory-store.js';

/** Every look is six seconds later, so that every batch becomes a segment. */
function hastyClock(): Clock {
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => new Date((now += 6_000)),
    sleep: (milliseconds, signal) => systemClock.sleep(Math.min(milliseconds, 3), signal),
  };
}

const sources = [fakeSource({ ...ASSOCIATION, batchSize: 1, checkpointEvery: 2 }), fakeSource({ ...NEWSLETTER, batchSize: 1 })];

/** How long a process lives, and whether it dies just before or just after its last call. */
interface Life {
  readonly calls: number;
  readonly before: boolean;
}

/** Lets so many calls through; then the process is dead, and nothing works any more. */
class Death {
  #left: number;
  readonly #before: boolean;

  constructor({ calls, before }: Life) {
    this.#left = calls;
    this.#before = before;
  }

  isDead(): boolean {
    return this.#left <= 0;
  }

  /** The clock of a process that is dead does not wake it. */
  stopping(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      sleep: async (milliseconds, signal) => {
        await clock.sleep(milliseconds, signal);
        if (this.isDead()) await new Promise<never>(() => undefined);
      },
    };
  }

  /** Does something that outlives the process, or dies before it, or after it and before anybody has heard of it. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDead()) return new Promise<never>(() => undefined);
    this.#left -= 1;
    if (this.isDead() && this.#before) return new Promise<never>(() => undefined);
    const result = await work();
    if (this.isDead()) return new Promise<never>(() => undefined);
    return result;
  }
}

const LIFE = fc.record({ calls: fc.integer({ min: 1, max: 60 }), before: fc.boolean() });

function mortal(store: Store, vault: MemoryVault, death: Death): { store: Store; vault: MemoryVault } {
  return {
    store: {
      transact: (work) => death.around(() => store.transact(work)),
      claim: (options) => death.around(() => store.claim(options)),
      renew: (claim, leaseMs) => death.around(() => store.renew(claim, leaseMs)),
      nextDueAt: () => store.nextDueAt(),
      close: () => store.close(),
    },
    vault: { ...vault, put: (key, name, content) => death.around(() => vault.put(key, name, content)) },
  };
}

async function archiveOf(house: RequestHouse, id: string): Promise<string> {
  const { archive, dataKey = '' } = await house.get(id);
  let text = '';
  for await (const part of house.vault.read({ controller: 'club', request: id, dataKey }, archive?.blob ?? '')) {
    text += Buffer.from(part).toString();
  }
  return text;
}

async function undisturbed(): Promise<string> {
  const house = requestHouse(sources, { clock: hastyClock(), leaseMs: 1e12 });
  const { id } = await house.open();
  await house.workUntil(id, 'awaiting_release');
  const text = await archiveOf(house, id);
  await house.stop();
  return text;
}

describe('work that is interrupted', () => {
  it('comes to the same archive, wherever its processes died', async () => {
    const expected = await undisturbed();
    expect(expected.split('\n')).toHaveLength(11);
    await fc.assert(
      fc.asyncProperty(fc.array(LIFE, { minLength: 1, maxLength: 4 }), async (lives) => {
        const clock = hastyClock();
        const [store, vault] = [memoryStore({ clock }), memoryVault()];
        const opener = requestHouse([], { clock, store, vault, worker: 'opener' });
        opener.worker.stop();
        const { id } = await opener.open();
        for (const [index, life] of lives.entries()) {
          const death = new Death(life);
          const house = requestHouse(sources, {
            clock: death.stopping(clock),
            ...mortal(store, vault, death),
            worker: `w${String(index)}`,
            leaseMs: 60_000,
          });
          const isOver = async (): Promise<boolean> => (await opener.get(id)).state === 'awaiting_release';
          while (!death.isDead() && !(await isOver())) await systemClock.sleep(2, new AbortController().signal);
          house.worker.stop();
        }
        const last = requestHouse(sources, { clock, store, vault, worker: 'last', leaseMs: 1e12 });
        await last.workUntil(id, 'awaiting_release');
        expect(await archiveOf(last, id)).toBe(expected);
        const { archive } = await last.get(id);
        expect(archive).toMatchObject({ records: 8, files: 2 });
        await last.stop();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
