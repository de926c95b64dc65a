import assert from 'node:assert/strict';
import type { Store } from '../../ports/store.js';
import type { WebhookCall } from '../../webhooks/webhook-call.js';
import { checksOf } from './store-check.js';
import { ACME, FULL_CALL, OTHER, sampleCall } from './samples.js';

/** What the rows of webhooks promise. */
export const webhookChecks = checksOf({
  'a call comes back as it was added, with everything or with nothing that may be missing': async (store) => {
    const least = sampleCall({ id: 'call-2', request: 'request-2' });
    await add(store, FULL_CALL, least);
    const found = await store.transact(async ({ webhooks }) => [
      await webhooks.get(ACME, 'call-1'),
      await webhooks.get(ACME, 'call-2'),
      await webhooks.get(ACME, 'call-3'),
    ]);
    assert.deepEqual(found, [FULL_CALL, least, undefined]);
  },
  'calls of a request come in the order they were added, and an id is taken once': async (store) => {
    const queued = ['z', 'a', 'm'].map((id) => sampleCall({ id }));
    await add(store, ...queued, sampleCall({ id: 'b', request: 'request-2' }));
    assert.deepEqual(await callsOf(store), queued);
    await assert.rejects(add(store, sampleCall({ id: 'a', request: 'request-3' })));
  },
  'what became of a call replaces what it was, and a change brings none back': async (store) => {
    await add(store, sampleCall(), sampleCall({ id: 'call-2' }));
    await store.transact(async ({ webhooks }) => {
      await webhooks.change({ ...FULL_CALL, state: 'sent' });
      await webhooks.change(sampleCall({ id: 'call-3' }));
    });
    assert.deepEqual(await callsOf(store), [{ ...FULL_CALL, state: 'sent' }, sampleCall({ id: 'call-2' })]);
  },
  'the calls of one request are removed, and no others': async (store) => {
    await add(store, sampleCall(), sampleCall({ id: 'call-2' }), sampleCall({ id: 'call-3', request: 'request-2' }));
    await store.transact(({ webhooks }) => webhooks.remove(OTHER, 'request-1'));
    assert.equal((await callsOf(store)).length, 2);
    await store.transact(({ webhooks }) => webhooks.remove(ACME, 'request-1'));
    assert.deepEqual([(await callsOf(store)).length, (await callsOf(store, 'request-2')).length], [0, 1]);
  },
  'another controller’s call is as good as missing': async (store) => {
    await add(store, sampleCall());
    await store.transact(async ({ webhooks }) => {
      assert.equal(await webhooks.get(OTHER, 'call-1'), undefined);
      assert.deepEqual(await webhooks.of(OTHER, 'request-1'), []);
      assert.deepEqual(await webhooks.tally(OTHER), []);
      await webhooks.change(sampleCall({ controller: OTHER, state: 'failed' }));
    });
    assert.deepEqual(await callsOf(store), [sampleCall()]);
  },
  'failed calls of a controller come with the last first, as many as are asked for': async (store) => {
    const day = (date: number): Date => new Date(`2026-03-0${String(date)}T09:00:00.000Z`);
    const failed = (id: string, date: number, changes: Partial<WebhookCall> = {}): WebhookCall =>
      sampleCall({ id, state: 'failed', failedAt: day(date), ...changes });
    const [early, late, last] = [
      failed('early', 2),
      failed('late', 5, { endpoint: 'crm' }),
      failed('last', 7, { request: 'request-2' }),
    ];
    await add(store, early, last, late, sampleCall(), failed('other', 9, { controller: OTHER }));
    assert.deepEqual(await store.transact(({ webhooks }) => webhooks.failed(ACME, 2)), [last, late]);
    assert.deepEqual(await store.transact(({ webhooks }) => webhooks.failed(ACME, 9)), [last, late, early]);
  },
  'the calls of a controller are counted by endpoint and state, with their times': async (store) => {
    const [early, late] = [new Date('2026-02-01T09:00:00.000Z'), new Date('2026-03-05T09:00:00.000Z')];
    await add(
      store,
      sampleCall(),
      sampleCall({ id: 'call-2', request: 'request-2', happenedAt: early }),
      sampleCall({ id: 'call-3', state: 'sent', sentAt: late }),
      sampleCall({ id: 'call-4', state: 'sent', sentAt: early }),
      sampleCall({ id: 'call-5', endpoint: 'crm', state: 'failed', failedAt: late }),
    );
    const at = sampleCall().happenedAt;
    assert.deepEqual(await store.transact(({ webhooks }) => webhooks.tally(ACME)), [
      { endpoint: 'crm', state: 'failed', count: 1, since: at, last: late },
      { endpoint: 'desk', state: 'sent', count: 2, since: at, last: late },
      { endpoint: 'desk', state: 'waiting', count: 2, since: early },
    ]);
  },
});

function add(store: Store, ...added: readonly WebhookCall[]): Promise<void> {
  return store.transact(async ({ webhooks }) => {
    for (const call of added) await webhooks.add(call);
  });
}

function callsOf(store: Store, request = 'request-1'): Promise<readonly WebhookCall[]> {
  return store.transact(({ webhooks }) => webhooks.of(ACME, request));
}
