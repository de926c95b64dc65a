import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import fc from 'fast-check';
import type { SourceBinding } from '../../discovery/source.js';
import { systemClock } from '../../ports/clock.js';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../../testing/association.js';
import { fakeSource } from '../../testing/fake-source.js';
import { memoryVault } from '../../testing/memory-vault.js';
import { archiveOf, Death, hastyClock, mortal } from '../../testing/mortal-house.js';
import { OFFICER, requestHouse } from '../../testing/request-house.js';
import { memoryStore } from '../../testing/store/memory-store.js';
import { retrySource } from '../retry-source.js';

const sources = [fakeSource({ ...ASSOCIATION, batchSize: 1, checkpointEvery: 2 }), fakeSource({ ...NEWSLETTER, batchSize: 1 })];

const FAULTY = ['open', 'locate', 'records'] as const;
const LIFE = fc.record({ calls: fc.integer({ min: 1, max: 60 }), before: fc.boolean() });

async function undisturbed(searched: readonly SourceBinding[] = sources): Promise<string> {
  const house = requestHouse(searched, { clock: hastyClock(), leaseMs: 1e12 });
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

  it('comes to the archive of a whole search by the retry of one source, wherever its processes died (SCP-09)', async () => {
    const whole = [ASSOCIATION, NEWSLETTER, TICKETS].map((script) => ({ ...script, batchSize: 1, checkpointEvery: 2 }));
    const expected = await undisturbed(whole.map(fakeSource));
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.constantFrom(...FAULTY), fc.array(LIFE, { maxLength: 3 }), async (failing, at, lives) => {
        const clock = hastyClock();
        const [store, vault] = [memoryStore({ clock }), memoryVault()];
        const faults = [{ at, error: new ConnectorError('permission', 'Not yours.'), times: 1_000 }];
        const broken = whole.map((script, index) => fakeSource(index === failing ? { ...script, faults } : script));
        const first = requestHouse(broken, { clock, store, vault, worker: 'first', leaseMs: 1e12 });
        const { id } = await first.open();
        await first.workUntil(id, 'awaiting_release');
        await first.stop();
        const sources = whole.map(fakeSource);
        const opener = requestHouse(sources, { clock, store, vault, worker: 'opener' });
        opener.worker.stop();
        await retrySource(opener.desk, OFFICER, id, whole[failing]!.id);
        for (const [index, life] of lives.entries()) {
          const death = new Death(life);
          const mortals = { clock: death.stopping(clock), ...mortal(store, vault, death), leaseMs: 60_000 };
          const house = requestHouse(sources, { ...mortals, worker: `w${String(index)}` });
          const isOver = async (): Promise<boolean> => (await opener.get(id)).state === 'awaiting_release';
          while (!death.isDead() && !(await isOver())) await systemClock.sleep(2, new AbortController().signal);
          house.worker.stop();
        }
        const last = requestHouse(sources, { clock, store, vault, worker: 'last', leaseMs: 1e12 });
        expect(await last.workUntil(id, 'awaiting_release')).toMatchObject({ complete: true, archive: { records: 9, files: 2 } });
        expect(await archiveOf(last, id)).toBe(expected);
        await last.stop();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
