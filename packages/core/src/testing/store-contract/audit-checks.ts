import assert from 'node:assert/strict';
import type { AuditFilter, PageQuery, Store } from '../../ports/store.js';
import { checksOf } from './store-check.js';
import { ACME, OTHER, sampleEntry } from './samples.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What the trail and the answered calls promise. */
export const auditChecks = checksOf({
  'an entry comes back as it was added, with the time of its transaction': async (store, clock) => {
    const entry = sampleEntry({ details: { count: 2, kinds: ['email'], nothing: null, ['__proto__']: 1 } });
    const at = clock.now();
    await store.transact(({ audit }) => audit.add(entry));
    const { items } = await store.transact(({ audit }) => audit.page(ACME, {}, { first: 1 }));
    assert.deepEqual(items.map(({ item }) => item), [{ ...entry, at }]); // prettier-ignore
  },
  'an entry is added once': async (store) => {
    await store.transact(({ audit }) => audit.add(sampleEntry()));
    await assert.rejects(store.transact(({ audit }) => audit.add(sampleEntry())));
  },
  'the trail is paged from its latest entry, and its cursors stay where they are': async (store) => {
    for (const id of ['a', 'b', 'c', 'd']) await store.transact(({ audit }) => audit.add(sampleEntry({ id })));
    const first = await page(store, {}, { first: 2 });
    assert.deepEqual([first.ids, first.hasNext, first.total], [['d', 'c'], true, 4]);
    await store.transact(({ audit }) => audit.add(sampleEntry({ id: 'e' })));
    const second = await page(store, {}, { first: 2, after: first.last });
    assert.deepEqual([second.ids, second.hasNext, second.total], [['b', 'a'], false, 5]);
    await assert.rejects(page(store, {}, { first: 1, after: 'nonsense' }), { code: 'INVALID_CURSOR' });
  },
  'the trail is searched by object and by action, in one controller': async (store) => {
    const object = { type: 'request', id: 'request-2' };
    await store.transact(async ({ audit }) => {
      await audit.add(sampleEntry({ id: 'a' }));
      await audit.add(sampleEntry({ id: 'b', object }));
      await audit.add(sampleEntry({ id: 'c', object, action: 'request.release', outcome: 'refused' }));
      await audit.add(sampleEntry({ id: 'd', object, controller: OTHER }));
      await audit.add(sampleEntry({ id: 'e', object: { type: 'staff', id: 'request-2' } }));
    });
    assert.deepEqual((await page(store, { object })).ids, ['c', 'b']);
    assert.deepEqual((await page(store, { action: 'request.release' })).ids, ['c']);
    assert.deepEqual((await page(store, { object, action: 'request.open' })).ids, ['b']);
    assert.deepEqual((await page(store, {})).ids, ['e', 'c', 'b', 'a']);
  },
  'what a call came to is found by its key in its controller, for 30 days': async (store, clock) => {
    const answer = { fingerprint: 'f'.repeat(64), result: 'x'.repeat(100_000) };
    const key = 'Key '.repeat(100);
    const find = (controller: string, of = key): Promise<unknown> =>
      store.transact(({ idempotency }) => idempotency.find(controller, of));
    await store.transact(({ idempotency }) => idempotency.add(ACME, key, answer));
    assert.deepEqual(await find(ACME), answer);
    assert.equal(await find(OTHER), undefined);
    assert.equal(await find(ACME, key.toLowerCase()), undefined);
    clock.pass(30 * DAY_MS - 1);
    assert.deepEqual(await find(ACME), answer);
    clock.pass(1);
    assert.equal(await find(ACME), undefined);
    await store.transact(({ idempotency }) => idempotency.add(ACME, key, { ...answer, result: 'new' }));
    assert.deepEqual(await find(ACME), { ...answer, result: 'new' });
  },
  'a key is answered once': async (store) => {
    const answer = { fingerprint: 'f', result: 'r' };
    await store.transact(({ idempotency }) => idempotency.add(ACME, 'key', answer));
    await assert.rejects(store.transact(({ idempotency }) => idempotency.add(ACME, 'key', answer)));
  },
  'of calls with one key that are made at once, one acts and the others find its answer': async (store) => {
    const call = (result: string): Promise<string> =>
      store.transact(async ({ idempotency }) => {
        const found = await idempotency.find(ACME, 'key');
        if (found !== undefined) return found.result;
        await idempotency.add(ACME, 'key', { fingerprint: 'f', result });
        return result;
      });
    const results = await Promise.all(['a', 'b', 'c', 'd'].map(call));
    assert.equal(new Set(results).size, 1);
  },
});

interface SeenPage {
  readonly ids: readonly string[];
  readonly last: string;
  readonly hasNext: boolean;
  readonly total: number;
}

async function page(store: Store, filter: AuditFilter, query: PageQuery = { first: 100 }): Promise<SeenPage> {
  const { items, hasNext, total } = await store.transact(({ audit }) => audit.page(ACME, filter, query));
  return { ids: items.map(({ item }) => item.id), last: items.at(-1)!.cursor, hasNext, total };
}
