import assert from 'node:assert/strict';
import { checksOf } from './store-check.js';
import { ACME, sampleEntry, sampleRequest, sampleStep } from './samples.js';

/** What transactions promise. */
export const transactionChecks = checksOf({
  'what one transaction did is there for the next, and its result comes out': async (store) => {
    const result = await store.transact(async ({ requests }) => {
      await requests.add(sampleRequest());
      return 42;
    });
    assert.equal(result, 42);
    assert.ok(await store.transact(({ requests }) => requests.get(ACME, 'request-1')));
  },
  'a transaction that throws leaves nothing behind, and its error comes out as it is': async (store, clock) => {
    await store.transact(({ requests }) => requests.add(sampleRequest()));
    const error = new Error('no');
    const work = store.transact(async ({ requests, steps, audit, idempotency }) => {
      await requests.change(sampleRequest({ version: 2, state: 'ready' }));
      await requests.nextReference(ACME, 2026);
      await steps.add(sampleStep(clock.now()));
      await audit.add(sampleEntry());
      await idempotency.add(ACME, 'key', { fingerprint: 'f', result: 'r' });
      throw error;
    });
    await assert.rejects(work, (thrown) => thrown === error);
    await store.transact(async ({ requests, steps, audit, idempotency }) => {
      assert.equal((await requests.get(ACME, 'request-1'))?.state, 'received');
      assert.equal(await requests.nextReference(ACME, 2026), '2026-0001');
      assert.deepEqual(await steps.of(ACME, 'request-1'), []);
      assert.equal((await audit.page(ACME, {}, { first: 1 })).total, 0);
      assert.equal(await idempotency.find(ACME, 'key'), undefined);
    });
    assert.equal(await store.nextDueAt(), undefined);
  },
  'transactions that are begun at once do not lose each other’s changes': async (store) => {
    await store.transact(({ requests }) => requests.add(sampleRequest()));
    const increments = Array.from({ length: 20 }, () =>
      store.transact(async ({ requests }) => {
        const request = await requests.lock(ACME, 'request-1');
        assert.ok(request);
        await requests.change({ ...request, version: request.version + 1, queued: request.queued + 1 });
      }),
    );
    await Promise.all(increments);
    assert.equal((await store.transact(({ requests }) => requests.get(ACME, 'request-1')))?.queued, 20);
  },
  'the time of a transaction is that of its begin': async (store, clock) => {
    const expected = clock.now();
    assert.deepEqual(await store.transact(({ now }) => Promise.resolve(now)), expected);
  },
});
