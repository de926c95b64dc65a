import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from '../oidc/browser.js';
import { goodClaims } from '../oidc/crooked-provider.js';
import { instead } from '../small-house.js';
import { workedOut } from '../subject-browser.js';
import { accountOf, type Shown, shownBy, SignInHouse } from './sign-in-house.js';

type Fields = Readonly<Record<string, string>>;

let house: SignInHouse;
beforeAll(async () => {
  house = await SignInHouse.start();
}, 120_000);
afterAll(() => house.stop());
beforeEach(() => {
  house.provider.next = {};
});

const home = (): string => `${house.url}/ask/hostel`;

let people = 0;
const somebody = (): string => `asking.${String((people += 1))}@example.org`;

/** Signs in before anything is asked for. */
async function signedIn(claims: ReturnType<typeof accountOf>, browser = new Browser(), language = 'en'): Promise<Shown> {
  return house.finishAs(browser, await house.beginToAsk(browser, language), claims);
}

const sealedIn = ({ html }: Shown): string => /name="account" value="([^"]+)"/u.exec(html)?.[1] ?? '';

/** Sends the form that somebody has before them. */
function sends(browser: Browser, form: Shown, fields: Fields = {}): Promise<Shown> {
  const plain = { rights: 'access', format: 'csv', language: 'en', account: sealedIn(form) };
  const body = new URLSearchParams({ ...workedOut({ ...form, title: '' }), ...plain, ...fields });
  return house.send(browser, home(), { method: 'POST', body });
}

const idIn = ({ html }: Shown): string => /\/requests\/([\w%]+)/u.exec(html)?.[1] ?? '';

