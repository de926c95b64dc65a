import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../ports/clock.js';
import { memoryStore } from './store/memory-store.js';
import { sampleStep } from './store-contract/samples.js';
import { bound, until } from './working.js';

describe('waiting in a test', () => {
  it('ends when something is true', async () => {
    let looks = 0;
    await until(() => (looks += 1) > 3);
    expect(looks).toBe(4);
  });

  it('fails where that does not come', async () => {
    await expect(until(() => false)).rejects.toThrow('It did not come to that.');
  }, 20_000);
});

describe('the methods of a store, bound', () => {
  it('do what those of the store do', async () => {
    const store = memoryStore({ clock: systemClock });
    const methods = bound(store);
    const dueAt = new Date(Date.now() - 1_000);
    await methods.transact(({ steps }) => steps.add(sampleStep(dueAt)));
    expect(await methods.nextDueAt()).toEqual(dueAt);
    const claim = await methods.claim({ worker: 'w', leaseMs: 1_000, kinds: ['search'] });
    expect(claim?.step.id).toBe('step-search-1');
    expect(await methods.renew(claim!, 1_000)).toBe(true);
    await methods.close();
    const [step] = await store.transact(({ steps }) => steps.of('acme', 'request-1'));
    expect(step?.state).toBe('running');
  });
});
