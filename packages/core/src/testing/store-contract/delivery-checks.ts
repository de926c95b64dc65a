import assert from 'node:assert/strict';
import type { Delivery, DownloadLink, DownloadSession } from '../../delivery/delivery.js';
import { ACME, OTHER } from './samples.js';
import { checksOf } from './store-check.js';

const AT = new Date('2026-03-01T09:00:00.123Z');

function sampleLink(changes: Partial<DownloadLink> = {}): DownloadLink {
  const link = { id: 'lnk_1', secretHash: 'ab'.repeat(32), issuedAt: AT, expiresAt: new Date(AT.getTime() + 1) };
  return { ...link, isRevoked: false, completed: 0, failures: 0, ...changes };
}

function sampleDelivery(changes: Partial<Delivery> = {}): Delivery {
  return { controller: ACME, request: 'req_1', claim: 'sealed '.repeat(20), isAutomatic: true, finds: 0, ...changes };
}

function sampleSession(changes: Partial<DownloadSession> = {}): DownloadSession {
  return { id: 'cd'.repeat(32), controller: ACME, request: 'req_1', link: 'lnk_1', expiresAt: AT, sent: [], ...changes };
}

/** What the rows of deliveries and of their sessions promise. */
export const deliveryChecks = checksOf({
  'a delivery comes back as it was stored, with and without its link': async (store) => {
    const linked = sampleDelivery({
      isAutomatic: false,
      finds: 7,
      findsWaitUntil: new Date(AT.getTime() + 3),
      link: sampleLink({ isRevoked: true, completed: 5, failures: 19, waitUntil: new Date(AT.getTime() + 2) }),
      packing: { id: 'pck_1', packing: 'aes', choices: 2, file: { blob: 'packed/1', bytes: 9, sha256: 'ef'.repeat(32) } },
    });
    await store.transact(({ deliveries }) => deliveries.add(sampleDelivery()));
    assert.deepEqual(await store.transact(({ deliveries }) => deliveries.get(ACME, 'req_1')), sampleDelivery());
    await store.transact(({ deliveries }) => deliveries.change(linked));
    assert.deepEqual(await store.transact(({ deliveries }) => deliveries.lock(ACME, 'req_1')), linked);
    await assert.rejects(store.transact(({ deliveries }) => deliveries.add(sampleDelivery())));
  },
  'a delivery is found by its link, and by no other controller': async (store) => {
    const linked = sampleDelivery({ link: sampleLink() });
    await store.transact(async ({ deliveries }) => {
      await deliveries.add(sampleDelivery({ request: 'req_2' }));
      await deliveries.add(linked);
    });
    assert.deepEqual(await store.transact(({ deliveries }) => deliveries.lockByLink('lnk_1')), linked);
    assert.equal(await store.transact(({ deliveries }) => deliveries.lockByLink('lnk_2')), undefined);
    assert.equal(await store.transact(({ deliveries }) => deliveries.get(OTHER, 'req_1')), undefined);
    assert.equal(await store.transact(({ deliveries }) => deliveries.lock(OTHER, 'req_1')), undefined);
  },
  'a delivery goes with its sessions, and no other': async (store) => {
    const other = sampleSession({ id: 'other', request: 'req_2' });
    await store.transact(async ({ deliveries, downloads }) => {
      await deliveries.add(sampleDelivery());
      await downloads.add(sampleSession());
      await downloads.add(other);
    });
    await store.transact(({ deliveries }) => deliveries.remove(ACME, 'req_1'));
    assert.equal(await store.transact(({ deliveries }) => deliveries.get(ACME, 'req_1')), undefined);
    assert.equal(await store.transact(({ downloads }) => downloads.lock(sampleSession().id)), undefined);
    assert.deepEqual(await store.transact(({ downloads }) => downloads.lock('other')), other);
  },
  'a session of a download keeps what was sent, until it is over': async (store) => {
    const sent = sampleSession({ sent: [{ start: 0, end: 2 ** 40 }] });
    await store.transact(({ downloads }) => downloads.add(sampleSession()));
    await store.transact(({ downloads }) => downloads.change(sent));
    assert.deepEqual(await store.transact(({ downloads }) => downloads.lock(sent.id)), sent);
    await assert.rejects(store.transact(({ downloads }) => downloads.add(sampleSession())));
    await store.transact(({ downloads }) => downloads.removeExpired(AT));
    assert.deepEqual(await store.transact(({ downloads }) => downloads.lock(sent.id)), sent);
    await store.transact(({ downloads }) => downloads.removeExpired(new Date(AT.getTime() + 1)));
    assert.equal(await store.transact(({ downloads }) => downloads.lock(sent.id)), undefined);
  },
});
