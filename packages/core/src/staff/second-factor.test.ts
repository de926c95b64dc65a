import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { hidden, type Member, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { proveSecondFactor, stepUp } from './second-factor.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

async function begun(): Promise<{ house: StaffHouse; officer: Member; secret: Secret<string> }> {
  const house = new StaffHouse();
  const officer = await house.officer();
  const { secret } = await signIn(house.desk, { login: officer.login, password: PASSWORD });
  return { house, officer, secret };
}

describe('a second factor', () => {
  it('works once for each time step', async () => {
    const { house, officer, secret } = await begun();
    const code = house.freshCode(officer.uri);
    await proveSecondFactor(house.desk, secret, { kind: 'totp', code });
    const again = await signIn(house.desk, { login: officer.login, password: PASSWORD });
    const proof = { kind: 'totp', code } as const;
    await expect(proveSecondFactor(house.desk, again.secret, proof)).rejects.toMatchObject({ code: 'REFUSED' });
    const next = house.freshCode(officer.uri);
    await expect(proveSecondFactor(house.desk, again.secret, { kind: 'totp', code: next })).resolves.not.toHaveProperty('needs');
  });

  it('can be a recovery code, in any spelling, once', async () => {
    const { house, officer, secret } = await begun();
    const code = officer.recoveryCodes[3]!;
    expect(code.reveal()).toMatch(/^(?:[0-9a-f]{4}-){5}[0-9a-f]{4}$/u);
    const spelt = hidden(` ${code.reveal().toUpperCase().replaceAll('-', ' ')}`);
    await proveSecondFactor(house.desk, secret, { kind: 'recovery', code: spelt });
    expect((await house.entries()).at(-1)).toMatchObject({ action: 'session.prove', details: { factor: 'recovery', left: 9 } });
    const again = await signIn(house.desk, { login: officer.login, password: PASSWORD });
    const proof = { kind: 'recovery', code } as const;
    await expect(proveSecondFactor(house.desk, again.secret, proof)).rejects.toMatchObject({ code: 'REFUSED' });
    const other = { kind: 'recovery', code: officer.recoveryCodes[4]! } as const;
    await expect(proveSecondFactor(house.desk, again.secret, other)).resolves.not.toHaveProperty('needs');
  });

  it('counts wrong codes together with wrong passwords, and a right password forgives none of them', async () => {
    const { house, officer, secret } = await begun();
    const wrong = { kind: 'totp', code: hidden('no code') } as const;
    for (let failure = 1; failure <= 4; failure += 1) {
      await expect(proveSecondFactor(house.desk, secret, wrong)).rejects.toMatchObject({ code: 'REFUSED' });
      await signIn(house.desk, { login: officer.login, password: PASSWORD });
    }
    await expect(proveSecondFactor(house.desk, secret, wrong)).rejects.toMatchObject({ code: 'REFUSED' });
    const right = { kind: 'totp', code: house.crypto.codeAt(officer.uri, new Date(house.now().getTime() + 30_000)) } as const;
    await expect(proveSecondFactor(house.desk, secret, right)).rejects.toMatchObject({ code: 'LIMITED' });
    await expect(signIn(house.desk, { login: officer.login, password: PASSWORD })).rejects.toMatchObject({ code: 'REFUSED' });
    const code = house.freshCode(officer.uri);
    await proveSecondFactor(house.desk, secret, { kind: 'totp', code });
    await expect(signIn(house.desk, { login: officer.login, password: PASSWORD })).resolves.toMatchObject({
      needs: 'second-factor',
    });
  });

  it('is worth nothing when the session ends while it is looked at', async () => {
    const { house, officer, secret } = await begun();
    const code = house.freshCode(officer.uri);
    house.crypto.meanwhile = () => house.store.transact(({ sessions }) => sessions.removeOf(officer.id));
    await expect(proveSecondFactor(house.desk, secret, { kind: 'totp', code })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('that is not yet set up cannot be proved', async () => {
    const { house, officer, secret } = await begun();
    await house.store.transact(async ({ staff }) => {
      const { totpSecret: _totpSecret, ...bare } = (await staff.get(officer.id))!;
      await staff.change(bare);
    });
    const proof = { kind: 'totp', code: hidden('000000') } as const;
    await expect(proveSecondFactor(house.desk, secret, proof)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('of another account or installation is a fault, not a wrong code', async () => {
    const { house, officer, secret } = await begun();
    await house.store.transact(async ({ staff }) => {
      const account = (await staff.get(officer.id))!;
      await staff.change({ ...account, totpSecret: await house.crypto.seal('elsewhere', officer.uri) });
    });
    const proof = { kind: 'totp', code: hidden('000000') } as const;
    await expect(proveSecondFactor(house.desk, secret, proof)).rejects.toThrow('does not open');
  });

  it('that no code was used of yet takes its first', async () => {
    const { house, officer, secret } = await begun();
    await house.store.transact(async ({ staff }) => {
      const { totpStep: _totpStep, ...unused } = (await staff.get(officer.id))!;
      await staff.change(unused);
    });
    const code = house.freshCode(officer.uri);
    await expect(proveSecondFactor(house.desk, secret, { kind: 'totp', code })).resolves.not.toHaveProperty('needs');
  });
});

describe('a step-up', () => {
  it('rotates the session, which still ends when it would have, and forgets failures', async () => {
    const { house, officer } = await begun();
    const before = await viewSession(house.desk, officer.session);
    await expect(signIn(house.desk, { login: officer.login, password: hidden('x') })).rejects.toMatchObject({ code: 'REFUSED' });
    house.pass(6);
    const { secret, expiresAt } = await stepUp(house.desk, officer.session, house.freshCode(officer.uri));
    expect(expiresAt).toEqual(before.expiresAt);
    expect(await viewSession(house.desk, secret)).toMatchObject({ expiresAt: before.expiresAt, steppedUpAt: house.now() });
    await expect(viewSession(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
    const account = await house.store.transact(({ staff }) => staff.get(officer.id));
    expect(account?.failures).toBe(0);
  });

  it('is nothing for a session whose second factor is missing, and proves nothing with a wrong code', async () => {
    const { house, officer, secret } = await begun();
    const code = house.freshCode(officer.uri);
    await expect(stepUp(house.desk, secret, code)).rejects.toMatchObject({ code: 'REFUSED' });
    const proof = { kind: 'totp', code } as const;
    await expect(proveSecondFactor(house.desk, officer.session, proof)).rejects.toMatchObject({ code: 'REFUSED' });
    const before = await viewSession(house.desk, officer.session);
    await expect(stepUp(house.desk, officer.session, hidden('x'))).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await viewSession(house.desk, officer.session)).toMatchObject({ steppedUpAt: before.steppedUpAt });
    expect((await house.entries()).at(-1)).toMatchObject({
      action: 'session.step-up',
      outcome: 'refused',
      details: { why: 'code' },
    });
  });
});
