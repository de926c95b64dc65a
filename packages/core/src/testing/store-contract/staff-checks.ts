import assert from 'node:assert/strict';
import { checksOf } from './store-check.js';
import { ACME, OTHER } from './samples.js';
import { FULL_ACCOUNT, sampleAccount, sampleSession, sampleToken } from './staff-samples.js';

/** What the rows of accounts, sessions and tokens promise. */
export const staffChecks = checksOf({
  'an account comes back as it was stored, by id and by login, and what it no longer has is gone': async (store) => {
    await store.transact(({ staff }) => staff.add(FULL_ACCOUNT));
    assert.deepEqual(await store.transact(({ staff }) => staff.get('staff-1')), FULL_ACCOUNT);
    assert.deepEqual(await store.transact(({ staff }) => staff.lockByLogin('dana@example.org')), FULL_ACCOUNT);
    await store.transact(({ staff }) => staff.change(sampleAccount()));
    assert.deepEqual(await store.transact(({ staff }) => staff.get('staff-1')), sampleAccount());
    assert.equal(await store.transact(({ staff }) => staff.get('staff-2')), undefined);
    assert.equal(await store.transact(({ staff }) => staff.lockByLogin('Dana@example.org')), undefined);
  },
  'a login is one account’s, whether another one is added or changed': async (store) => {
    await store.transact(({ staff }) => staff.add(sampleAccount()));
    await store.transact(({ staff }) => staff.add(sampleAccount({ id: 'staff-2', login: 'eve@example.org' })));
    const add = store.transact(({ staff }) => staff.add(sampleAccount({ id: 'staff-3' })));
    await assert.rejects(add, { code: 'LOGIN_TAKEN' });
    const change = store.transact(({ staff }) => staff.change(sampleAccount({ id: 'staff-2' })));
    await assert.rejects(change, { code: 'LOGIN_TAKEN' });
    const same = store.transact(({ staff }) => staff.add(sampleAccount({ login: 'fay@example.org' })));
    await assert.rejects(same, ({ code }: { readonly code?: string }) => code !== 'LOGIN_TAKEN');
    assert.equal(await store.transact(({ staff }) => staff.count()), 2);
  },
  'an account that is not there is not made by a change': async (store) => {
    await store.transact(({ staff }) => staff.change(sampleAccount()));
    assert.equal(await store.transact(({ staff }) => staff.count()), 0);
  },
  'accounts are listed by login to the controllers that they have a grant in': async (store) => {
    await store.transact(async ({ staff }) => {
      await staff.add(sampleAccount({ id: '1', login: 'b' }));
      await staff.add({ ...FULL_ACCOUNT, id: '2', login: 'a' });
      await staff.add(sampleAccount({ id: '3', login: 'c', grants: [{ controller: OTHER, role: 'dpo' }] }));
      await staff.add(sampleAccount({ id: '4', login: 'd', grants: [] }));
    });
    const logins = async (controller: string): Promise<readonly string[]> =>
      (await store.transact(({ staff }) => staff.list(controller))).map(({ login }) => login);
    assert.deepEqual([await logins(ACME), await logins(OTHER), await logins('acm')], [['a', 'b'], ['a', 'c'], []]);
  },
  'sign-ins at once count one after the other': async (store) => {
    await store.transact(({ staff }) => staff.add(sampleAccount()));
    const signIn = (): Promise<void> =>
      store.transact(async ({ staff }) => {
        const account = await staff.lockByLogin('dana@example.org');
        assert.ok(account);
        await staff.change({ ...account, failures: account.failures + 1 });
      });
    await Promise.all(Array.from({ length: 10 }, signIn));
    assert.equal((await store.transact(({ staff }) => staff.get('staff-1')))?.failures, 10);
  },
  'a session comes back as it was stored, and changes while it is there': async (store) => {
    const full = sampleSession({ steppedUpAt: new Date('2026-03-01T10:00:00.001Z') });
    await store.transact(({ sessions }) => sessions.add(sampleSession()));
    assert.deepEqual(await store.transact(({ sessions }) => sessions.get(full.id)), sampleSession());
    await store.transact(({ sessions }) => sessions.change(full));
    assert.deepEqual(await store.transact(({ sessions }) => sessions.get(full.id)), full);
    await assert.rejects(store.transact(({ sessions }) => sessions.add(full)));
  },
  'a session that was ended is not brought back by a change': async (store) => {
    await store.transact(({ sessions }) => sessions.add(sampleSession()));
    await store.transact(({ sessions }) => sessions.remove(sampleSession().id));
    await store.transact(({ sessions }) => sessions.change(sampleSession()));
    assert.equal(await store.transact(({ sessions }) => sessions.get(sampleSession().id)), undefined);
  },
  'sessions are listed and ended by person, and by their time': async (store) => {
    const early = sampleSession({ id: 'b', createdAt: new Date(1_000), expiresAt: new Date(2_000) });
    const late = sampleSession({ id: 'a', createdAt: new Date(3_000), expiresAt: new Date(4_000) });
    await store.transact(async ({ sessions }) => {
      await sessions.add(late);
      await sessions.add(early);
      await sessions.add(sampleSession({ id: 'c', staff: 'staff-2' }));
    });
    assert.deepEqual(await store.transact(({ sessions }) => sessions.of('staff-1')), [early, late]);
    await store.transact(({ sessions }) => sessions.removeExpired(new Date(4_000)));
    assert.deepEqual(await store.transact(({ sessions }) => sessions.of('staff-1')), [late]);
    await store.transact(({ sessions }) => sessions.removeOf('staff-1'));
    assert.deepEqual(await store.transact(({ sessions }) => sessions.of('staff-1')), []);
    assert.equal((await store.transact(({ sessions }) => sessions.of('staff-2'))).length, 1);
  },
  'sessions are found by the session of an identity provider that they came from': async (store) => {
    const from = sampleSession({ id: 'a', providerSession: 'ef'.repeat(32) });
    await store.transact(async ({ sessions }) => {
      await sessions.add(from);
      await sessions.add(sampleSession({ id: 'b', providerSession: 'fe'.repeat(32) }));
      await sessions.add(sampleSession({ id: 'c' }));
    });
    assert.deepEqual(await store.transact(({ sessions }) => sessions.ofProvider('ef'.repeat(32))), [from]);
    await store.transact(({ sessions }) => sessions.change({ ...from, lastSeenAt: new Date(9_000) }));
    assert.equal((await store.transact(({ sessions }) => sessions.get('a')))?.providerSession, from.providerSession);
    assert.deepEqual(await store.transact(({ sessions }) => sessions.ofProvider('')), []);
  },
  'a token comes back as it was stored, and is listed to its controller in the order of time': async (store) => {
    const used = sampleToken({ lastUsedAt: new Date(5_000), revokedAt: new Date(6_000) });
    const older = sampleToken({ id: 'token-2', createdAt: new Date(1_000) });
    await store.transact(async ({ tokens }) => {
      await tokens.add(sampleToken());
      await tokens.add(older);
      await tokens.add(sampleToken({ id: 'token-3', controller: OTHER }));
      await tokens.change(used);
      await tokens.change(sampleToken({ id: 'token-9' }));
    });
    assert.deepEqual(await store.transact(({ tokens }) => tokens.get('token-1')), used);
    assert.equal(await store.transact(({ tokens }) => tokens.get('token-9')), undefined);
    assert.deepEqual(await store.transact(({ tokens }) => tokens.list(ACME)), [older, used]);
    await assert.rejects(store.transact(({ tokens }) => tokens.add(older)));
  },
});
