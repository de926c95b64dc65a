import assert from 'node:assert/strict';
import type { Store } from '../../ports/store.js';
import type { ReceivedTransmission } from '../../transmission/received-transmission.js';
import { ACME, OTHER } from './samples.js';
import { checksOf } from './store-check.js';

const [AT, LATER] = [new Date('2026-02-02T09:00:00.000Z'), new Date('2026-03-04T09:00:00.000Z')];

function sample(changes: Partial<ReceivedTransmission> = {}): ReceivedTransmission {
  return {
    ...{ id: 'rcv-1', controller: ACME, sender: 'union', offered: 'tra-1', state: 'kept', attempts: 1 },
    ...{ bytes: 7, sha256: 'a'.repeat(64), begunAt: AT, receivedAt: AT, expiresAt: LATER },
    ...{ blob: 'received/1', dataKey: 'wrapped', isStored: true },
    ...changes,
  };
}

/** With nothing that may be missing. */
const { receivedAt: _receivedAt, blob: _blob, dataKey: _dataKey, ...BARE } = sample();
const GONE: ReceivedTransmission = { ...BARE, id: 'rcv-2', offered: 'tra-2', state: 'expired', isStored: false };

/** What the rows of received transmissions promise. */
export const receivedChecks = checksOf({
  'a received transmission comes back as it was added, by its id and by that of its sender': async (store) => {
    await add(store, sample(), GONE);
    const found = await store.transact(async ({ received }) => [
      await received.lock(ACME, 'rcv-1'),
      await received.lockOffered(ACME, 'union', 'tra-2'),
      await received.lockOffered(ACME, 'bank', 'tra-2'),
      await received.lock(ACME, 'rcv-3'),
    ]);
    assert.deepEqual(found, [sample(), GONE, undefined, undefined]);
  },
  'what a sender calls by one name is added once': async (store) => {
    await add(store, sample(), sample({ id: 'rcv-2', sender: 'bank' }));
    await assert.rejects(add(store, sample({ id: 'rcv-3' })));
  },
  'what is kept of one controller comes in the order it came, and what is over of all': async (store) => {
    const kept = [sample({ id: 'z', offered: '1' }), sample({ id: 'a', offered: '2', expiresAt: AT })];
    const other = sample({ id: 'm', controller: OTHER, state: 'arriving', expiresAt: AT });
    await add(store, ...kept, GONE, other);
    assert.deepEqual(await store.transact(({ received }) => received.kept(ACME)), kept);
    const over = await store.transact(({ received }) => received.over(AT));
    assert.deepEqual(new Set(over.map(({ id }) => id)), new Set(['a', 'm']));
  },
  'a change replaces what it was, brings none back, and takes nothing of another controller': async (store) => {
    await add(store, sample());
    await store.transact(async ({ received }) => {
      await received.change({ ...GONE, id: 'rcv-9' });
      await received.change({ ...GONE, id: 'rcv-1', controller: OTHER });
      assert.equal(await received.lock(OTHER, 'rcv-1'), undefined);
      assert.deepEqual(await received.kept(ACME), [sample()]);
      await received.change({ ...GONE, id: 'rcv-1', offered: 'tra-1' });
    });
    const found = await store.transact(({ received }) => received.lock(ACME, 'rcv-1'));
    assert.deepEqual(found, { ...GONE, id: 'rcv-1', offered: 'tra-1' });
  },
});

function add(store: Store, ...added: readonly ReceivedTransmission[]): Promise<void> {
  return store.transact(async ({ received }) => {
    for (const each of added) await received.add(each);
  });
}
