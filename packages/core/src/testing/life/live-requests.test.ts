import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../ports/store.js';
import { liveRequests } from './live-requests.js';

const SEED = 20_261_129;

/** A store in whose trail no message ever stands. */
function silent(store: Store): Store {
  return {
    transact: (work) =>
      store.transact((transaction) => {
        const { audit } = transaction;
        const add: typeof audit.add = (entry) => (entry.action.startsWith('message.') ? Promise.resolve() : audit.add(entry));
        return work({ ...transaction, audit: { add, page: (...asked) => audit.page(...asked) } });
      }),
    claim: (options) => store.claim(options),
    renew: (claim, leaseMs) => store.renew(claim, leaseMs),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}

describe('requests on the real desk', () => {
  it('live by the drawing, told of each end, with nothing left of them, in 500 lives (IDV-08)', async () => {
    const { faults, arrows, reached, sequences } = await liveRequests(500, SEED);
    expect(faults).toEqual([]);
    expect(sequences).toBe(500);
    expect(Object.keys(reached)).toHaveLength(12);
    expect(Object.keys(arrows).length).toBeGreaterThan(30);
  });

  it('are seen to be wrong where an end is told to nobody', async () => {
    const { faults } = await liveRequests(20, SEED, (house) => ({
      ...house,
      desk: { ...house.desk, store: silent(house.store) },
    }));
    expect(faults.some((fault) => fault.includes('IDV-08'))).toBe(true);
  });

  it('are seen to be wrong where nothing is done when the time is over', async () => {
    const { faults } = await liveRequests(20, SEED, (house) => ({ ...house, work: () => Promise.resolve(false) }));
    expect(faults.some((fault) => fault.includes('what was decided is shredded'))).toBe(true);
  });
});
