import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { ServiceError } from '../../src/client/service-client.js';
import { Browser } from './browser.js';
import { OidcHouse, VERA } from './oidc-house.js';

let house: OidcHouse;
beforeAll(async () => {
  house = await OidcHouse.start();
}, 120_000);
afterAll(() => house.stop());

interface Viewer {
  readonly id: string;
  readonly permissions: readonly string[];
  readonly controllers: readonly string[];
}

const OFFICER = { permissions: expect.arrayContaining(['request.release', 'staff.manage']) };

const viewerOf = async (browser: Browser, controller = 'club'): Promise<Viewer> =>
  (await house.client(browser, controller).run('viewer')).viewer;

const statusOf = async (browser: Browser, controller = 'club'): Promise<number> =>
  (await house.client(browser, controller).send('/graphql', { method: 'POST', body: '{"query":"{ viewer { id } }"}' })).status;

describe('a sign-in through a provider', () => {
  it('gives a whole session with the roles of its claims, and ends at a fixed page', async () => {
    const { url, browser } = await house.signIn(VERA);
    expect(url).toBe(`${house.url}/console/`);
    expect(await viewerOf(browser)).toMatchObject({ ...OFFICER, controllers: ['club'] });
  });

  it('asks for a code with PKCE, state and nonce, and keeps what proves it out of every address', async () => {
    const { browser } = await house.signIn(VERA);
    const [asked] = browser.visited.filter((url) => url.startsWith(`${house.provider.issuer}/auth?`));
    const query = new URL(asked ?? '').searchParams;
    const { code_challenge: challenge, state, nonce, ...rest } = Object.fromEntries(query);
    expect(rest).toEqual({
      client_id: 'habeas',
      redirect_uri: `${house.url}/session/oidc/callback`,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge_method: 'S256',
      max_age: '28800',
    });
    expect([challenge, state, nonce].map((text) => text?.length)).toEqual([43, 43, 43]);
  });

  it('gives the session’s cookie as strict as that of local accounts, and takes its own away', async () => {
    const browser = new Browser();
    const begun = await browser.step(`${house.url}/session/oidc`, { from: house.url });
    const flow = begun.headers.getSetCookie().join();
    expect(flow).toMatch(/^__Host-oidc=[^;]+; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/u);
    expect(flow.length).toBeLessThan(2_000);
    house.provider.person = VERA;
    const { response } = await browser.go(begun.headers.get('location') ?? '', { from: house.url });
    expect(response.status).toBe(200);
    expect(browser.cookies(house.url)).toMatch(/^__Host-sid=[\w-]{43}$/u);
    expect(browser.cookies(house.url, true)).toBe('');
  });

  it('knows the person again by issuer and subject, whatever their name and address are', async () => {
    const first = await viewerOf((await house.signIn(VERA)).browser);
    const renamed = { ...VERA, claims: { ...VERA.claims, name: 'Vera B.', email: 'else@example.org' } };
    const again = await house.signIn(renamed);
    expect((await viewerOf(again.browser)).id).toBe(first.id);
    const { staff } = await house.client(again.browser).run('staff');
    expect(staff).toContainEqual(expect.objectContaining({ id: first.id, displayName: 'Vera B.' }));
    expect((await viewerOf((await house.signIn({ ...VERA, sub: 'somebody-else' })).browser)).id).not.toBe(first.id);
  });

  it('takes two factors for shown by any of what the settings name', async () => {
    const { amr: _amr, ...vera } = VERA;
    const { url } = await house.signIn({ ...vera, sub: 'by-acr', acr: 'urn:example:two-factors' });
    expect(url).toBe(`${house.url}/console/`);
  });

  it('asks for the second factor of the service where the provider shows none', async () => {
    const half = { ...VERA, sub: 'half-sub', amr: ['pwd'] };
    const first = await house.signIn(half);
    expect(first.url).toBe(`${house.url}/console/#enrolment`);
    await expect(viewerOf(first.browser)).rejects.toThrow(ServiceError);
    const client = house.client(first.browser);
    const { uri, ticket } = await client.session<{ uri: string; ticket: string }>('/totp');
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const code = (steps: number): string => generateSync({ secret, epoch: Date.now() / 1_000 + steps * 30 });
    await client.session('/totp/confirm', { ticket, code: code(0) });
    expect((await client.run('viewer')).viewer).toMatchObject(OFFICER);

    const second = await house.signIn(half);
    expect(second.url).toBe(`${house.url}/console/#second-factor`);
    const other = house.client(second.browser);
    await other.session('/second-factor', { kind: 'totp', code: code(1) });
    expect((await other.run('viewer')).viewer).toMatchObject(OFFICER);
  });

  it('gives nothing in a controller that no rule names', async () => {
    const { browser } = await house.signIn(VERA);
    expect(await statusOf(browser, 'hostel')).toBe(404);
    expect(await statusOf(browser, 'nowhere')).toBe(404);
    const both = { ...VERA, sub: 'both', claims: { ...VERA.claims, access: { hostel: { roles: ['desk'] } } } };
    const { browser: other } = await house.signIn(both);
    const { permissions, controllers } = await viewerOf(other, 'hostel');
    expect([controllers, permissions.includes('request.open'), permissions.includes('request.release')]).toEqual([
      ['club', 'hostel'],
      true,
      false,
    ]);
  });

  it('takes roles anew each time: open sessions lose what was taken away at the provider', async () => {
    const sub = 'changing';
    const { browser } = await house.signIn({ ...VERA, sub });
    expect(await viewerOf(browser)).toMatchObject(OFFICER);
    await house.signIn({ ...VERA, sub, claims: { groups: ['club-auditors'] } });
    expect(await viewerOf(browser)).toMatchObject({ permissions: ['audit.read', 'evidence.export', 'figures.read'] });
    const refused = await house.signIn({ ...VERA, sub, claims: { groups: [] } });
    expect(refused.status).toBe(401);
    expect(await statusOf(browser)).toBe(401);
  });

  it('refuses who has no role, in one page, with an entry in the trail and without an account', async () => {
    const count = (): Promise<number> => house.house.started.service.store.transact(({ staff }) => staff.count());
    const before = await count();
    const nobody = { ...VERA, sub: 'no-role', claims: { name: 'N', groups: ['everybody'], email: 'club-officers' } };
    const { status, text, response, browser } = await house.signIn(nobody);
    expect([status, response.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(text).toContain('<h1>You have no role in this service.</h1>');
    expect(browser.cookies(house.url)).not.toContain('__Host-sid');
    expect(await count()).toBe(before);
    expect((await house.trail()).at(-1)).toBe('session.begin refused role');
  });

  it('leaves local accounts as they are, and gives those of the provider no password', async () => {
    const { browser } = await house.signIn(VERA);
    const client = house.client(browser);
    const { id } = await viewerOf(browser);
    const { staff } = await client.run('staff');
    const own = staff.find((each) => each.id === id);
    expect(own).toMatchObject({ hasPassword: false });
    await expect(house.client(new Browser()).session('', { login: own?.login, password: 'x' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });
});

describe('the log', () => {
  it('holds nothing of anybody, and no address with a query', () => {
    const text = house.house.log.join('\n');
    for (const word of ['vera', 'Vera', 'example.org', 'no-role', '?', 'code=', 'eyJ']) expect(text).not.toContain(word);
    expect(house.house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
