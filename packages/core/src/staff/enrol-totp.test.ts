import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { hidden, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { beginEnrolTotp, confirmEnrolTotp } from './enrol-totp.js';
import { addStaff } from './manage-staff.js';
import { resetPassword } from './reset-password.js';
import { stepUp } from './second-factor.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

async function newcomer(): Promise<{ house: StaffHouse; secret: Secret<string> }> {
  const house = new StaffHouse();
  const viewer = await house.viewer(await house.officer());
  const bob = { login: 'bob@example.org', displayName: 'Bob', roles: ['handler'] } as const;
  const { code } = await addStaff(house.desk, viewer, bob);
  await resetPassword(house.desk, code.code, PASSWORD);
  const begun = await signIn(house.desk, { login: 'bob@example.org', password: PASSWORD });
  expect(begun.needs).toBe('enrolment');
  return { house, secret: begun.secret };
}

describe('the enrolment of an authenticator', () => {
  it('takes its first code, makes the session whole and gives ten recovery codes', async () => {
    const { house, secret } = await newcomer();
    const { uri, ticket } = await beginEnrolTotp(house.desk, secret);
    const code = house.freshCode(uri);
    const { session, recoveryCodes } = await confirmEnrolTotp(house.desk, secret, { ticket, code });
    expect(new Set(recoveryCodes.map((each) => each.reveal())).size).toBe(10);
    expect(await viewSession(house.desk, session.secret)).toMatchObject({ displayName: 'Bob' });
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
    const kept = await house.store.transact(({ staff }) => staff.lockByLogin('bob@example.org'));
    for (const shown of recoveryCodes) expect(kept?.recoveryCodes).not.toContain(shown.reveal());
    await expect(stepUp(house.desk, session.secret, code)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('refuses a wrong code, a stale offer and one of another session', async () => {
    const { house, secret } = await newcomer();
    const { uri, ticket } = await beginEnrolTotp(house.desk, secret);
    const wrong = confirmEnrolTotp(house.desk, secret, { ticket, code: hidden('x') });
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const other = await signIn(house.desk, { login: 'bob@example.org', password: PASSWORD });
    const foreign = confirmEnrolTotp(house.desk, other.secret, { ticket, code: house.freshCode(uri) });
    await expect(foreign).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is not left open for long', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const { session } = officer;
    const { uri, ticket } = await beginEnrolTotp(house.desk, session);
    house.pass(13);
    const code = house.freshCode(uri);
    await expect(confirmEnrolTotp(house.desk, session, { ticket, code })).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const { desk } = house;
    const late = { ...desk, clock: { ...desk.clock, now: () => new Date(house.now().getTime() + 60 * 60_000) } };
    const fresh = await house.signedIn(officer);
    const offer = await beginEnrolTotp(desk, fresh);
    const stale = confirmEnrolTotp(late, fresh, { ticket: offer.ticket, code: house.crypto.codeAt(offer.uri, house.now()) });
    await expect(stale).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('replaces an authenticator only with a fresh proof of it, and ends all other sessions', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const other = await house.signedIn(officer);
    const pending = await signIn(house.desk, { login: officer.login, password: PASSWORD });
    await expect(beginEnrolTotp(house.desk, pending.secret)).rejects.toMatchObject({ code: 'REFUSED' });
    house.pass(5);
    await expect(beginEnrolTotp(house.desk, officer.session)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const { secret } = await stepUp(house.desk, officer.session, house.freshCode(officer.uri));
    const { uri, ticket } = await beginEnrolTotp(house.desk, secret);
    const { session } = await confirmEnrolTotp(house.desk, secret, { ticket, code: house.freshCode(uri) });
    for (const ended of [other, secret, pending.secret]) {
      await expect(viewSession(house.desk, ended)).rejects.toMatchObject({ code: 'REFUSED' });
    }
    await expect(stepUp(house.desk, session.secret, house.freshCode(officer.uri))).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(stepUp(house.desk, session.secret, house.freshCode(uri))).resolves.toBeDefined();
  });

  it('is nothing for somebody who has no session', async () => {
    const house = new StaffHouse();
    await house.officer();
    await expect(beginEnrolTotp(house.desk, hidden('x'))).rejects.toMatchObject({ code: 'REFUSED' });
    const given = { ticket: 'x', code: hidden('x') };
    await expect(confirmEnrolTotp(house.desk, hidden('x'), given)).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
