import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hidden, type Member, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { beginEnrolTotp, confirmEnrolTotp } from './enrol-totp.js';
import { listSessions, revokeSession, signOut } from './own-sessions.js';
import { resetPassword } from './reset-password.js';
import { proveSecondFactor, stepUp } from './second-factor.js';
import { createToken, revokeToken, viewToken } from './service-tokens.js';
import { completeSetUp } from './set-up.js';
import { signIn } from './sign-in.js';
import { viewSession } from './view-session.js';

/** Everything that a secret can be tried for. */
async function usesOf(
  house: StaffHouse,
  { uri }: Member,
  secret: Secret<string>,
): Promise<readonly PromiseSettledResult<unknown>[]> {
  const { desk } = house;
  const code = house.crypto.codeAt(uri, house.now());
  const officer = { login: 'eve@example.org', displayName: 'Eve', password: PASSWORD, controllers: ['club'] };
  return Promise.allSettled([
    viewSession(desk, secret),
    proveSecondFactor(desk, secret, { kind: 'totp', code }),
    stepUp(desk, secret, code),
    beginEnrolTotp(desk, secret),
    confirmEnrolTotp(desk, secret, { ticket: '["",""]', code }),
    signOut(desk, secret),
    viewToken(desk, secret),
    resetPassword(desk, secret, PASSWORD),
    completeSetUp(desk, secret, officer),
  ]);
}

async function expectNothing(house: StaffHouse, member: Member, secret: Secret<string>): Promise<void> {
  for (const use of await usesOf(house, member, secret)) {
    expect(use).toMatchObject({ status: 'rejected', reason: { code: 'REFUSED', message: 'These credentials are not valid.' } });
  }
}

/** How a session comes to its end, by name. Each gives the secrets that are worth nothing afterwards. */
const ENDS: Readonly<Record<string, (house: StaffHouse, member: Member) => Promise<readonly Secret<string>[]>>> = {
  'signed out': async ({ desk }, { session }) => {
    await signOut(desk, session);
    return [session];
  },
  rotated: async (house, { session, uri }) => {
    const { secret } = await stepUp(house.desk, session, house.freshCode(uri));
    await viewSession(house.desk, secret);
    return [session];
  },
  'rotated twice': async (house, { session, uri }) => {
    const { secret } = await stepUp(house.desk, session, house.freshCode(uri));
    await stepUp(house.desk, secret, house.freshCode(uri));
    return [session, secret];
  },
  'made whole': async (house, { login, uri }) => {
    const { secret } = await signIn(house.desk, { login, password: PASSWORD });
    await proveSecondFactor(house.desk, secret, { kind: 'totp', code: house.freshCode(uri) });
    return [secret];
  },
  revoked: async (house, member) => {
    const other = await house.signedIn(member);
    const principal = await viewSession(house.desk, member.session);
    for (const { id, isThis } of await listSessions(house.desk, principal)) {
      if (!isThis) await revokeSession(house.desk, principal, id);
    }
    return [other];
  },
  idle: (house, { session }) => {
    house.pass(15);
    return Promise.resolve([session]);
  },
  'older than eight hours': async (house, { session }) => {
    for (let look = 0; look < 40; look += 1) {
      house.pass(12);
      await viewSession(house.desk, session).catch(() => undefined);
    }
    return [session];
  },
  'never proved': async (house, { login }) => {
    const { secret } = await signIn(house.desk, { login, password: PASSWORD });
    house.pass(15);
    return [secret];
  },
  'of an old authenticator': async (house, member) => {
    const other = await house.signedIn(member);
    const { secret } = await stepUp(house.desk, member.session, house.freshCode(member.uri));
    const { uri, ticket } = await beginEnrolTotp(house.desk, secret);
    await confirmEnrolTotp(house.desk, secret, { ticket, code: house.freshCode(uri) });
    return [member.session, other, secret];
  },
  'a revoked token': async (house, { session }) => {
    const viewer = await house.viewer({ session });
    const given = { name: 'intake', scopes: ['request.open'], days: 1 };
    const { token, description } = await createToken(house.desk, viewer, given);
    await revokeToken(house.desk, viewer, description.id);
    return [token];
  },
};

describe('a secret that was spent', () => {
  it.each(Object.keys(ENDS))('opens nothing: one that is %s', async (name) => {
    const house = new StaffHouse();
    const member = await house.officer();
    for (const secret of await ENDS[name]!(house, member)) await expectNothing(house, member, secret);
  });

  it('opens nothing, whatever text stands for it', async () => {
    const house = new StaffHouse();
    const member = await house.officer();
    const near = fc.nat({ max: 42 }).map((at) => {
      const text = member.session.reveal();
      return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), near, fc.constant(house.crypto.sha256Hex(member.session.reveal()))),
        async (text) => {
          await expectNothing(house, member, hidden(text));
        },
      ),
    );
    await expect(viewSession(house.desk, member.session)).resolves.toBeDefined();
  });
});
