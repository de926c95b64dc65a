import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Officer } from '../../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { member } from '../people.js';
import { Browser } from './browser.js';
import { CrookedHouse } from './crooked-house.js';
import { logoutClaims } from './crooked-provider.js';
import { CLIENT, IdentityProvider } from './identity-provider.js';
import { oidcSettings, VERA } from './oidc-house.js';

describe('a service whose provider is away', () => {
  let provider: IdentityProvider;
  let house: ServiceHouse;
  let officer: Officer;
  beforeAll(async () => {
    provider = await IdentityProvider.listen();
    house = await serviceHouse(oidcSettings(provider.issuer));
  }, 120_000);
  afterAll(async () => {
    await house.stop();
    await provider.stop();
  });

  const begin = (accept: string): Promise<Response> =>
    fetch(`${house.url}/session/oidc`, { headers: { accept }, redirect: 'manual' });

  it('starts, lets local accounts in, and says of the others why not', async () => {
    officer = await officerOf(house);
    await expect(officer.client.run('viewer')).resolves.toBeDefined();
    const answer = await begin('application/json');
    expect([answer.status, await answer.json()]).toMatchObject([503, { error: { code: 'PROVIDER_UNAVAILABLE' } }]);
    const page = await begin('text/html,*/*;q=0.8');
    expect([page.status, await page.text()]).toEqual([
      503,
      expect.stringContaining('<h1>The identity provider does not answer.</h1>'),
    ]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(JSON.parse(house.log.at(-1) ?? '')).toMatchObject({ event: 'oidc', reason: 'OAUTH_RESPONSE_IS_NOT_CONFORM' });
  });

  it('lets everybody out all the same', async () => {
    const { client } = await member(house, officer, 'club', 'auditor');
    expect(await client.session('/oidc/sign-out')).toEqual({ continueAt: null });
    expect(JSON.parse(house.log.at(-1) ?? '')).toMatchObject({ event: 'oidc', code: 'PROVIDER_UNAVAILABLE' });
    expect((await client.send('/graphql', { method: 'POST', body: '{}' })).status).toBe(401);
  });

  it('takes its provider up as soon as it is there, without being started again', async () => {
    await provider.open(house.url);
    provider.person = VERA;
    const browser = new Browser();
    const { url } = await browser.go(`${house.url}/session/oidc`, { from: house.url });
    expect(url).toBe(`${house.url}/console/`);
  });

  it('does not take a logout token for wrong because it cannot be checked', async () => {
    const away = await CrookedHouse.start();
    const token = await away.provider.sign(logoutClaims(away.provider.issuer));
    await away.provider.stop();
    const body = new URLSearchParams({ logout_token: token });
    expect((await fetch(`${away.url}/session/oidc/backchannel`, { method: 'POST', body })).status).toBe(503);
    expect(away.lastLine()).toMatchObject({ reason: 'network' });
    await away.house.stop();
  }, 60_000);
});

describe('what a provider says of itself', () => {
  it.each<[string, object, string]>([
    ['another issuer', { issuer: 'http://127.0.0.1:1' }, 'PROVIDER_ANSWER_REFUSED'],
    ['no keys', { jwks_uri: undefined }, 'PROVIDER_ANSWER_REFUSED'],
  ])(
    'is refused where it names %s',
    async (_what, metadata, code) => {
      const house = await CrookedHouse.start();
      house.provider.metadata = metadata as Record<string, unknown>;
      const answer = await fetch(`${house.url}/session/oidc`, { headers: { accept: 'application/json' }, redirect: 'manual' });
      expect([answer.status, await answer.json()]).toMatchObject([502, { error: { code } }]);
      await house.stop();
    },
    60_000,
  );
});

describe('a sign-out', () => {
  it('is one here where the provider has no place for it', async () => {
    const house = await CrookedHouse.start();
    expect(await house.signIn()).toMatchObject({ status: 303 });
    const client = house.client();
    expect(await client.session('/oidc/sign-out')).toEqual({ continueAt: null });
    expect((await client.send('/graphql', { method: 'POST', body: '{}' })).status).toBe(401);
    await house.stop();
  }, 60_000);
});

describe('the settings', () => {
  it('say how the secret is sent, and which ways of signing in are asked for', async () => {
    const house = await CrookedHouse.start('  clientAuthentication: post\n  acrValues: [strong, weak]\n');
    const begun = await house.browser.step(`${house.url}/session/oidc`, { from: house.url });
    expect(new URL(begun.headers.get('location') ?? '').searchParams.get('acr_values')).toBe('strong weak');
    expect(await house.signIn()).toMatchObject({ status: 303 });
    expect(house.provider.exchanges.at(-1)?.get('client_secret')).toBe(CLIENT.secret);
    await house.stop();
  }, 60_000);
});

describe('the userinfo endpoint', () => {
  it('is asked where the settings say so, for what the id token lacks and for nothing else', async () => {
    const house = await CrookedHouse.start('  userinfo: true\n');
    expect(await house.signIn({ groups: undefined, name: 'Vera' })).toMatchObject({ status: 303 });
    const { staff } = await house.client().run('staff');
    expect(staff).toMatchObject([{ displayName: 'Vera', roles: ['dpo'] }]);
    // It speaks of another person
    house.renew();
    expect(await house.signIn({ groups: undefined, sub: 'else' })).toEqual({ status: 502, code: 'PROVIDER_ANSWER_REFUSED' });
    await house.stop();
  }, 60_000);
});
