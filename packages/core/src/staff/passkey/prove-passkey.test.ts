import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { FakeAuthenticator, type FakeTouch } from '../../testing/fake-authenticator.js';
import { hidden, type Member, PASSWORD, StaffHouse } from '../../testing/staff-house.js';
import { proveSecondFactor, stepUp } from '../second-factor.js';
import { signIn } from '../sign-in.js';
import type { NewSession } from '../staff-desk.js';
import { viewSession } from '../view-session.js';
import { beginEnrolPasskey, confirmEnrolPasskey } from './enrol-passkey.js';
import { askForPasskey, provePasskey, stepUpByPasskey } from './prove-passkey.js';

/** An officer with an authenticator and a passkey, and somebody else with a passkey of their own. */
async function furnished(counter = 0): Promise<Furnished> {
  const house = new StaffHouse();
  const officer = await house.officer();
  const key = new FakeAuthenticator('one');
  const { challenge } = await beginEnrolPasskey(house.desk, officer.session);
  const made = key.make(challenge, { counter });
  const { session } = await confirmEnrolPasskey(house.desk, officer.session, { name: 'Key', made });
  return { house, officer, key, session: session.secret };
}

interface Furnished {
  readonly house: StaffHouse;
  readonly officer: Member;
  readonly key: FakeAuthenticator;
  readonly session: Secret<string>;
}

async function proved({ house, officer, key }: Furnished, touch?: FakeTouch): Promise<NewSession> {
  const secret = await house.begun(officer);
  const { challenge } = await askForPasskey(house.desk, secret);
  return provePasskey(house.desk, secret, key.sign(challenge, touch));
}

async function steppedUp({ house, key, session }: Furnished, touch?: FakeTouch): Promise<NewSession> {
  const { challenge } = await askForPasskey(house.desk, session);
  return stepUpByPasskey(house.desk, session, key.sign(challenge, touch));
}

async function last({ house }: Furnished): Promise<unknown> {
  return (await house.entries()).at(-1);
}

async function failures({ house, officer }: Furnished): Promise<number | undefined> {
  return (await house.store.transact(({ staff }) => staff.get(officer.id)))?.failures;
}

