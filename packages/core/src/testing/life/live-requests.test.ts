import { describe, expect, it } from '@jest/globals';
import type { Store, Transaction } from '../../ports/store.js';
import { liveRequests } from './live-requests.js';

const SEED = 20_261_129;

type Entry = Parameters<Transaction['audit']['add']>[0];

/** A store whose trail says what is made of each entry; nothing, where nothing is. */
function misnoting(store: Store, made: (entry: Entry) => Entry | undefined): Store {
  return {
    transact: (work) =>
      store.transact((transaction) => {
        const { audit } = transaction;
        const add: typeof audit.add = (entry) => {
          const noted = made(entry);
          return noted === undefined ? Promise.resolve() : audit.add(noted);
        };
        return work({ ...transaction, audit: { add, page: (...asked) => audit.page(...asked) } });
      }),
    claim: (options) => store.claim(options),
    renew: (claim, leaseMs) => store.renew(claim, leaseMs),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}

/** In whose trail no message ever stands. */
const silent = (entry: Entry): Entry | undefined => (entry.action.startsWith('message.') ? undefined : entry);

/** In whose trail every refusal is one of somebody who is not proved. */
function unproving(entry: Entry): Entry {
  const { action, details } = entry;
  if (action !== 'request.refuse') return entry;
  return { ...entry, details: { state: details['state'] ?? null, as: 'identity_not_proved' } };
}

/** In whose trail a refusal rests on nothing. */
function groundless(entry: Entry): Entry {
  const { action, details } = entry;
  return action === 'request.refuse' ? { ...entry, details: { state: details['state'] ?? null } } : entry;
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
      desk: { ...house.desk, store: misnoting(house.store, silent) },
    }));
    expect(faults.some((fault) => fault.includes('IDV-08'))).toBe(true);
  });

  it.each([
    ['rests on nothing', groundless],
    ['of somebody who is proved says that they are not', unproving],
  ])('are seen to be wrong where a refusal %s (OUT-03)', async (_what, made) => {
    const { faults } = await liveRequests(150, SEED, (house) => ({
      ...house,
      desk: { ...house.desk, store: misnoting(house.store, made) },
    }));
    expect(faults.some((fault) => fault.includes('OUT-03'))).toBe(true);
  });

  it('are seen to be wrong where nothing is done when the time is over', async () => {
    const { faults } = await liveRequests(20, SEED, (house) => ({ ...house, work: () => Promise.resolve(false) }));
    expect(faults.some((fault) => fault.includes('what was decided is shredded'))).toBe(true);
  });
});
