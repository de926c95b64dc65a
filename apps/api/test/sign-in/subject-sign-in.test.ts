import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instead } from '../small-house.js';
import { Browser } from '../oidc/browser.js';
import { goodClaims } from '../oidc/crooked-provider.js';
import { accountOf, type OwnAsk, SignInHouse } from './sign-in-house.js';

let house: SignInHouse;
beforeAll(async () => {
  house = await SignInHouse.start();
}, 120_000);
afterAll(() => house.stop());
beforeEach(() => {
  house.provider.next = {};
  house.provider.metadata = {};
});

const seconds = (): number => Math.floor(Date.now() / 1_000);
const iss = (): string => house.provider.issuer;

let people = 0;

/** Somebody about whom nothing is held, and their request. */
async function asked(email = `somebody.${String((people += 1))}@example.org`): Promise<{ email: string; own: OwnAsk }> {
  return { email, own: await house.ask({ email }) };
}

async function own(): Promise<OwnAsk> {
  return (await asked()).own;
}

describe('a subject who signs in at the provider of their controller (IDV-02, R56)', () => {
  it('has proved who they are: their answer goes out, and the trail says who vouched', async () => {
    const { email, own: mine } = await asked(house.guest());
    const page = await house.send(mine.browser, house.path(mine, '/prove'));
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${iss()};`);
    expect(page.html).toContain(`action="/ask/hostel/requests/${mine.id}/sign-in?language=en"`);
    const shown = await house.signIn(mine, accountOf(email));
    expect([shown.status, shown.page]).toEqual([200, 'done']);
    expect(shown.html).toContain(mine.reference);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    await house.until(mine, 'released');
    const { request } = await house.officer.client.run('requestProof', { id: mine.id, language: 'en' });
    expect(request?.proof).toMatchObject({ reached: 'L2', isEnough: true, brought: [{ kind: 'fresh_account', issuer: iss() }] });
    expect(await house.trail(mine)).toContain('request.attest done -');
  });

  it('is asked for a code with PKCE, and to sign in now, whoever is signed in there', async () => {
    const { asked: sent } = await house.begin(await own());
    expect(sent).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', prompt: 'login', max_age: '0', scope: 'openid email' },
      redirect_uri: `${house.url}/ask/hostel/signed-in`,
    });
    expect(sent['code_challenge']).toMatch(/^[\w-]{43}$/u);
  });

  it('is known by a customer number too, and answered where both are theirs', async () => {
    const { email, own: mine } = await asked();
    expect((await house.signIn(mine, accountOf(email, { customer_number: 4_711_000 }))).page).toBe('done');
  });

  it('is shown in the language in which they began', async () => {
    const { email, own: mine } = await asked();
    const { state, nonce } = await house.begin(mine, 'fr');
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf(email)) };
    const { html } = await house.comeBack(mine.browser, { code: 'a code', state, iss: iss() });
    expect(html).toContain('<html lang="fr"');
  });

  it('leaves nothing of what the provider said behind, in the trail or in the log', async () => {
    const { email, own: mine } = await asked();
    await house.signIn(mine, accountOf(email));
    expect(JSON.stringify(house.house.log)).not.toMatch(/an access token|sub of|@/u);
    expect(JSON.stringify(await house.trail(mine))).not.toMatch(/an access token|sub of|@/u);
  });
});

describe('an answer of the provider (security R27)', () => {
  it.each<[string, (email: string) => ReturnType<typeof accountOf>]>([
    ['for another client', () => ({ aud: 'another' })],
    ['for another sign-in', () => ({ nonce: 'another' })],
    ['without a nonce', () => ({ nonce: undefined })],
    ['of another issuer', () => ({ iss: 'https://else.example.test' })],
    ['that is over', () => ({ exp: seconds() - 60 })],
    ['that does not say when the person signed in', () => ({ auth_time: undefined })],
    ['whose person signed in a quarter of an hour ago', () => ({ auth_time: seconds() - 16 * 60 })],
  ])('proves nothing: one %s', async (_what, changes) => {
    const { email, own: mine } = await asked();
    const shown = await house.signIn(mine, { ...accountOf(email), ...changes(email) });
    expect([shown.status, shown.page, await house.state(mine)]).toEqual([502, 'sign-in', 'received']);
    expect(await house.lastSignIn(mine)).toBe('identity.signIn refused PROVIDER_ANSWER_REFUSED');
  });

  it.each(['none', 'strange'] as const)('proves nothing with a signature that is %s', async (signature) => {
    const { email, own: mine } = await asked();
    const shown = await house.signIn(mine, accountOf(email), {}, { signature });
    expect([shown.status, await house.state(mine)]).toEqual([502, 'received']);
  });

  it('proves nothing where the callback names another issuer, or none (RFC 9207)', async () => {
    const { email, own: mine } = await asked();
    expect((await house.signIn(mine, accountOf(email), { iss: 'https://else.example.test' })).status).toBe(502);
    const { state } = await house.begin(mine);
    expect((await house.comeBack(mine.browser, { code: 'a code', state })).status).toBe(502);
    expect(await house.state(mine)).toBe('received');
  });

  it('that the person cancelled says so, and leads to the other ways', async () => {
    const mine = await own();
    const { state } = await house.begin(mine);
    const query = { error: 'access_denied', error_description: 'ann@example.org', state, iss: iss() };
    const shown = await house.comeBack(mine.browser, query);
    expect([shown.status, shown.page]).toEqual([403, 'sign-in']);
    expect(shown.html).toContain(`/ask/hostel/requests/${mine.id}/prove`);
    expect(shown.html).not.toContain('ann@');
    expect(await house.lastSignIn(mine)).toBe('identity.signIn refused SIGN_IN_CANCELLED');
  });

  it('is the verifier’s only: the code is exchanged with what the challenge was made of', async () => {
    const { email, own: mine } = await asked();
    await house.signIn(mine, accountOf(email));
    expect(house.provider.exchanges.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43}$/u);
  });
});

describe('an account that does not fit', () => {
  it.each<[string, (email: string) => ReturnType<typeof accountOf>]>([
    ['is somebody else’s', () => accountOf('somebody.else@example.org')],
    ['has an address that nobody has verified', (email) => accountOf(email, { email_verified: false })],
    ['has the address in another claim', (email) => ({ ...accountOf('x@example.org'), preferred_username: email })],
  ])('is quietly not taken, and is in the trail: one that %s (R57)', async (_what, claims) => {
    const { email, own: mine } = await asked();
    const shown = await house.signIn(mine, claims(email));
    expect([shown.status, shown.page, await house.state(mine)]).toEqual([403, 'sign-in', 'received']);
    expect(await house.lastSignIn(mine)).toBe('identity.signIn refused strange');
    expect((await house.send(mine.browser, house.path(mine, '/prove'))).page).toBe('prove');
  });

  it('is looked at five times in an hour, and then none is (R55)', async () => {
    const { email, own: mine } = await asked();
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await house.signIn(mine, accountOf('else@example.org'))).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await house.signIn(mine, accountOf(email))).status).toBe(429);
    expect(await house.state(mine)).toBe('received');
  });
});

describe('a way through the provider', () => {
  it('counts once, with whatever copy of the cookie', async () => {
    const { email, own: mine } = await asked();
    const { state, nonce } = await house.begin(mine);
    const copy = mine.browser.cookies(house.url);
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf('else@example.org')) };
    const query = { code: 'a code', state, iss: iss() };
    expect((await house.comeBack(mine.browser, query)).status).toBe(403);
    expect((await house.comeBack(mine.browser, query)).status).toBe(400);
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf(email)) };
    const again = await fetch(`${house.url}/ask/hostel/signed-in?${new URLSearchParams(query).toString()}`, {
      headers: { cookie: copy },
    });
    expect([again.status, await house.state(mine)]).toEqual([400, 'received']);
  });

  it('is nothing in a browser that has not begun it, nor with another state, nor for another controller', async () => {
    const { email, own: mine } = await asked();
    const { state, nonce } = await house.begin(mine);
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf(email)) };
    const query = { code: 'a code', state, iss: iss() };
    const elsewhere = await house.comeBack(new Browser(), query);
    expect([elsewhere.status, elsewhere.page]).toEqual([400, 'sign-in']);
    expect(house.lastLine()).toMatchObject({ event: 'sign-in', code: 'SIGN_IN_NOT_VALID' });
    expect(elsewhere.html).not.toContain(mine.reference);
    expect((await house.comeBack(mine.browser, { ...query, state: 'another' })).status).toBe(400);
    expect((await house.comeBack(mine.browser, { code: 'a code', iss: iss() })).status).toBe(400);
    expect((await house.comeBack(mine.browser, query, 'club')).status).toBe(400);
    expect(await house.state(mine)).toBe('received');
    // None of it has spent the one that was begun
    expect((await house.comeBack(mine.browser, query)).page).toBe('done');
  });

  it.each<[string, (value: string) => string]>([
    ['changed', (value) => `${value.slice(0, -2)}${value.endsWith('A') ? 'BB' : 'AA'}`],
    ['made up', () => 'eyJzdGF0ZSI6IngifQ'],
    ['empty', () => ''],
  ])('is nothing with a cookie that was %s', async (_what, change) => {
    const mine = await own();
    const { state } = await house.begin(mine);
    mine.browser.change(house.url, '__Host-rq-oidc', change);
    expect((await house.comeBack(mine.browser, { code: 'a code', state, iss: iss() })).status).toBe(400);
  });

  it('is over after ten minutes', async () => {
    const { email, own: mine } = await asked();
    const { state, nonce } = await house.begin(mine);
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf(email)) };
    const late = new Date(Date.now() + 10 * 60_000);
    const restore = instead(house.house.started.service.desk.clock, 'now', () => late);
    const shown = await house.comeBack(mine.browser, { code: 'a code', state, iss: iss() }).finally(restore);
    expect([shown.status, await house.state(mine)]).toEqual([400, 'received']);
  });

  it('is begun by nobody who may not follow the request, and not where nothing waits for it', async () => {
    const { email, own: mine } = await asked();
    const stranger = await house.send(new Browser(), house.path(mine, '/sign-in'), { method: 'POST' });
    expect([stranger.page, stranger.html.includes(mine.reference)]).toEqual(['find', false]);
    expect((await house.signIn(mine, accountOf(email))).page).toBe('done');
    const after = await house.send(mine.browser, house.path(mine, '/sign-in'), { method: 'POST' });
    expect(after.page).toBe('follow');
  });

  it('leads back to the page it is begun on where it is only looked at', async () => {
    const mine = await own();
    const response = await mine.browser.step(house.path(mine, '/sign-in'), { from: house.url });
    expect([response.status, response.headers.get('location')]).toEqual([303, expect.stringContaining(`${mine.id}/prove`)]);
  });

  it('comes to nothing where its request was withdrawn meanwhile', async () => {
    const { email, own: mine } = await asked();
    const { state, nonce } = await house.begin(mine);
    await house.send(mine.browser, house.path(mine, '/withdraw'), { method: 'POST' });
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf(email)) };
    const shown = await house.comeBack(mine.browser, { code: 'a code', state, iss: iss() });
    expect([shown.status, shown.page, await house.state(mine)]).toEqual([400, 'sign-in', 'cancelled']);
  });

  it('is what is left where no code is owed, while an answer waits for its release', async () => {
    const { email, own: mine } = await asked();
    const code = await house.codeTo(email);
    await house.send(mine.browser, house.path(mine, '/prove'), { method: 'POST', body: new URLSearchParams({ code }) });
    await house.until(mine, 'awaiting_release');
    const page = await house.send(mine.browser, house.path(mine, '/prove'));
    expect([page.page, page.html.includes('name="code"'), page.html.includes('/sign-in?')]).toEqual(['prove', false, true]);
    expect((await house.signIn(mine, accountOf(email))).page).toBe('done');
    await house.until(mine, 'awaiting_release');
    expect((await house.send(mine.browser, house.path(mine, '/prove'))).page).toBe('follow');
  });

  it('tells no fault of ours as one of the provider, on the way back neither', async () => {
    const { email, own: mine } = await asked();
    const { state, nonce } = await house.begin(mine);
    house.provider.next = { claims: goodClaims(iss(), nonce, accountOf(email)) };
    const restore = instead(house.house.started.service.desk.vault, 'open', () => Promise.reject(new TypeError('broken')));
    const shown = await house.comeBack(mine.browser, { code: 'a code', state, iss: iss() }).finally(restore);
    expect([shown.status, shown.page]).toEqual([500, 'fault']);
    expect((await house.trail(mine)).filter((each) => each.startsWith('identity.signIn'))).toEqual([]);
  });

  it('tells no fault of ours as one of the provider', async () => {
    const mine = await own();
    const restore = instead(house.house.started.service.desk.delivery.crypto, 'seal', () =>
      Promise.reject(new TypeError('broken')),
    );
    const shown = await house.send(mine.browser, house.path(mine, '/sign-in'), { method: 'POST' }).finally(restore);
    expect([shown.status, shown.page]).toEqual([500, 'fault']);
  });
});
