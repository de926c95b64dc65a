import assert from 'node:assert/strict';
import type { Passkey, PasskeyChallenge } from '../../staff/passkey/passkey.js';
import { checksOf } from './store-check.js';

const AT = new Date('2026-03-01T09:00:00.123Z');

function samplePasskey(changes: Partial<Passkey> = {}): Passkey {
  const credential = 'q'.repeat(1_364);
  const key = { id: 'ab'.repeat(32), staff: 'staff-1', credential, publicKey: 'pQECAyYgASFYIA', transports: ['usb', 'nfc'] };
  return { ...key, name: 'Clé bleue 🔑', counter: 0, createdAt: AT, ...changes };
}

function sampleChallenge(changes: Partial<PasskeyChallenge> = {}): PasskeyChallenge {
  return { session: 'cd'.repeat(32), purpose: 'prove', challenge: 'x'.repeat(43), expiresAt: AT, ...changes };
}

/** What the rows of passkeys and their challenges promise. */
export const passkeyChecks = checksOf({
  'a passkey comes back as it was stored, and changes while it is there': async (store) => {
    const used = samplePasskey({ counter: 4_294_967_295, lastUsedAt: new Date(5_000) });
    await store.transact(({ passkeys }) => passkeys.add(samplePasskey()));
    assert.deepEqual(await store.transact(({ passkeys }) => passkeys.get(used.id)), samplePasskey());
    await store.transact(({ passkeys }) => passkeys.change(used));
    assert.deepEqual(await store.transact(({ passkeys }) => passkeys.get(used.id)), used);
    await assert.rejects(store.transact(({ passkeys }) => passkeys.add(samplePasskey({ staff: 'staff-2' }))));
    await store.transact(({ passkeys }) => passkeys.remove(used.id));
    await store.transact(({ passkeys }) => passkeys.change(used));
    assert.equal(await store.transact(({ passkeys }) => passkeys.get(used.id)), undefined);
  },
  'passkeys are listed and removed by account, oldest first': async (store) => {
    const older = samplePasskey({ id: 'b', createdAt: new Date(1_000) });
    const other = samplePasskey({ id: 'c', staff: 'staff-2' });
    await store.transact(async ({ passkeys }) => {
      for (const each of [samplePasskey(), older, other]) await passkeys.add(each);
    });
    assert.deepEqual(await store.transact(({ passkeys }) => passkeys.of('staff-1')), [older, samplePasskey()]);
    await store.transact(({ passkeys }) => passkeys.removeOf('staff-1'));
    assert.deepEqual(await store.transact(({ passkeys }) => passkeys.of('staff-1')), []);
    assert.deepEqual(await store.transact(({ passkeys }) => passkeys.of('staff-2')), [other]);
  },
  'a challenge is taken once, and a session’s next one replaces it': async (store) => {
    const { session } = sampleChallenge();
    const next = sampleChallenge({ purpose: 'step-up', challenge: 'y'.repeat(43) });
    await store.transact(({ challenges }) => challenges.put(sampleChallenge()));
    await store.transact(({ challenges }) => challenges.put(next));
    await store.transact(({ challenges }) => challenges.put(sampleChallenge({ session: 'other' })));
    assert.deepEqual(await store.transact(({ challenges }) => challenges.take(session)), next);
    assert.equal(await store.transact(({ challenges }) => challenges.take(session)), undefined);
    assert.equal((await store.transact(({ challenges }) => challenges.take('other')))?.session, 'other');
  },
  'challenges that are over are removed': async (store) => {
    await store.transact(({ challenges }) => challenges.put(sampleChallenge({ session: 'old', expiresAt: new Date(1_000) })));
    await store.transact(({ challenges }) => challenges.put(sampleChallenge()));
    await store.transact(({ challenges }) => challenges.removeExpired(AT));
    assert.equal(await store.transact(({ challenges }) => challenges.take('old')), undefined);
    assert.notEqual(await store.transact(({ challenges }) => challenges.take(sampleChallenge().session)), undefined);
  },
});
