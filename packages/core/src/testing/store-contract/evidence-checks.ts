import assert from 'node:assert/strict';
import type { Store } from '../../ports/store.js';
import { checksOf } from './store-check.js';
import { ACME, OTHER, sampleCheckpoint, sampleSegment } from './samples.js';

/** What the rows of evidence promise. */
export const evidenceChecks = checksOf({
  'segments come back as they were added, by source, collection and number': async (store) => {
    const segments = [
      sampleSegment({ source: 'shop', collection: 'order' }),
      sampleSegment({ number: 10, records: 5_000_000_000 }),
      sampleSegment({ number: 2 }),
      sampleSegment({ collection: 'order' }),
    ];
    for (const each of segments) await store.transact(({ evidence }) => evidence.addSegment(each));
    const found = await store.transact(({ evidence }) => evidence.segments(ACME, 'request-1', 'one'));
    assert.deepEqual(found, [segments[3], segments[2], segments[1], segments[0]]);
  },
  'a segment’s number is taken once': async (store) => {
    await store.transact(({ evidence }) => evidence.addSegment(sampleSegment()));
    await assert.rejects(store.transact(({ evidence }) => evidence.addSegment(sampleSegment({ blob: 'blob-2' }))));
  },
  'a checkpoint replaces the one before it': async (store) => {
    const later = sampleCheckpoint({ segments: 2, progress: 'sealed later' });
    await store.transact(({ evidence }) => evidence.setCheckpoint(sampleCheckpoint()));
    await store.transact(({ evidence }) => evidence.setCheckpoint(sampleCheckpoint({ collection: 'order' })));
    await store.transact(({ evidence }) => evidence.setCheckpoint(later));
    const found = await store.transact(({ evidence }) => evidence.checkpoints(ACME, 'request-1', 'one'));
    assert.deepEqual(found, [sampleCheckpoint({ collection: 'order' }), later]);
  },
  'another controller’s evidence is as good as missing': async (store) => {
    await addGenerations(store);
    assert.deepEqual(await blobs(store, 'one', OTHER), []);
    assert.deepEqual(await store.transact(({ evidence }) => evidence.checkpoints(OTHER, 'request-1', 'one')), []);
    await store.transact(({ evidence }) => evidence.forget(OTHER, 'request-1'));
    assert.deepEqual(await blobs(store, 'one'), ['blob-one']);
  },
  'all generations but one are forgotten, or all of them, and only those of one request': async (store) => {
    await addGenerations(store);
    await store.transact(({ evidence }) => evidence.forget(ACME, 'request-1', 'two'));
    assert.deepEqual([await blobs(store, 'one'), await blobs(store, 'two')], [[], ['blob-two']]);
    await store.transact(async ({ evidence }) => {
      assert.equal((await evidence.checkpoints(ACME, 'request-1', 'one')).length, 0);
      assert.equal((await evidence.checkpoints(ACME, 'request-1', 'two')).length, 1);
      await evidence.forget(ACME, 'request-1');
      assert.equal((await evidence.checkpoints(ACME, 'request-1', 'two')).length, 0);
      assert.equal((await evidence.segments(ACME, 'request-2', 'one')).length, 1);
    });
    assert.deepEqual(await blobs(store, 'two'), []);
  },
});

async function addGenerations(store: Store): Promise<void> {
  await store.transact(async ({ evidence }) => {
    for (const generation of ['one', 'two']) {
      await evidence.addSegment(sampleSegment({ generation, blob: `blob-${generation}` }));
      await evidence.setCheckpoint(sampleCheckpoint({ generation }));
    }
    await evidence.addSegment(sampleSegment({ request: 'request-2' }));
  });
}

async function blobs(store: Store, generation: string, controller = ACME): Promise<readonly string[]> {
  const found = await store.transact(({ evidence }) => evidence.segments(controller, 'request-1', generation));
  return found.map(({ blob }) => blob);
}
