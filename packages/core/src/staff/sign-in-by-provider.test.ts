import { describe, expect, it } from '@jest/globals';
import { hidden, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { ISSUER, vouched } from '../testing/vouched-person.js';
import { beginEnrolTotp, confirmEnrolTotp } from './enrol-totp.js';
import { changeGrants, disableStaff, listStaff, resetStaff } from './manage-staff.js';
import { noteProviderFailure } from './note-provider-failure.js';
import { listSessions } from './own-sessions.js';
import { viewerIn } from './principal.js';
import { proveSecondFactor } from './second-factor.js';
import { signIn } from './sign-in.js';
import { signInByProvider } from './sign-in-by-provider.js';
import { spendFlow } from './spend-flow.js';
import { viewSession } from './view-session.js';

const HANDLER = [{ controller: 'club', role: 'handler' }] as const;

describe('a sign-in by an identity provider', () => {
  it('makes an account the first time and a whole session, which ends after eight hours', async () => {
    const house = new StaffHouse();
    const { secret, expiresAt, needs } = await signInByProvider(house.desk, vouched(house));
    expect([needs, expiresAt]).toEqual([undefined, new Date(house.now().getTime() + 8 * 60 * 60_000)]);
    const grants = [{ controller: 'club', role: 'dpo' }];
    expect(await viewSession(house.desk, secret)).toMatchObject({ displayName: 'Vera', grants, steppedUpAt: house.now() });
    expect(await house.trail()).toEqual(['staff.add done', 'session.begin done']);
    expect((await house.entries()).at(-1)).toMatchObject({ details: { by: 'provider', proof: 'whole' } });
    expect(await house.entries('club')).toMatchObject([{ action: 'staff.change-grants', details: { roles: ['dpo'] } }]);
  });

  it('is the same account the next time, by issuer and subject and by nothing else', async () => {
    const house = new StaffHouse();
    const who = async (changes: Parameters<typeof vouched>[1]): Promise<string> =>
      (await viewSession(house.desk, (await signInByProvider(house.desk, vouched(house, changes))).secret)).actor.id;
    const first = await who({});
    expect(await who({ displayName: 'Vera B.' })).toBe(first);
    expect(await who({ subject: hidden('other') })).not.toBe(first);
    expect(await who({ issuer: `${ISSUER}2` })).not.toBe(first);
    expect(await house.store.transact(({ staff }) => staff.count())).toBe(3);
  });

  it('takes roles anew: those that are gone are gone in every session, at once', async () => {
    const house = new StaffHouse();
    const early = await signInByProvider(house.desk, vouched(house));
    await signInByProvider(house.desk, vouched(house, { grants: HANDLER }));
    expect(await viewSession(house.desk, early.secret)).toMatchObject({ grants: HANDLER });
    const hostel = [...HANDLER, { controller: 'hostel', role: 'auditor' }] as const;
    await signInByProvider(house.desk, vouched(house, { grants: hostel }));
    expect((await house.entries('club')).map(({ details }) => details)).toEqual([{ roles: ['dpo'] }, { roles: ['handler'] }]);
    expect(await house.entries('hostel')).toMatchObject([{ details: { roles: ['auditor'] } }]);
  });

  it('gives nothing in a controller that no role was given for', async () => {
    const house = new StaffHouse();
    const principal = await viewSession(house.desk, (await signInByProvider(house.desk, vouched(house))).secret);
    expect(() => viewerIn(principal, 'hostel')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('refuses somebody without a role, and makes no account', async () => {
    const house = new StaffHouse();
    const refused = { code: 'REFUSED', message: 'You have no role in this service.' };
    await expect(signInByProvider(house.desk, vouched(house, { grants: [] }))).rejects.toMatchObject(refused);
    expect(await house.store.transact(({ staff }) => staff.count())).toBe(0);
    expect(await house.entries()).toMatchObject([
      { action: 'session.begin', outcome: 'refused', object: { id: '-' }, details: { why: 'role' } },
    ]);
  });

  it('ends the sessions of somebody who has no role any more', async () => {
    const house = new StaffHouse();
    const early = await signInByProvider(house.desk, vouched(house));
    await expect(signInByProvider(house.desk, vouched(house, { grants: [] }))).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(viewSession(house.desk, early.secret)).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await house.entries('club')).at(-1)).toMatchObject({ action: 'staff.change-grants', details: { roles: [] } });
  });

  it('refuses who was asked for no second factor, where that is the rule', async () => {
    const house = new StaffHouse();
    const refused = { code: 'REFUSED', message: 'Your identity provider did not ask for a second factor.' };
    await expect(signInByProvider(house.desk, vouched(house, { proof: 'too-weak' }))).rejects.toMatchObject(refused);
  });

  it('is half of one where the second factor is here, and the other half is the one of local accounts', async () => {
    const house = new StaffHouse();
    const half = vouched(house, { proof: 'half' });
    const first = await signInByProvider(house.desk, half);
    expect(first.needs).toBe('enrolment');
    await expect(viewSession(house.desk, first.secret)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const { uri, ticket } = await beginEnrolTotp(house.desk, first.secret);
    expect(uri.reveal()).toContain('totp/Vera');
    await confirmEnrolTotp(house.desk, first.secret, { ticket, code: house.freshCode(uri) });
    const second = await signInByProvider(house.desk, half);
    expect(second.needs).toBe('second-factor');
    const whole = await proveSecondFactor(house.desk, second.secret, { kind: 'totp', code: house.freshCode(uri) });
    expect(await viewSession(house.desk, whole.secret)).toMatchObject({ displayName: 'Vera' });
  });

  it('counts as a fresh proof for as long as the sign-in at the provider is, and never longer than from now', async () => {
    const house = new StaffHouse();
    const minutes = (count: number): Date => new Date(house.now().getTime() + count * 60_000);
    const old = await signInByProvider(house.desk, vouched(house, { provedAt: minutes(-60) }));
    expect(await viewSession(house.desk, old.secret)).toMatchObject({ steppedUpAt: minutes(-60) });
    const ahead = await signInByProvider(house.desk, vouched(house, { provedAt: minutes(1) }));
    expect(await viewSession(house.desk, ahead.secret)).toMatchObject({ steppedUpAt: house.now() });
  });

  it('needs a name that can be read', async () => {
    const house = new StaffHouse();
    const nameless = vouched(house, { displayName: ' ' });
    await expect(signInByProvider(house.desk, nameless)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('an account of an identity provider', () => {
  it('has no password, and none is ever set', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    await signInByProvider(house.desk, vouched(house));
    const member = (await listStaff(house.desk, await house.viewer(officer))).find(({ hasPassword }) => !hasPassword);
    const login = member?.login ?? '';
    expect(login).toBe(`${ISSUER} ${house.crypto.sha256Hex('248289761001')}`);
    await expect(signIn(house.desk, { login, password: PASSWORD })).rejects.toMatchObject({ code: 'REFUSED' });
    const viewer = await house.viewer(officer);
    await expect(resetStaff(house.desk, viewer, member?.id ?? '')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('can be disabled here, whatever the provider says', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const { secret } = await signInByProvider(house.desk, vouched(house));
    const { actor } = await viewSession(house.desk, secret);
    await disableStaff(house.desk, await house.viewer(officer), actor.id);
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(signInByProvider(house.desk, vouched(house))).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await house.entries()).at(-1)).toMatchObject({ details: { why: 'disabled' }, object: { id: actor.id } });
  });

  it('can lose a role here until the next sign-in, and gains none', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const grants = [...HANDLER, { controller: 'club', role: 'reviewer' }] as const;
    const { actor } = await viewSession(house.desk, (await signInByProvider(house.desk, vouched(house, { grants }))).secret);
    const viewer = await house.viewer(officer);
    const gain = changeGrants(house.desk, viewer, actor.id, ['handler', 'dpo']);
    await expect(gain).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(await changeGrants(house.desk, viewer, actor.id, ['handler'])).toMatchObject({ roles: ['handler'] });
    const { secret } = await signInByProvider(house.desk, vouched(house, { grants }));
    const principal = await viewSession(house.desk, secret);
    expect(principal.grants).toEqual(grants);
    expect(await listSessions(house.desk, principal)).toHaveLength(2);
  });
});

describe('a way through the identity provider', () => {
  it('is in the trail where it came to nothing, though nobody is known', async () => {
    const house = new StaffHouse();
    await noteProviderFailure(house.desk, { action: 'session.begin', why: 'SIGN_IN_CANCELLED' });
    const details = { by: 'provider', why: 'SIGN_IN_CANCELLED' };
    expect(await house.entries()).toMatchObject([{ action: 'session.begin', outcome: 'refused', object: { id: '-' }, details }]);
  });

  it('comes to its end once', async () => {
    const house = new StaffHouse();
    expect(await spendFlow(house.desk, 'one')).toBe(true);
    expect(await spendFlow(house.desk, 'one')).toBe(false);
    expect(await spendFlow(house.desk, 'two')).toBe(true);
  });
});
