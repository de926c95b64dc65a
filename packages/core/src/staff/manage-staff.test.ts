import { describe, expect, it } from '@jest/globals';
import { hidden, type Member, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { addStaff, changeGrants, disableStaff, listStaff, resetStaff } from './manage-staff.js';
import { resetPassword } from './reset-password.js';
import { stepUp } from './second-factor.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

const BOB = { login: 'Bob@example.org', displayName: 'Bob', roles: ['handler', 'handler', 'reviewer'] } as const;

async function club(): Promise<{ house: StaffHouse; officer: Member }> {
  const house = new StaffHouse();
  return { house, officer: await house.officer() };
}

describe('an invitation', () => {
  it('lets somebody choose a password once, and sign in', async () => {
    const { house, officer } = await club();
    const { member, code } = await addStaff(house.desk, await house.viewer(officer), BOB);
    expect(member).toMatchObject({ login: 'bob@example.org', roles: ['handler', 'reviewer'], hasPassword: false });
    await expect(signIn(house.desk, { login: member.login, password: hidden('') })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(resetPassword(house.desk, code.code, hidden('short'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await resetPassword(house.desk, code.code, PASSWORD)).toBe('bob@example.org');
    await expect(resetPassword(house.desk, code.code, PASSWORD)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(signIn(house.desk, { login: member.login, password: PASSWORD })).resolves.toMatchObject({ needs: 'enrolment' });
    expect(await house.trail('club')).toEqual(['staff.add done']);
    expect(await house.trail()).toContain('staff.set-password refused');
  });

  it('is over after a day, and opens nothing else', async () => {
    const { house, officer } = await club();
    const { code } = await addStaff(house.desk, await house.viewer(officer), BOB);
    await expect(viewSession(house.desk, code.code)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(resetPassword(house.desk, officer.session, PASSWORD)).rejects.toMatchObject({ code: 'REFUSED' });
    house.pass(24 * 60);
    await expect(resetPassword(house.desk, code.code, PASSWORD)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is used by only one of two who have it', async () => {
    const { house, officer } = await club();
    const { code } = await addStaff(house.desk, await house.viewer(officer), BOB);
    const other = hidden('seven purple umbrellas hide');
    const answers = await Promise.allSettled([PASSWORD, other].map((password) => resetPassword(house.desk, code.code, password)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['no role', { roles: [] }],
    ['the role of programs', { roles: ['service'] as const }],
    ['a taken login', { login: 'ann@example.org' }],
    ['no name', { displayName: '' }],
  ])('is refused with %s', async (_what, change) => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    await expect(addStaff(house.desk, viewer, { ...BOB, ...change })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('passes on what the store itself cannot do', async () => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    const desk = { ...house.desk, ids: { next: () => officer.id } };
    await expect(addStaff(desk, viewer, BOB)).rejects.toThrow('There is a row with this key already.');
  });
});

describe('staff', () => {
  it('are listed and changed by officers only, and changed only with a fresh proof', async () => {
    const { house, officer } = await club();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    const handler = await house.viewer(bob);
    await expect(listStaff(house.desk, handler)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(addStaff(house.desk, handler, BOB)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(changeGrants(house.desk, handler, officer.id, [])).rejects.toMatchObject({ code: 'REFUSED' });
    house.pass(5);
    const stale = await house.viewer(officer);
    expect((await listStaff(house.desk, stale)).map(({ login }) => login)).toEqual([officer.login, bob.login]);
    for (const attempt of [
      addStaff(house.desk, stale, { ...BOB, login: 'cem@example.org' }),
      changeGrants(house.desk, stale, bob.id, []),
      disableStaff(house.desk, stale, bob.id),
      resetStaff(house.desk, stale, bob.id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    }
  });

  it('have other roles from their next call on', async () => {
    const { house, officer } = await club();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    const changed = await changeGrants(house.desk, await house.viewer(officer), bob.id, ['auditor', 'auditor']);
    expect(changed.roles).toEqual(['auditor']);
    expect(await house.viewer(bob)).toMatchObject({ roles: ['auditor'] });
    const viewer = await house.viewer(officer);
    await expect(changeGrants(house.desk, viewer, bob.id, ['service'])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await changeGrants(house.desk, viewer, bob.id, []);
    await expect(house.viewer(bob)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(changeGrants(house.desk, viewer, bob.id, ['handler'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(changeGrants(house.desk, viewer, 'stf_none', ['handler'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keep their roles elsewhere, and can be given some by an officer of both', async () => {
    const { house, officer } = await club();
    const bob = await house.member(officer, 'bob@example.org', ['handler'], 'hostel');
    await changeGrants(house.desk, await house.viewer(officer), bob.id, ['reviewer']);
    expect(await house.viewer(bob, 'hostel')).toMatchObject({ roles: ['handler'] });
    expect(await house.viewer(bob, 'club')).toMatchObject({ roles: ['reviewer'] });
  });

  it('of another controller are as good as missing, and are not disabled or reset by half of their officers', async () => {
    const { house, officer } = await club();
    const cem = await house.member(officer, 'cem@example.org', ['dpo'], 'club');
    const bob = await house.member(officer, 'bob@example.org', ['handler'], 'hostel');
    const half = await house.viewer({ session: (await stepUp(house.desk, cem.session, house.freshCode(cem.uri))).secret });
    await expect(disableStaff(house.desk, half, bob.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const again = (await stepUp(house.desk, officer.session, house.freshCode(officer.uri))).secret;
    await changeGrants(house.desk, await house.viewer({ session: again }), bob.id, ['reviewer']);
    await expect(disableStaff(house.desk, half, bob.id)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(resetStaff(house.desk, half, bob.id)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await disableStaff(house.desk, await house.viewer({ session: again }), bob.id)).toMatchObject({
      disabledAt: house.now(),
    });
  });

  it('who are disabled have no sessions, no codes and no way in', async () => {
    const { house, officer } = await club();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    const viewer = await house.viewer(officer);
    const { code } = await addStaff(house.desk, viewer, { ...BOB, login: 'cem@example.org' });
    const cem = (await listStaff(house.desk, viewer)).find(({ login }) => login === 'cem@example.org');
    await disableStaff(house.desk, viewer, bob.id);
    await disableStaff(house.desk, viewer, cem!.id);
    await expect(viewSession(house.desk, bob.session)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(resetPassword(house.desk, code.code, PASSWORD)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(signIn(house.desk, { login: bob.login, password: PASSWORD })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('whose session outlived their account for any reason are nobody', async () => {
    const { house, officer } = await club();
    await house.store.transact(async ({ staff, now }) => {
      await staff.change({ ...(await staff.get(officer.id))!, disabledAt: now });
    });
    await expect(viewSession(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('who are reset begin anew, also after they were disabled', async () => {
    const { house, officer } = await club();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    const viewer = await house.viewer(officer);
    await disableStaff(house.desk, viewer, bob.id);
    const first = await resetStaff(house.desk, viewer, bob.id);
    const { member, code } = await resetStaff(house.desk, viewer, bob.id);
    expect(member).toMatchObject({ hasPassword: false, hasSecondFactor: false, roles: ['handler'] });
    expect(member).not.toHaveProperty('disabledAt');
    await expect(resetPassword(house.desk, first.code.code, PASSWORD)).rejects.toMatchObject({ code: 'REFUSED' });
    await resetPassword(house.desk, code.code, PASSWORD);
    await expect(signIn(house.desk, { login: bob.login, password: PASSWORD })).resolves.toMatchObject({ needs: 'enrolment' });
  });

  it('whom an identity provider vouches for are never given a password', async () => {
    const { house, officer } = await club();
    const grants = [{ controller: 'club', role: 'handler' }] as const;
    const vouched = { id: 'stf_x', login: 'issuer subject', displayName: 'X', grants, recoveryCodes: [], failures: 0 };
    await house.store.transact(({ staff, now }) => staff.add({ ...vouched, createdAt: now }));
    await expect(resetStaff(house.desk, await house.viewer(officer), 'stf_x')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('are shown as locked while they are', async () => {
    const { house, officer } = await club();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    for (let failure = 0; failure < 5; failure += 1) {
      await expect(signIn(house.desk, { login: bob.login, password: hidden('x') })).rejects.toMatchObject({ code: 'REFUSED' });
    }
    const shown = (await listStaff(house.desk, await house.viewer(officer))).find(({ id }) => id === bob.id);
    expect(shown?.lockedUntil).toEqual(new Date(house.now().getTime() + 60_000));
  });
});

describe('an officer', () => {
  it('does not change their own access', async () => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    await expect(changeGrants(house.desk, viewer, officer.id, [])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(disableStaff(house.desk, viewer, officer.id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(resetStaff(house.desk, viewer, officer.id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('who is removed at the same moment removes nobody: one of two stays', async () => {
    const { house, officer } = await club();
    const cem = await house.member(officer, 'cem@example.org', ['dpo']);
    const [first, second] = [await house.viewer(officer), await house.viewer(cem)];
    const answers = await Promise.allSettled([
      changeGrants(house.desk, first, cem.id, ['handler']),
      changeGrants(house.desk, second, officer.id, ['handler']),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const disabled = await disableStaff(house.desk, first, cem.id);
    expect(disabled.disabledAt).toBeDefined();
    await expect(changeGrants(house.desk, second, officer.id, [])).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