describe('a passkey at sign-in', () => {
  it('makes the session whole, forgives failures, and tells when it was used', async () => {
    const all = await furnished();
    const { house, officer, key } = all;
    await expect(signIn(house.desk, { login: officer.login, password: hidden('x') })).rejects.toMatchObject({ code: 'REFUSED' });
    const secret = await house.begun(officer);
    const asked = await askForPasskey(house.desk, secret);
    expect(asked).toMatchObject({ known: [{ credential: key.credential, transports: ['usb'] }], verification: 'preferred' });
    const session = await provePasskey(house.desk, secret, key.sign(asked.challenge, { isVerified: false }));
    expect(session).not.toHaveProperty('needs');
    expect(await viewSession(house.desk, session.secret)).toMatchObject({ steppedUpAt: house.now() });
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
    const [passkey] = await house.store.transact(({ passkeys }) => passkeys.of(officer.id));
    expect(passkey).toMatchObject({ counter: 1, lastUsedAt: house.now() });
    expect(await failures(all)).toBe(0);
    expect(await last(all)).toMatchObject({
      action: 'session.prove',
      outcome: 'done',
      details: { factor: 'passkey', passkey: passkey?.id.slice(0, 16) },
    });
  });

  it('is refused, and counted as a wrong code is, where it is unknown or signs something else', async () => {
    const all = await furnished();
    const { house, officer, key } = all;
    const secret = await house.begun(officer);
    const stranger = new FakeAuthenticator('stranger');
    const { challenge } = await askForPasskey(house.desk, secret);
    await expect(provePasskey(house.desk, secret, stranger.sign(challenge))).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await last(all)).toMatchObject({ outcome: 'refused', details: { factor: 'passkey', why: 'unknown' } });
    await askForPasskey(house.desk, secret);
    await expect(provePasskey(house.desk, secret, key.sign(challenge))).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await last(all)).toMatchObject({ outcome: 'refused', details: { why: 'signature', passkey: expect.any(String) } });
    expect(await failures(all)).toBe(2);
  });

  it('answers its challenge once: right or wrong, the next answer has none, and that is no failed try', async () => {
    const all = await furnished();
    const { house, officer, key } = all;
    const secret = await house.begun(officer);
    const { challenge } = await askForPasskey(house.desk, secret);
    const wrong = { ...key.sign(challenge), signature: 'x' };
    await expect(provePasskey(house.desk, secret, wrong)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(provePasskey(house.desk, secret, key.sign(challenge))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await last(all)).toMatchObject({ outcome: 'refused', details: { why: 'challenge' } });
    expect(await failures(all)).toBe(1);
    const late = await askForPasskey(house.desk, secret);
    house.pass(5);
    await expect(provePasskey(house.desk, secret, key.sign(late.challenge))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await failures(all)).toBe(1);
  });

  it('waits while the account is locked, however right it is', async () => {
    const all = await furnished();
    const { house, officer, key } = all;
    const secret = await house.begun(officer);
    for (let failure = 1; failure <= 5; failure += 1) {
      const { challenge } = await askForPasskey(house.desk, secret);
      const wrong = { ...key.sign(challenge), signature: 'x' };
      await expect(provePasskey(house.desk, secret, wrong)).rejects.toMatchObject({ code: 'REFUSED' });
    }
    const locked = await askForPasskey(house.desk, secret);
    await expect(provePasskey(house.desk, secret, key.sign(locked.challenge))).rejects.toMatchObject({ code: 'LIMITED' });
    expect(await last(all)).toMatchObject({ outcome: 'refused', details: { factor: 'passkey', why: 'locked' } });
    house.pass(1);
    const { challenge } = await askForPasskey(house.desk, secret);
    await expect(provePasskey(house.desk, secret, key.sign(challenge))).resolves.toBeDefined();
  });

  it('lets in one of many who bring the same answer at once', async () => {
    const { house, officer, key } = await furnished();
    const secret = await house.begun(officer);
    const { challenge } = await askForPasskey(house.desk, secret);
    const proof = key.sign(challenge);
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => provePasskey(house.desk, secret, proof)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is nothing for a session that is over or whole, or an account that has none', async () => {
    const { house, officer, key, session } = await furnished();
    await expect(askForPasskey(house.desk, hidden('x'))).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(provePasskey(house.desk, hidden('x'), key.sign('x'))).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(provePasskey(house.desk, session, key.sign('x'))).rejects.toMatchObject({ code: 'REFUSED' });
    await house.store.transact(({ passkeys }) => passkeys.removeOf(officer.id));
    await expect(askForPasskey(house.desk, session)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('a passkey at a step-up', () => {
  it('has to verify its owner, and rotates the session', async () => {
    const all = await furnished();
    const { house, session } = all;
    house.pass(6);
    expect(await askForPasskey(house.desk, session)).toMatchObject({ verification: 'required' });
    await expect(steppedUp(all, { isVerified: false })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await last(all)).toMatchObject({ action: 'session.step-up', details: { why: 'verification' } });
    const { secret } = await steppedUp(all);
    expect(await viewSession(house.desk, secret)).toMatchObject({ steppedUpAt: house.now() });
    await expect(viewSession(house.desk, session)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('takes no challenge that was given for an enrolment', async () => {
    const { house, key, session } = await furnished();
    const { challenge } = await beginEnrolPasskey(house.desk, session);
    await expect(stepUpByPasskey(house.desk, session, key.sign(challenge))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is nothing for a session whose second factor is missing', async () => {
    const { house, officer, key } = await furnished();
    const secret = await house.begun(officer);
    const { challenge } = await askForPasskey(house.desk, secret);
    await expect(stepUpByPasskey(house.desk, secret, key.sign(challenge))).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('leaves a code of an authenticator as good as it was, where there is one', async () => {
    const { house, officer, session } = await furnished();
    await expect(stepUp(house.desk, session, house.freshCode(officer.uri))).resolves.toBeDefined();
    await house.store.transact(async ({ staff }) => {
      const { totpSecret: _totpSecret, ...bare } = (await staff.get(officer.id))!;
      await staff.change(bare);
    });
    const begun = await signIn(house.desk, { login: officer.login, password: PASSWORD });
    const proof = { kind: 'totp', code: hidden('000000') } as const;
    await expect(proveSecondFactor(house.desk, begun.secret, proof)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('the counter of a passkey', () => {
  it.each([
    { kept: 0, shown: 0, isRight: true },
    { kept: 0, shown: 1, isRight: true },
    { kept: 7, shown: 8, isRight: true },
    { kept: 7, shown: 4_294_967_295, isRight: true },
    { kept: 7, shown: 7, isRight: false },
    { kept: 7, shown: 6, isRight: false },
    { kept: 7, shown: 0, isRight: false },
  ])('that was $kept may say $shown: $isRight', async ({ kept, shown, isRight }) => {
    const all = await furnished(kept);
    const { house, officer } = all;
    const counter = async (): Promise<number | undefined> =>
      (await house.store.transact(({ passkeys }) => passkeys.of(officer.id)))[0]?.counter;
    if (isRight) {
      await proved(all, { counter: shown });
      expect(await counter()).toBe(shown);
      return;
    }
    await expect(proved(all, { counter: shown })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await last(all)).toMatchObject({ outcome: 'refused', details: { why: 'counter', passkey: expect.any(String) } });
    expect([await counter(), await failures(all)]).toEqual([kept, 1]);
  });
});
