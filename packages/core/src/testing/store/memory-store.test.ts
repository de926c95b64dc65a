import { describe, expect, it } from '@jest/globals';
import { ACME, sampleRequest } from '../store-contract/samples.js';
import { StandingClock } from '../store-contract/store-check.js';
import { storeChecks } from '../store-contract/store-checks.js';
import { memoryStore } from './memory-store.js';

describe('a store in memory', () => {
  for (const { title, run } of storeChecks) {
    it(title, async () => {
      const clock = new StandingClock();
      const store = memoryStore({ clock });
      await run(store, clock);
      await store.close();
    });
  }

  it('keeps no reference to what it was given', async () => {
    const store = memoryStore();
    const rights: 'access'[] = ['access'];
    await store.transact(({ requests }) => requests.add(sampleRequest({ rights })));
    rights.push('access');
    expect((await store.transact(({ requests }) => requests.get(ACME, 'request-1')))?.rights).toEqual(['access']);
  });
});
