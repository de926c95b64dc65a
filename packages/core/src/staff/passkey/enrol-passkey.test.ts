import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { FakeAuthenticator } from '../../testing/fake-authenticator.js';
import { hidden, type Member, PASSWORD, StaffHouse } from '../../testing/staff-house.js';
import { beginEnrolTotp, confirmEnrolTotp, type Enrolment } from '../enrol-totp.js';
import { addStaff, changeGrants, disableStaff, listStaff, resetStaff } from '../manage-staff.js';
import { resetPassword } from '../reset-password.js';
import { proveSecondFactor } from '../second-factor.js';
import { signIn } from '../sign-in.js';
import { viewSession } from '../view-session.js';
import { beginEnrolPasskey, confirmEnrolPasskey } from './enrol-passkey.js';

const BOB = 'bob@example.org';

/** Bob, whose password was right, and who has no second factor yet. */
async function newcomer(): Promise<{ house: StaffHouse; officer: Member; id: string; secret: Secret<string> }> {
  const house = new StaffHouse();
  const officer = await house.officer();
  const bob = { login: BOB, displayName: 'Bob', roles: ['handler'] } as const;
  const { code, member } = await addStaff(house.desk, await house.viewer(officer), bob);
  await resetPassword(house.desk, code.code, PASSWORD);
  return { house, officer, id: member.id, secret: await house.begun({ login: BOB }) };
}

async function enrolled(house: StaffHouse, secret: Secret<string>, key: FakeAuthenticator, name = 'Key'): Promise<Enrolment> {
  const { challenge } = await beginEnrolPasskey(house.desk, secret);
  return confirmEnrolPasskey(house.desk, secret, { name, made: key.make(challenge) });
}

