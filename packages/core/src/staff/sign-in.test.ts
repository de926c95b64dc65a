import { describe, expect, it } from '@jest/globals';
import { hidden, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { disableStaff } from './manage-staff.js';
import { proveSecondFactor } from './second-factor.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

const REFUSED = { code: 'REFUSED', message: 'These credentials are not valid.' };

function tryPassword({ desk }: StaffHouse, password: string, login = 'ann@example.org'): Promise<unknown> {
  return signIn(desk, { login, password: hidden(password) });
}

describe('a sign-in', () => {
  it('gives a session that can do nothing before the second factor is proved', async () => {
    const house = new StaffHouse();
    const { uri } = await house.officer();
    const begun = await signIn(house.desk, { login: ' ANN@Example.org ', password: PASSWORD });
    expect(begun).toMatchObject({ needs: 'second-factor', expiresAt: new Date(house.now().getTime() + 15 * 60_000) });
    await expect(viewSession(house.desk, begun.secret)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const code = house.freshCode(uri);
    const whole = await proveSecondFactor(house.desk, begun.secret, { kind: 'totp', code });
    expect(whole.expiresAt).toEqual(new Date(house.now().getTime() + 8 * 60 * 60_000));
    expect(await viewSession(house.desk, whole.secret)).toMatchObject({ displayName: 'Ann', steppedUpAt: house.now() });
  });

  it('knows a password however it is composed', async () => {
    const house = new StaffHouse();
    await house.officer();
    const wide = PASSWORD.reveal().replace('tram', 'ｔｒａｍ');
    await expect(tryPassword(house, wide)).resolves.toMatchObject({ needs: 'second-factor' });
  });

  it('answers an unknown login, a wrong password, a disabled and an unset account alike, after the same work', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    const viewer = await house.viewer(officer);
    await disableStaff(house.desk, viewer, bob.id);
    const vouched = { id: 'stf_x', login: 'issuer subject', displayName: 'X', grants: [], recoveryCodes: [], failures: 0 };
    await house.store.transact(({ staff, now }) => staff.add({ ...vouched, createdAt: now }));
    house.crypto.verified.length = 0;
    await expect(tryPassword(house, 'x')).rejects.toMatchObject(REFUSED);
    await expect(tryPassword(house, PASSWORD.reveal(), 'nobody@example.org')).rejects.toMatchObject(REFUSED);
    await expect(tryPassword(house, PASSWORD.reveal(), bob.login)).rejects.toMatchObject(REFUSED);
    await expect(tryPassword(house, PASSWORD.reveal(), 'issuer subject')).rejects.toMatchObject(REFUSED);
    expect(house.crypto.verified).toHaveLength(4);
    const whys = (await house.entries()).filter(({ outcome }) => outcome === 'refused').map(({ details }) => details['why']);
    expect(whys).toEqual(['password', 'unknown', 'disabled', 'password']);
  });

  it('is refused after five failures for a minute, even with the right password, and then for longer each time', async () => {
    const house = new StaffHouse();
    await house.officer();
    for (let failure = 1; failure <= 5; failure += 1) await expect(tryPassword(house, 'x')).rejects.toMatchObject(REFUSED);
    await expect(tryPassword(house, PASSWORD.reveal())).rejects.toMatchObject(REFUSED);
    house.pass(1);
    await expect(tryPassword(house, 'x')).rejects.toMatchObject(REFUSED);
    house.pass(1);
    await expect(tryPassword(house, PASSWORD.reveal())).rejects.toMatchObject(REFUSED);
    house.pass(1);
    await expect(tryPassword(house, PASSWORD.reveal())).resolves.toMatchObject({ needs: 'second-factor' });
  });

  it('is never locked for more than an hour', async () => {
    const house = new StaffHouse();
    await house.officer();
    for (let failure = 1; failure <= 20; failure += 1) {
      await expect(tryPassword(house, 'x')).rejects.toMatchObject(REFUSED);
      house.pass(60);
    }
    await expect(tryPassword(house, PASSWORD.reveal())).resolves.toMatchObject({ needs: 'second-factor' });
  });

  it('counts 200 tries at once one after the other: the right one among them is too late', async () => {
    const house = new StaffHouse();
    await house.officer();
    house.crypto.verified.length = 0;
    const tries = Array.from({ length: 200 }, (_, index) => tryPassword(house, index === 150 ? PASSWORD.reveal() : 'x'));
    const answers = await Promise.allSettled(tries);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    const whys = await house.store.transact(async ({ audit }) => (await audit.page('*', {}, { first: 100 })).total);
    expect(whys).toBeGreaterThan(200);
    const account = await house.store.transact(({ staff }) => staff.lockByLogin('ann@example.org'));
    expect(account?.failures).toBe(5);
  });

  it('needs the pepper that a password was chosen with', async () => {
    const house = new StaffHouse();
    const { login } = await house.officer();
    const { pepper: _pepper, ...bare } = house.desk;
    for (const desk of [bare, { ...bare, pepper: hidden('salt') }]) {
      await expect(signIn(desk, { login, password: PASSWORD })).rejects.toMatchObject(REFUSED);
    }
  });

  it('is refused where the password is changed while it is checked', async () => {
    const house = new StaffHouse();
    await house.officer();
    house.crypto.meanwhile = () =>
      house.store.transact(async ({ staff }) => {
        const account = await staff.lockByLogin('ann@example.org');
        await staff.change({ ...account!, passwordHash: 'another' });
      });
    await expect(tryPassword(house, PASSWORD.reveal())).rejects.toMatchObject(REFUSED);
  });

  it('leaves a trail that names nobody', async () => {
    const house = new StaffHouse();
    const { session } = await house.officer();
    await expect(tryPassword(house, 'x')).rejects.toMatchObject(REFUSED);
    expect(await house.trail()).toEqual([
      'setup.begin done',
      'setup.complete done',
      'session.begin done',
      'staff.enrol-totp done',
      'session.begin refused',
    ]);
    const text = JSON.stringify(await house.entries()).toLowerCase();
    for (const canary of ['ann', 'example.org', PASSWORD.reveal(), session.reveal()]) expect(text).not.toContain(canary);
  });
});
