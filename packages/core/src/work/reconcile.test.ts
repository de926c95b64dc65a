import { describe, expect, it } from '@jest/globals';
import type { Dispatcher, DueLedger, DueStep } from '../ports/dispatcher.js';
import { reconcile } from './reconcile.js';

const step = (id: string): DueStep => ({ id, fence: 0, inMs: 0 });

function ledgerOf(batches: readonly (readonly DueStep[])[], turns: boolean[]): DueLedger {
  return {
    takeTurn: () => Promise.resolve(turns.shift() ?? false),
    // eslint-disable-next-line @typescript-eslint/require-await -- a ledger in memory has nothing to wait for
    async *due() {
      yield* batches;
    },
  };
}

describe('reconciling', () => {
  it('tells of everything that is due, batch by batch, where it is this process’s turn, and nothing otherwise', async () => {
    const told: (readonly DueStep[])[] = [];
    const dispatcher: Dispatcher = {
      tell: (steps) => {
        told.push(steps);
        return Promise.resolve();
      },
    };
    const batches = [[step('a'), step('b')], [step('c')]];
    const ledger = ledgerOf(batches, [true, false]);
    expect([await reconcile(ledger, dispatcher, 15_000), told]).toEqual([3, batches]);
    expect([await reconcile(ledger, dispatcher, 15_000), told.length]).toEqual([undefined, 2]);
  });

  it('fails where the ledger cannot be read', async () => {
    const gone: DueLedger = { ...ledgerOf([], []), takeTurn: () => Promise.reject(new Error('The store is gone.')) };
    await expect(reconcile(gone, { tell: () => Promise.resolve() }, 1)).rejects.toThrow('gone');
  });
});
