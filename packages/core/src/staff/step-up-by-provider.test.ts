import { describe, expect, it } from '@jest/globals';
import { hidden, StaffHouse } from '../testing/staff-house.js';
import { vouched } from '../testing/vouched-person.js';
import { listSessions } from './own-sessions.js';
import type { Principal } from './principal.js';
import { proveSecondFactor } from './second-factor.js';
import { signIn } from './sign-in.js';
import { PASSWORD } from '../testing/staff-house.js';
import { signInByProvider } from './sign-in-by-provider.js';
import { stepUpByProvider } from './step-up-by-provider.js';
import { viewSession } from './view-session.js';

async function signedIn(): Promise<{ house: StaffHouse; before: Principal; id: string }> {
  const house = new StaffHouse();
  const { secret } = await signInByProvider(house.desk, vouched(house));
  const before = await viewSession(house.desk, secret);
  house.pass(10);
  return { house, before, id: before.session ?? '' };
}

describe('a step-up by an identity provider', () => {
  it('rotates the session, counts from the sign-in there, and makes the session no longer', async () => {
    const { house, before, id } = await signedIn();
    const provedAt = new Date(house.now().getTime() - 60_000);
    const { secret } = await stepUpByProvider(house.desk, id, vouched(house, { provedAt }));
    const after = await viewSession(house.desk, secret);
    expect(after).toMatchObject({ actor: before.actor, expiresAt: before.expiresAt, steppedUpAt: provedAt });
    expect(await listSessions(house.desk, after)).toMatchObject([{ isThis: true }]);
    expect((await house.trail()).at(-1)).toBe('session.step-up done');
    await expect(stepUpByProvider(house.desk, id, vouched(house))).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('keeps to which session at the provider it belongs', async () => {
    const { house, id } = await signedIn();
    const stored = async (session: string): Promise<string | undefined> =>
      (await house.store.transact(({ sessions }) => sessions.get(session)))?.providerSession;
    const origin = await stored(id);
    const { secret } = await stepUpByProvider(house.desk, id, vouched(house));
    expect(origin).toMatch(/^[0-9a-f]{64}$/u);
    expect(await stored(house.crypto.sha256Hex(secret.reveal()))).toBe(origin);
  });

  it.each([
    ['somebody else', { subject: hidden('other') }, 'REFUSED', 'person'],
    ['the same subject of another issuer', { issuer: 'https://else.example.test' }, 'REFUSED', 'person'],
    ['a sign-in without a second factor', { proof: 'half' }, 'REFUSED', 'proof'],
    ['a sign-in that is refused anyway', { proof: 'too-weak' }, 'REFUSED', 'proof'],
  ] as const)('is not made by %s', async (_who, changes, code, why) => {
    const { house, id } = await signedIn();
    await expect(stepUpByProvider(house.desk, id, vouched(house, changes))).rejects.toMatchObject({ code });
    expect((await house.entries()).at(-1)).toMatchObject({ action: 'session.step-up', outcome: 'refused', details: { why } });
    expect(await house.store.transact(({ sessions }) => sessions.get(id))).toBeDefined();
  });

  it('needs a sign-in at the provider that is not older than five minutes', async () => {
    const { house, id } = await signedIn();
    const before = (minutes: number): Date => new Date(house.now().getTime() - minutes * 60_000);
    const stale = stepUpByProvider(house.desk, id, vouched(house, { provedAt: before(5.1) }));
    await expect(stale).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(stepUpByProvider(house.desk, id, vouched(house, { provedAt: before(5) }))).resolves.toBeDefined();
  });

  it('takes roles anew, and ends everything where there is none left', async () => {
    const { house, id } = await signedIn();
    const grants = [{ controller: 'club', role: 'auditor' }] as const;
    const { secret } = await stepUpByProvider(house.desk, id, vouched(house, { grants }));
    const { session } = await viewSession(house.desk, secret);
    expect(await viewSession(house.desk, secret)).toMatchObject({ grants });
    const none = stepUpByProvider(house.desk, session ?? '', vouched(house, { grants: [] }));
    await expect(none).rejects.toMatchObject({ message: 'You have no role in this service.' });
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is nothing for a session that is not there, whose second factor is missing, or that is somebody’s own', async () => {
    const { house } = await signedIn();
    await expect(stepUpByProvider(house.desk, 'none', vouched(house))).rejects.toMatchObject({ code: 'REFUSED' });
    const half = await signInByProvider(house.desk, vouched(house, { proof: 'half' }));
    const begun = house.crypto.sha256Hex(half.secret.reveal());
    await expect(stepUpByProvider(house.desk, begun, vouched(house))).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is nothing for the session of a local account', async () => {
    const house = new StaffHouse();
    const officer = await house.officer();
    const { secret } = await signIn(house.desk, { login: officer.login, password: PASSWORD });
    const whole = await proveSecondFactor(house.desk, secret, { kind: 'totp', code: house.freshCode(officer.uri) });
    const id = house.crypto.sha256Hex(whole.secret.reveal());
    await expect(stepUpByProvider(house.desk, id, vouched(house))).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
