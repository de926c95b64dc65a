import { describe, expect, it } from '@jest/globals';
import { hidden, type Member, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { listSessions, revokeSession, signOut } from './own-sessions.js';
import { viewerIn } from './principal.js';
import { createToken, viewToken } from './service-tokens.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

async function opened(): Promise<{ house: StaffHouse; officer: Member }> {
  const house = new StaffHouse();
  return { house, officer: await house.officer() };
}

describe('a session', () => {
  it('ends after 15 minutes without use', async () => {
    const { house, officer } = await opened();
    for (let look = 0; look < 4; look += 1) {
      house.pass(14);
      await viewSession(house.desk, officer.session);
    }
    house.pass(15);
    await expect(viewSession(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('ends after eight hours, whatever is done', async () => {
    const { house, officer } = await opened();
    for (let look = 0; look < 47; look += 1) {
      house.pass(10);
      await viewSession(house.desk, officer.session);
    }
    house.pass(10);
    await expect(viewSession(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('notes its use once a minute at most', async () => {
    const { house, officer } = await opened();
    const seen = async (): Promise<number> => {
      const principal = await viewSession(house.desk, officer.session);
      return (await listSessions(house.desk, principal))[0]!.lastSeenAt.getTime();
    };
    const first = await seen();
    house.pass(0.9);
    expect(await seen()).toBe(first);
    house.pass(0.2);
    expect(await seen()).toBe(house.now().getTime());
  });

  it('is worth nothing once it was signed out of', async () => {
    const { house, officer } = await opened();
    await signOut(house.desk, officer.session);
    await expect(viewSession(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(signOut(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await house.trail()).at(-1)).toBe('session.end done');
  });

  it('can be ended before its second factor was proved', async () => {
    const { house, officer } = await opened();
    const { secret } = await signIn(house.desk, { login: officer.login, password: PASSWORD });
    await signOut(house.desk, secret);
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is listed and revoked by its own person only', async () => {
    const { house, officer } = await opened();
    const bob = await house.member(officer, 'bob@example.org', ['handler']);
    const second = await house.signedIn(bob);
    const own = await viewSession(house.desk, second);
    const sessions = await listSessions(house.desk, own);
    expect(sessions.map(({ isThis }) => isThis)).toEqual([false, true]);
    const [first] = sessions;
    const stranger = await viewSession(house.desk, officer.session);
    await expect(revokeSession(house.desk, stranger, first!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(revokeSession(house.desk, own, 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await revokeSession(house.desk, own, first!.id);
    await expect(viewSession(house.desk, bob.session)).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await house.trail()).at(-1)).toBe('session.revoke done');
    expect(await listSessions(house.desk, own)).toHaveLength(1);
  });

  it('that is over is not listed', async () => {
    const { house, officer } = await opened();
    house.pass(14);
    const second = await house.signedIn(officer);
    const sessions = await listSessions(house.desk, await viewSession(house.desk, second));
    expect(sessions).toHaveLength(1);
  });

  it('is nothing that a program has', async () => {
    const { house, officer } = await opened();
    const scopes = ['request.open'];
    const { token } = await createToken(house.desk, await house.viewer(officer), { name: 'intake', scopes, days: 1 });
    const program = await viewToken(house.desk, token);
    await expect(listSessions(house.desk, program)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(revokeSession(house.desk, program, 'x')).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(viewSession(house.desk, token)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(viewToken(house.desk, officer.session)).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

describe('a principal', () => {
  it('is a viewer with their roles where they have some, and elsewhere there is nothing', async () => {
    const { house, officer } = await opened();
    const bob = await house.member(officer, 'bob@example.org', ['handler', 'reviewer'], 'hostel');
    const principal = await viewSession(house.desk, bob.session);
    expect(viewerIn(principal, 'hostel')).toMatchObject({ controller: 'hostel', roles: ['handler', 'reviewer'], scopes: [] });
    expect(() => viewerIn(principal, 'club')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(() => viewerIn(principal, 'none')).toThrow(expect.objectContaining({ message: 'There is no such controller.' }));
  });

  it('is nobody for a secret that never was one', async () => {
    const { house } = await opened();
    await expect(viewSession(house.desk, hidden(''))).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
