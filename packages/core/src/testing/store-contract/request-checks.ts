import assert from 'node:assert/strict';
import type { ManualTask } from '../../manual/manual-task.js';
import type { PageQuery, RequestFilter, Store } from '../../ports/store.js';
import { checksOf } from './store-check.js';
import { ACME, FULL_REQUEST, OTHER, sampleRequest } from './samples.js';

/** What the rows of requests promise. */
export const requestChecks = checksOf({
  'a request comes back as it was stored, with everything and with nothing that may be missing': async (store) => {
    await store.transact(async ({ requests }) => {
      await requests.add(FULL_REQUEST);
      await requests.add(sampleRequest({ id: 'request-2', reference: '2026-0002' }));
    });
    await store.transact(async ({ requests }) => {
      assert.deepEqual(await requests.get(ACME, 'request-1'), FULL_REQUEST);
      assert.deepEqual(await requests.lock(ACME, 'request-2'), sampleRequest({ id: 'request-2', reference: '2026-0002' }));
    });
  },
  'what a changed request no longer has is gone': async (store) => {
    const bare = sampleRequest({ version: 2, state: 'shredded' });
    await store.transact(({ requests }) => requests.add(FULL_REQUEST));
    await store.transact(({ requests }) => requests.change(bare));
    assert.deepEqual(await store.transact(({ requests }) => requests.get(ACME, 'request-1')), bare);
  },
  'a change from an older version is refused, as is one of a request that is not there': async (store) => {
    await store.transact(({ requests }) => requests.add(sampleRequest()));
    await store.transact(({ requests }) => requests.change(sampleRequest({ version: 2 })));
    const again = store.transact(({ requests }) => requests.change(sampleRequest({ version: 2 })));
    await assert.rejects(again, { code: 'STALE_VERSION' });
    const missing = store.transact(({ requests }) => requests.change(sampleRequest({ id: 'request-9', version: 2 })));
    await assert.rejects(missing, { code: 'STALE_VERSION' });
  },
  'a removed request is gone, with its reference for good, and nobody removes another controller’s': async (store) => {
    await store.transact(async ({ requests }) =>
      requests.add(sampleRequest({ reference: await requests.nextReference(ACME, 2026) })),
    );
    await store.transact(({ requests }) => requests.remove(OTHER, 'request-1'));
    assert.ok(await store.transact(({ requests }) => requests.get(ACME, 'request-1')));
    await store.transact(({ requests }) => requests.remove(ACME, 'request-1'));
    assert.equal(await store.transact(({ requests }) => requests.get(ACME, 'request-1')), undefined);
    assert.equal(await store.transact(({ requests }) => requests.nextReference(ACME, 2026)), '2026-0002');
  },
  'another controller’s request is as good as missing': async (store) => {
    await store.transact(({ requests }) => requests.add(sampleRequest()));
    await store.transact(async ({ requests }) => {
      assert.equal(await requests.get(OTHER, 'request-1'), undefined);
      assert.equal(await requests.lock(OTHER, 'request-1'), undefined);
      assert.equal((await requests.page(OTHER, {}, { first: 10 })).total, 0);
    });
    const change = store.transact(({ requests }) => requests.change(sampleRequest({ controller: OTHER, version: 2 })));
    await assert.rejects(change, { code: 'STALE_VERSION' });
  },
  'an id is taken once, and a reference once in its controller': async (store) => {
    await store.transact(({ requests }) => requests.add(sampleRequest()));
    await assert.rejects(store.transact(({ requests }) => requests.add(sampleRequest({ reference: '2026-0002' }))));
    await assert.rejects(store.transact(({ requests }) => requests.add(sampleRequest({ id: 'request-2' }))));
    await store.transact(({ requests }) => requests.add(sampleRequest({ id: 'request-2', controller: OTHER })));
  },
  'references count up without gaps, in each controller and each year, however many ask at once': async (store) => {
    const ask = (controller: string, year: number): Promise<string> =>
      store.transact(({ requests }) => requests.nextReference(controller, year));
    const given = await Promise.all(Array.from({ length: 12 }, () => ask(ACME, 2026)));
    const expected = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(4, '0')}`);
    assert.deepEqual([...given].sort(), expected);
    assert.equal(await ask(OTHER, 2026), '2026-0001');
    assert.equal(await ask(ACME, 2027), '2027-0001');
    assert.equal(await ask(ACME, 2026), '2026-0013');
  },
  'pages come in the order of the due time, then of the id, and say whether there is more': async (store) => {
    await addFive(store);
    const first = await page(store, {}, { first: 2 });
    assert.deepEqual([first.ids, first.hasNext, first.total], [['e', 'a'], true, 5]);
    const second = await page(store, {}, { first: 2, after: first.last });
    assert.deepEqual([second.ids, second.hasNext, second.total], [['b', 'c'], true, 5]);
    const third = await page(store, {}, { first: 2, after: second.last });
    assert.deepEqual([third.ids, third.hasNext, third.total], [['d'], false, 5]);
    const beyond = await page(store, {}, { first: 2, after: third.last });
    assert.deepEqual([beyond.ids, beyond.hasNext], [[], false]);
  },
  'a cursor still leads to what follows after requests were added around it': async (store) => {
    await addFive(store);
    const { last } = await page(store, {}, { first: 2 });
    await add(store, 'a0', 2);
    await add(store, '0', 0);
    assert.deepEqual((await page(store, {}, { first: 3, after: last })).ids, ['a0', 'b', 'c']);
  },
  'pages hold what was asked for: states, and what is due before a time': async (store) => {
    await addFive(store);
    const state = async (...states: NonNullable<RequestFilter['states']>): Promise<readonly string[]> =>
      (await page(store, { states }, { first: 100 })).ids;
    assert.deepEqual(await state('ready'), ['e']);
    assert.deepEqual(await state('ready', 'received'), ['e', 'a', 'b', 'c', 'd']);
    assert.deepEqual(await state(), []);
    const early = await page(store, { dueBefore: new Date(2_000) }, { first: 100 });
    assert.deepEqual([early.ids, early.total], [['e'], 1]);
  },
  'pages can be those that were received within a period (LOG-05)': async (store) => {
    for (const day of [1, 2, 3, 4]) {
      const receivedAt = new Date(`2026-03-0${String(day)}T00:00:00Z`);
      await store.transact(({ requests }) =>
        requests.add(sampleRequest({ id: `r${String(day)}`, reference: `r${String(day)}`, receivedAt })),
      );
    }
    const received = { from: new Date('2026-03-02T00:00:00Z'), before: new Date('2026-03-04T00:00:00Z') };
    const found = await page(store, { received }, { first: 100 });
    assert.deepEqual([found.ids, found.total], [['r2', 'r3'], 2]);
  },
  'pages can be those whose reference begins so, whatever is written in it, and can have the latest first': async (store) => {
    await addFive(store);
    await add(store, 'a0', 4);
    await add(store, '%', 4);
    const ids = async (filter: RequestFilter, query: PageQuery = { first: 9 }): Promise<readonly string[]> =>
      (await page(store, filter, query)).ids;
    assert.deepEqual(await ids({ referenceStart: 'A' }), ['a', 'a0']);
    assert.deepEqual(await ids({ referenceStart: '%' }), ['%']);
    assert.deepEqual(await ids({ referenceStart: '_' }), []);
    const first = await page(store, { latestFirst: true }, { first: 3 });
    assert.deepEqual(first.ids, ['a0', '%', 'd']);
    assert.deepEqual(await ids({ latestFirst: true }, { first: 9, after: first.last }), ['c', 'b', 'a', 'e']);
  },
  'a page can hold only those with a task that has not ended (SCP-07)': async (store) => {
    await addFive(store);
    const { tasks } = FULL_REQUEST;
    const ended = tasks.slice(1);
    const withTasks = (id: string, tasks: readonly ManualTask[]): Promise<void> =>
      store.transact(({ requests }) => requests.add(sampleRequest({ id, reference: id, tasks })));
    await withTasks('open', tasks.slice(0, 2));
    await withTasks('ended', ended);
    const found = await page(store, { hasOpenTask: true }, { first: 100 });
    assert.deepEqual([found.ids, found.total], [['open'], 1]);
    assert.equal((await page(store, { hasOpenTask: false }, { first: 100 })).total, 7);
    const request = await store.transact(({ requests }) => requests.get(ACME, 'open'));
    await store.transact(({ requests }) => requests.change({ ...sampleRequest({ ...request, version: 2, tasks: ended }) }));
    assert.deepEqual((await page(store, { hasOpenTask: true }, { first: 100 })).ids, []);
  },
  'what is no cursor, and a page of no or too many items, is refused': async (store) => {
    for (const after of ['', 'nonsense', btoa('{}'), btoa('[]')]) {
      await assert.rejects(page(store, {}, { first: 1, after }), { code: 'INVALID_CURSOR' });
    }
    for (const first of [0, -1, 101, 1.5]) await assert.rejects(page(store, {}, { first }), { name: 'RangeError' });
  },
});

async function addFive(store: Store): Promise<void> {
  for (const [id, second] of Object.entries({ d: 3, c: 3, b: 2, a: 2 })) await add(store, id, second);
  const early = sampleRequest({ id: 'e', reference: 'e', state: 'ready', dueAt: new Date(1_000) });
  await store.transact(({ requests }) => requests.add(early));
}

async function add(store: Store, id: string, second: number): Promise<void> {
  await store.transact(({ requests }) => requests.add(sampleRequest({ id, reference: id, dueAt: new Date(second * 1_000) })));
}

interface SeenPage {
  readonly ids: readonly string[];
  readonly last: string;
  readonly hasNext: boolean;
  readonly total: number;
}

async function page(store: Store, filter: RequestFilter, query: PageQuery): Promise<SeenPage> {
  const { items, hasNext, total } = await store.transact(({ requests }) => requests.page(ACME, filter, query));
  return { ids: items.map(({ item }) => item.id), last: items.at(-1)?.cursor ?? '', hasNext, total };
}