describe('the enrolment of a passkey', () => {
  it('as the first factor makes the session whole and gives ten recovery codes, which work', async () => {
    const { house, id, secret } = await newcomer();
    const offer = await beginEnrolPasskey(house.desk, secret);
    expect(offer).toMatchObject({ account: { id, login: BOB, displayName: 'Bob' }, known: [] });
    const made = new FakeAuthenticator('Bob').make(offer.challenge);
    const { session, recoveryCodes } = await confirmEnrolPasskey(house.desk, secret, { name: ' Blue key ', made });
    expect(new Set(recoveryCodes.map((code) => code.reveal())).size).toBe(10);
    expect(await viewSession(house.desk, session.secret)).toMatchObject({ displayName: 'Bob' });
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
    const [kept] = await house.store.transact(({ passkeys }) => passkeys.of(id));
    expect(kept).toMatchObject({ name: 'Blue key', credential: made.id, transports: ['usb'], counter: 0 });
    expect((await house.entries()).at(-1)).toMatchObject({
      action: 'staff.enrol-passkey',
      details: { passkey: kept?.id.slice(0, 16) },
    });
    const begun = await signIn(house.desk, { login: BOB, password: PASSWORD });
    expect(begun).toMatchObject({ needs: 'second-factor', factors: ['passkey'] });
    const [code] = recoveryCodes;
    await expect(proveSecondFactor(house.desk, begun.secret, { kind: 'recovery', code: code! })).resolves.not.toHaveProperty(
      'needs',
    );
  });

  it('beside another factor leaves the recovery codes as they are, and gives new ones where none are left', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const first = await enrolled(house, officer.session, new FakeAuthenticator('one'));
    expect(first.recoveryCodes).toEqual([]);
    expect(await signIn(house.desk, { login: officer.login, password: PASSWORD })).toMatchObject({
      factors: ['totp', 'passkey'],
    });
    await house.store.transact(async ({ staff }) => {
      await staff.change({ ...(await staff.get(officer.id))!, recoveryCodes: [] });
    });
    const second = await enrolled(house, first.session.secret, new FakeAuthenticator('two'));
    expect(second.recoveryCodes).toHaveLength(10);
  });

  it('is not for a password alone where there is a factor of any kind: neither is that of an authenticator', async () => {
    const { house, secret } = await newcomer();
    await enrolled(house, secret, new FakeAuthenticator('Bob'));
    const begun = await house.begun({ login: BOB });
    await expect(beginEnrolPasskey(house.desk, begun)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(beginEnrolTotp(house.desk, begun)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(beginEnrolPasskey(house.desk, hidden('none'))).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('needs a fresh proof of another factor, at its begin and at its end, and ends all other sessions', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const other = await house.signedIn(officer);
    house.pass(4);
    const { challenge } = await beginEnrolPasskey(house.desk, officer.session);
    const key = new FakeAuthenticator('one');
    house.pass(1);
    const late = confirmEnrolPasskey(house.desk, officer.session, { name: 'Key', made: key.make(challenge) });
    await expect(late).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(beginEnrolPasskey(house.desk, officer.session)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const fresh = await house.signedIn(officer);
    const { session } = await enrolled(house, fresh, key);
    for (const ended of [other, officer.session, fresh])
      await expect(viewSession(house.desk, ended)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(viewSession(house.desk, session.secret)).resolves.toBeDefined();
  });

  it('refuses an owner who was not verified, the challenge of another session, a late one, and one that an answer has used up', async () => {
    const { house, secret } = await newcomer();
    const key = new FakeAuthenticator('Bob');
    const confirm = (made: ReturnType<FakeAuthenticator['make']>, name = 'Key'): Promise<Enrolment> =>
      confirmEnrolPasskey(house.desk, secret, { name, made });
    const invalid = { code: 'INVALID_INPUT' };
    const first = await beginEnrolPasskey(house.desk, secret);
    await expect(confirm(key.make(first.challenge, { isVerified: false }))).rejects.toMatchObject(invalid);
    await expect(confirm(key.make(first.challenge))).rejects.toMatchObject({
      ...invalid,
      message: expect.stringContaining('not valid'),
    });
    const elsewhere = await beginEnrolPasskey(house.desk, await house.begun({ login: BOB }));
    await beginEnrolPasskey(house.desk, secret);
    await expect(confirm(key.make(elsewhere.challenge))).rejects.toMatchObject(invalid);
    const late = await beginEnrolPasskey(house.desk, secret);
    house.pass(5);
    await expect(confirm(key.make(late.challenge))).rejects.toMatchObject(invalid);
    const { challenge } = await beginEnrolPasskey(house.desk, secret);
    await expect(confirm(key.make(challenge), ' ')).rejects.toMatchObject(invalid);
    await expect(confirm(key.make(challenge))).resolves.toBeDefined();
  });

  it('refuses a credential that an account has, whosever it is, and names those to leave out', async () => {
    const { house, officer, secret } = await newcomer();
    const key = new FakeAuthenticator('shared');
    const first = await enrolled(house, secret, key);
    const { known } = await beginEnrolPasskey(house.desk, first.session.secret);
    expect(known).toEqual([{ credential: key.credential, transports: ['usb'] }]);
    await expect(enrolled(house, first.session.secret, key)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(enrolled(house, officer.session, key)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('ends with the tenth', async () => {
    const { house, secret } = await newcomer();
    let session = secret;
    for (let number = 1; number <= 10; number += 1)
      session = (await enrolled(house, session, new FakeAuthenticator(`key ${number}`))).session.secret;
    await expect(beginEnrolPasskey(house.desk, session)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('an authenticator beside a passkey', () => {
  it('keeps the recovery codes', async () => {
    const { house, secret } = await newcomer();
    const first = await enrolled(house, secret, new FakeAuthenticator('Bob'));
    const { uri, ticket } = await beginEnrolTotp(house.desk, first.session.secret);
    const code = house.freshCode(uri);
    const second = await confirmEnrolTotp(house.desk, first.session.secret, { ticket, code });
    expect(second.recoveryCodes).toEqual([]);
    const begun = await house.begun({ login: BOB });
    const proof = { kind: 'recovery', code: first.recoveryCodes[0]! } as const;
    await expect(proveSecondFactor(house.desk, begun, proof)).resolves.toBeDefined();
  });
});

describe('officers', () => {
  it('see that a passkey is a second factor, and take it away with a reset', async () => {
    const { house, officer, id, secret } = await newcomer();
    await enrolled(house, secret, new FakeAuthenticator('Bob'));
    const viewer = await house.viewer({ session: await house.signedIn(officer) });
    const bob = async (): Promise<boolean | undefined> =>
      (await listStaff(house.desk, viewer)).find((member) => member.id === id)?.hasSecondFactor;
    expect(await bob()).toBe(true);
    expect(await changeGrants(house.desk, viewer, id, ['auditor'])).toMatchObject({ hasSecondFactor: true });
    expect(await disableStaff(house.desk, viewer, id)).toMatchObject({ hasSecondFactor: true });
    const { member, code } = await resetStaff(house.desk, viewer, id);
    expect(member.hasSecondFactor).toBe(false);
    expect(await bob()).toBe(false);
    expect(await house.store.transact(({ passkeys }) => passkeys.of(id))).toEqual([]);
    await resetPassword(house.desk, code.code, PASSWORD);
    expect(await signIn(house.desk, { login: BOB, password: PASSWORD })).toMatchObject({ needs: 'enrolment', factors: [] });
  });
});
