import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from './browser.js';
import { OidcHouse, VERA } from './oidc-house.js';

let house: OidcHouse;
beforeAll(async () => {
  house = await OidcHouse.start();
}, 120_000);
afterAll(() => house.stop());

const isIn = (browser: Browser): Promise<boolean> =>
  house.client(browser).run('viewer').then(() => true, () => false); // prettier-ignore

const signOut = (browser: Browser): Promise<{ continueAt: string | null }> =>
  house.client(browser).session<{ continueAt: string | null }>('/oidc/sign-out');

describe('a sign-out', () => {
  it('ends the session here, then the one at the provider, which ends the others that came from it', async () => {
    const { browser } = await house.signIn(VERA);
    const other = await house.signIn({ ...VERA, sub: 'other' });
    const before = house.client(browser);
    const { continueAt } = await signOut(browser);
    await expect(before.run('viewer')).rejects.toMatchObject({ status: 401 });
    const url = new URL(continueAt ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'habeas',
      post_logout_redirect_uri: `${house.url}/`,
    });
    const asked = await browser.go(url.href, { from: house.url });
    const secret = /name="xsrf" value="(\w+)"/u.exec(asked.text)?.[1] ?? '';
    const action = /action="([^"]+)"/u.exec(asked.text)?.[1] ?? '';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: `xsrf=${secret}&logout=yes` };
    const left = await browser.go(action, { from: house.provider.issuer, init });
    expect(left.url).toBe(`${house.url}/console/`);
    expect(await isIn(other.browser)).toBe(true);
  });

  it('is made by the service’s own page only', async () => {
    const { browser } = await house.signIn(VERA);
    const send = (headers: Record<string, string>): Promise<Response> =>
      house.client(browser).send('/session/oidc/sign-out', { method: 'POST', headers });
    expect((await send({ origin: 'https://evil.test' })).status).toBe(401);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect(await isIn(browser)).toBe(true);
    expect((await send({ cookie: '' })).status).toBe(401);
  });
});

describe('a logout of the provider', () => {
  it('ends at once every session that came from the one it ends, also after a step-up, and no other', async () => {
    const desk = await house.signIn(VERA);
    const phone = await house.signIn(VERA);
    await house.through('/session/oidc/step-up', VERA, desk.browser);
    const [first, second, third] = house.provider.sessions.slice(-3);
    expect([first === second, first === third]).toEqual([false, true]);
    await house.provider.logOut(VERA.sub, third ?? '');
    expect([await isIn(desk.browser), await isIn(phone.browser)]).toEqual([false, true]);
    expect((await house.trail()).at(-1)).toBe('session.end done -');
  });
});
