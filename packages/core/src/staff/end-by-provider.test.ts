import type { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { hidden, StaffHouse } from '../testing/staff-house.js';
import { ISSUER, vouched } from '../testing/vouched-person.js';
import { endByProvider, type ProviderLogout } from './end-by-provider.js';
import { signInByProvider } from './sign-in-by-provider.js';
import { viewSession } from './view-session.js';

const VERA = hidden('248289761001');
const OTHER = hidden('other');

/** Two sessions of Vera's from two sessions at the provider, and one of somebody else. */
class Evening {
  readonly house = new StaffHouse();
  readonly sessions = new Map<string, Secret<string>>();
  #tokens = 0;

  static async begun(): Promise<Evening> {
    const evening = new Evening();
    const { house, sessions } = evening;
    const add = async (name: string, subject: Secret<string>): Promise<void> => {
      const { secret } = await signInByProvider(house.desk, vouched(house, { subject, session: hidden(name) }));
      sessions.set(name, secret);
    };
    await add('desk', VERA);
    await add('phone', VERA);
    await add('other', OTHER);
    return evening;
  }

  end(logout: Partial<ProviderLogout>): Promise<number> {
    this.#tokens += 1;
    return endByProvider(this.house.desk, { issuer: ISSUER, tokenId: hidden(`token ${String(this.#tokens)}`), ...logout });
  }

  async left(): Promise<readonly string[]> {
    const names: string[] = [];
    for (const [name, secret] of this.sessions) {
      const isLeft = await viewSession(this.house.desk, secret).then(() => true, () => false); // prettier-ignore
      if (isLeft) names.push(name);
    }
    return names;
  }
}

describe('what an identity provider ends', () => {
  it.each([
    ['a person', { subject: VERA }, 2, ['other']],
    ['a session of a person', { subject: VERA, session: hidden('phone') }, 1, ['desk', 'other']],
    ['a session, whoever has it', { session: hidden('desk') }, 1, ['phone', 'other']],
    ['a session that is another person’s', { subject: OTHER, session: hidden('desk') }, 0, ['desk', 'phone', 'other']],
    ['a session that nothing came from', { session: hidden('none') }, 0, ['desk', 'phone', 'other']],
    ['nobody and no session', {}, 0, ['desk', 'phone', 'other']],
    ['a person who never came', { subject: hidden('none') }, 0, ['desk', 'phone', 'other']],
    ['a person of another issuer', { issuer: 'https://else.example.test', subject: VERA }, 0, ['desk', 'phone', 'other']],
    [
      'a session of another issuer',
      { issuer: 'https://else.example.test', session: hidden('desk') },
      0,
      ['desk', 'phone', 'other'],
    ],
  ] as const)('is over: %s', async (_what, logout, ended, left) => {
    const evening = await Evening.begun();
    expect(await evening.end(logout)).toBe(ended);
    expect(await evening.left()).toEqual(left);
  });

  it('leaves sessions that no provider’s session stands behind, unless the whole person is meant', async () => {
    const house = new StaffHouse();
    const { session: _none, ...identity } = vouched(house);
    const { secret } = await signInByProvider(house.desk, identity);
    const logout = { issuer: ISSUER, subject: VERA };
    await endByProvider(house.desk, { ...logout, session: hidden('desk'), tokenId: hidden('1') });
    await expect(viewSession(house.desk, secret)).resolves.toBeDefined();
    await endByProvider(house.desk, { ...logout, tokenId: hidden('2') });
    await expect(viewSession(house.desk, secret)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is in the trail, without a name', async () => {
    const evening = await Evening.begun();
    await evening.end({ subject: VERA });
    const actor = { kind: 'system', id: 'identity-provider' };
    expect((await evening.house.entries()).at(-1)).toMatchObject({ action: 'session.end', actor, details: { sessions: 2 } });
  });

  it('is said once: the same token is refused afterwards, and another issuer’s is another one', async () => {
    const evening = await Evening.begun();
    const tokenId = hidden('again');
    await evening.end({ session: hidden('none'), tokenId });
    await expect(evening.end({ subject: VERA, tokenId })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await evening.left()).toHaveLength(3);
    expect(await evening.end({ issuer: 'https://else.example.test', subject: VERA, tokenId })).toBe(0);
  });
});
