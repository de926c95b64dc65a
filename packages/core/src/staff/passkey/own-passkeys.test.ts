import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { FakeAuthenticator } from '../../testing/fake-authenticator.js';
import { StaffHouse } from '../../testing/staff-house.js';
import type { Principal } from '../principal.js';
import { viewSession } from '../view-session.js';
import { beginEnrolPasskey, confirmEnrolPasskey } from './enrol-passkey.js';
import { listPasskeys, removePasskey } from './own-passkeys.js';

async function enrolled(house: StaffHouse, secret: Secret<string>, name: string): Promise<Secret<string>> {
  const { challenge } = await beginEnrolPasskey(house.desk, secret);
  const made = new FakeAuthenticator(name).make(challenge);
  return (await confirmEnrolPasskey(house.desk, secret, { name, made })).session.secret;
}

async function furnished(): Promise<{ house: StaffHouse; principal: Principal; officer: string; other: Secret<string> }> {
  const house = new StaffHouse();
  const officer = await house.officer();
  const first = await enrolled(house, officer.session, 'Blue');
  house.pass(1);
  const session = await enrolled(house, first, 'Grey');
  const other = await house.signedIn(officer);
  return { house, principal: await viewSession(house.desk, session), officer: officer.id, other };
}

const PROGRAM = { actor: { kind: 'service', id: 'tok_1' } } as unknown as Principal;

describe('somebody’s own passkeys', () => {
  it('are listed with their names and times, and nothing that signs', async () => {
    const { house, principal } = await furnished();
    const [blue, grey] = await listPasskeys(house.desk, principal);
    expect(Object.keys(blue!).sort()).toEqual(['createdAt', 'id', 'name']);
    expect([blue?.name, grey?.name]).toEqual(['Blue', 'Grey']);
    await house.store.transact(async ({ passkeys, now }) => {
      await passkeys.change({ ...(await passkeys.get(grey!.id))!, lastUsedAt: now });
    });
    expect((await listPasskeys(house.desk, principal))[1]).toMatchObject({ lastUsedAt: house.now() });
    await expect(listPasskeys(house.desk, PROGRAM)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('are removed with a fresh proof, which ends all sessions but this one', async () => {
    const { house, principal, officer, other } = await furnished();
    const [blue, grey] = await listPasskeys(house.desk, principal);
    await removePasskey(house.desk, principal, blue!.id);
    expect(await listPasskeys(house.desk, principal)).toEqual([grey]);
    expect((await house.store.transact(({ sessions }) => sessions.of(officer))).map(({ id }) => id)).toEqual([principal.session]);
    await expect(viewSession(house.desk, other)).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await house.entries()).at(-1)).toMatchObject({
      action: 'staff.remove-passkey',
      object: { type: 'staff', id: officer },
    });
    await removePasskey(house.desk, principal, grey!.id);
    house.pass(6);
    await expect(removePasskey(house.desk, principal, grey!.id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('are nobody else’s to remove, and never the last second factor', async () => {
    const { house, principal, officer } = await furnished();
    const [blue, grey] = await listPasskeys(house.desk, principal);
    const stranger = { ...principal, actor: { kind: 'staff', id: 'stf_other' } } as const;
    await expect(removePasskey(house.desk, stranger, blue!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(removePasskey(house.desk, principal, 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(removePasskey(house.desk, PROGRAM, blue!.id)).rejects.toMatchObject({ code: 'REFUSED' });
    await house.store.transact(async ({ staff }) => {
      const { totpSecret: _totpSecret, ...bare } = (await staff.get(officer))!;
      await staff.change(bare);
    });
    await removePasskey(house.desk, principal, blue!.id);
    await expect(removePasskey(house.desk, principal, grey!.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(await listPasskeys(house.desk, principal)).toEqual([grey]);
  });
});
