import assert from 'node:assert/strict';
import type { AddressProof, FollowSession } from '../../identity/address-proof.js';
import { ACME, OTHER, sampleRequest } from './samples.js';
import { checksOf } from './store-check.js';

const AT = new Date('2026-03-01T09:00:00.123Z');

function sampleProof(changes: Partial<AddressProof> = {}): AddressProof {
  const code = 'sealed '.repeat(20);
  return {
    controller: ACME,
    request: 'req_1',
    identifier: 2,
    code,
    sentAt: AT,
    sent: 1,
    failures: 0,
    failuresInAll: 0,
    ...changes,
  };
}

function sampleFollower(changes: Partial<FollowSession> = {}): FollowSession {
  return { id: 'cd'.repeat(32), controller: ACME, request: 'req_1', expiresAt: AT, ...changes };
}

/** What the rows of proofs and of those who follow promise. */
export const identityChecks = checksOf({
  'a proof comes back as it was stored, once for each request': async (store) => {
    const later = sampleProof({ sent: 5, failures: 4, failuresInAll: 19 });
    await store.transact(({ proofs }) => proofs.put(sampleProof()));
    assert.deepEqual(await store.transact(({ proofs }) => proofs.lock(ACME, 'req_1')), sampleProof());
    await store.transact(({ proofs }) => proofs.put(later));
    assert.deepEqual(await store.transact(({ proofs }) => proofs.lock(ACME, 'req_1')), later);
    assert.equal(await store.transact(({ proofs }) => proofs.lock(OTHER, 'req_1')), undefined);
    await store.transact(({ proofs }) => proofs.remove(OTHER, 'req_1'));
    await store.transact(({ proofs }) => proofs.remove(ACME, 'req_1'));
    assert.equal(await store.transact(({ proofs }) => proofs.lock(ACME, 'req_1')), undefined);
  },
  'those who follow a request go with it, or when their time is over': async (store) => {
    const other = sampleFollower({ id: 'other', request: 'req_2', expiresAt: new Date(AT.getTime() + 1) });
    await store.transact(async ({ followers }) => {
      for (const each of [sampleFollower(), other]) await followers.add(each);
    });
    await assert.rejects(store.transact(({ followers }) => followers.add(sampleFollower())));
    assert.deepEqual(await store.transact(({ followers }) => followers.get(sampleFollower().id)), sampleFollower());
    await store.transact(({ followers }) => followers.removeOf(ACME, 'req_1'));
    assert.equal(await store.transact(({ followers }) => followers.get(sampleFollower().id)), undefined);
    await store.transact(({ followers }) => followers.removeExpired(other.expiresAt));
    assert.deepEqual(await store.transact(({ followers }) => followers.get('other')), other);
    await store.transact(({ followers }) => followers.removeExpired(new Date(AT.getTime() + 2)));
    assert.equal(await store.transact(({ followers }) => followers.get('other')), undefined);
  },
  'a request is found by its reference, in its own controller': async (store) => {
    const request = sampleRequest();
    await store.transact(({ requests }) => requests.add(request));
    assert.deepEqual(await store.transact(({ requests }) => requests.byReference(ACME, request.reference)), request);
    assert.equal(await store.transact(({ requests }) => requests.byReference(OTHER, request.reference)), undefined);
    assert.equal(await store.transact(({ requests }) => requests.byReference(ACME, '2026-9999')), undefined);
  },
});