describe('somebody who signs in before they ask (IDV-02, OUT-08)', () => {
  it('is shown a form in which they type nothing of who they are, and answered with nobody touching it', async () => {
    const email = house.guest();
    const page = await house.send(new Browser(), home());
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${house.provider.issuer};`);
    expect(page.html).toContain('action="/ask/hostel/sign-in?language=en"');
    const browser = new Browser();
    const form = await signedIn(accountOf(email), browser);
    expect([form.status, form.page, form.html.includes(email)]).toEqual([200, 'ask', true]);
    expect(form.html).not.toContain('name="email"');
    const asked = await sends(browser, form);
    expect([asked.status, asked.page]).toEqual([200, 'asked']);
    expect(asked.html).toContain('We know that it is you.');
    await house.until({ id: idIn(asked) }, 'released');
    const { request } = await house.officer.client.run('requestProof', { id: idIn(asked), language: 'en' });
    expect(request?.proof).toMatchObject({ reached: 'L2', brought: [{ kind: 'fresh_account', issuer: house.provider.issuer }] });
    expect((await house.send(browser, house.path({ id: idIn(asked) }))).page).toBe('follow');
  });

  it('is told in the language in which they began, and has what they typed kept where something is wrong', async () => {
    const browser = new Browser();
    const form = await signedIn(accountOf(somebody()), browser, 'fr');
    expect(form.html).toContain('<html lang="fr"');
    const again = await sends(browser, form, { message: 'x'.repeat(5_001) });
    expect([again.status, again.page, sealedIn(again)]).toEqual([422, 'ask', sealedIn(form)]);
    const quick = await sends(browser, again, { answer: '' });
    expect([quick.status, sealedIn(quick)]).toEqual([429, sealedIn(form)]);
    expect((await sends(browser, quick, { message: 'Please be quick.' })).page).toBe('asked');
  });

  it('is shown the form where signing in is only looked at', async () => {
    const response = await new Browser().step(`${home()}/sign-in`, { from: house.url });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/ask/hostel?language=en']);
  });
});

describe('a form with an account that is not taken', () => {
  it.each<[string, Fields]>([
    ['another address in it', { email: 'bob@example.org' }],
    ['another number in it', { customerNumber: '4711' }],
    ['somebody else for whom it asks', { requester: 'heir' }],
  ])('is one with %s', async (_what, fields) => {
    const browser = new Browser();
    const shown = await sends(browser, await signedIn(accountOf(somebody()), browser), fields);
    expect([shown.status, shown.page, sealedIn(shown)]).toEqual([403, 'ask', '']);
    expect(shown.html).toContain('Your sign-in is over');
  });

  it.each<[string, (sealed: string) => string]>([
    ['was changed', (sealed) => `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'BB' : 'AA'}`],
    ['was made up', () => '{"identifiers":[]}'],
  ])('is one whose account %s', async (_what, change) => {
    const browser = new Browser();
    const form = await signedIn(accountOf(somebody()), browser);
    expect((await sends(browser, form, { account: change(sealedIn(form)) })).status).toBe(403);
  });

  it('is one in another browser, of another controller, or after ten minutes', async () => {
    const browser = new Browser();
    const form = await signedIn(accountOf(somebody()), browser);
    expect((await sends(new Browser(), form)).status).toBe(403);
    const other = new Browser();
    await signedIn(accountOf(somebody()), other);
    expect((await sends(other, form)).status).toBe(403);
    const body = new URLSearchParams({ ...workedOut({ ...form, title: '' }), account: sealedIn(form), rights: 'access' });
    expect((await house.send(browser, `${house.url}/ask/club`, { method: 'POST', body })).page).not.toBe('asked');
    const late = new Date(Date.now() + 10 * 60_000);
    const restore = instead(house.house.started.service.desk.clock, 'now', () => late);
    expect((await sends(browser, form).finally(restore)).status).toBe(403);
    expect((await sends(browser, form)).page).toBe('asked');
  });

  it('is one that was sent before, with whatever copy of the cookie', async () => {
    const browser = new Browser();
    const form = await signedIn(accountOf(somebody()), browser);
    const cookie = browser.cookies(house.url);
    expect((await sends(browser, form)).page).toBe('asked');
    expect((await sends(browser, form)).status).toBe(403);
    const fresh = workedOut({ ...(await house.send(new Browser(), home())), title: '' });
    const body = new URLSearchParams({ ...fresh, account: sealedIn(form), rights: 'access' });
    const again = await fetch(home(), { method: 'POST', body, headers: { cookie } });
    expect(again.status).toBe(403);
    const changed = new URLSearchParams({ ...workedOut({ ...form, title: '' }), account: sealedIn(form), message: 'More.' });
    expect((await fetch(home(), { method: 'POST', body: changed, headers: { cookie } })).status).toBe(422);
  });
});

describe('a sign-in before anything is asked for that comes to nothing', () => {
  it.each<[string, ReturnType<typeof accountOf>, number, string]>([
    ['tells of nothing to search with', { sub: 'x' }, 403, 'does not tell us anything'],
    ['has an address that nobody has verified', accountOf('ann@example.org', { email_verified: false }), 403, 'does not tell us'],
    ['has an address that is none', accountOf('ann'), 403, 'does not tell us anything'],
    ['is for another sign-in', { ...accountOf('ann@example.org'), nonce: 'another' }, 502, 'could not check'],
    ['was long ago', { ...accountOf('ann@example.org'), auth_time: 1_700_000_000 }, 502, 'could not check'],
  ])('is one that %s', async (_what, claims, status, words) => {
    const shown = await signedIn(claims);
    expect([shown.status, shown.page, shown.html.includes(words)]).toEqual([status, 'sign-in', true]);
    expect(shown.html).toContain('action="/ask/hostel/sign-in?language=en"');
  });

  it('is one that was used, or is of another browser', async () => {
    const browser = new Browser();
    const begun = await house.beginToAsk(browser);
    const copy = browser.cookies(house.url);
    const claims = accountOf(somebody());
    expect((await house.finishAs(new Browser(), begun, claims)).status).toBe(400);
    expect((await house.finishAs(browser, begun, claims)).page).toBe('ask');
    const query = new URLSearchParams({ code: 'a code', state: begun.state, iss: house.provider.issuer });
    const again = await fetch(`${home()}/signed-in?${query.toString()}`, { headers: { cookie: copy } });
    expect([again.status, (await again.text()).includes('name="account"')]).toEqual([400, false]);
  });

  it('is one too many in an hour from one network, as is the form; the two are counted apart (R55)', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', 'accept-language': 'en' };
    const signsIn = async (): Promise<Shown & { readonly cookie: string }> => {
      const browser = new Browser();
      const begun = await house.beginToAsk(browser);
      house.provider.next = { claims: goodClaims(house.provider.issuer, begun.nonce, accountOf(somebody())) };
      const query = new URLSearchParams({ code: 'a code', state: begun.state, iss: house.provider.issuer });
      const init = { headers: { ...headers, cookie: browser.cookies(house.url) } };
      const response = await fetch(`${home()}/signed-in?${query.toString()}`, init);
      const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; '); // prettier-ignore
      return { ...(await shownBy(response)), cookie };
    };
    const asks = async (form: Awaited<ReturnType<typeof signsIn>>): Promise<number> => {
      const body = new URLSearchParams({ ...workedOut({ ...form, title: '' }), account: sealedIn(form), rights: 'access' });
      return (await fetch(home(), { method: 'POST', body, headers: { ...headers, cookie: form.cookie } })).status;
    };
    const [first, second, third] = [await signsIn(), await signsIn(), await signsIn()];
    expect([first.status, second.status, third.status, third.page]).toEqual([200, 200, 429, 'sign-in']);
    expect([await asks(first), await asks(second)]).toEqual([200, 200]);
  });

  it('tells no fault of ours as one of the provider', async () => {
    const restore = instead(house.house.started.service.desk.delivery.crypto, 'seal', () =>
      Promise.reject(new TypeError('broken')),
    );
    const response = (await house.beginToAsk(new Browser()).finally(restore)).response;
    expect(response.status).toBe(500);
  });
});
