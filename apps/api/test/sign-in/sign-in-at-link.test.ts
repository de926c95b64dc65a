import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DownloadLink } from '@habeas/core';
import { Browser } from '../oidc/browser.js';
import { instead } from '../small-house.js';
import { accountOf, type OwnAsk, type OwnLink, shownBy, SignInHouse } from './sign-in-house.js';

type Answered = OwnAsk & OwnLink & { readonly email: string };

let house: SignInHouse;
let mine: Answered;
beforeAll(async () => {
  house = await SignInHouse.start();
  mine = await house.answered();
}, 180_000);
afterAll(() => house.stop());
beforeEach(async () => {
  house.provider.next = {};
  await changeLink((link) => ({ ...rested(link), failures: 0, isRevoked: false }));
});

function rested({ waitUntil: _over, ...link }: DownloadLink): DownloadLink {
  return link;
}

async function changeLink(change: (link: DownloadLink) => DownloadLink): Promise<void> {
  await house.house.started.service.store.transact(async ({ deliveries }) => {
    const delivery = await deliveries.lock('hostel', mine.id);
    if (delivery?.link !== undefined) await deliveries.change({ ...delivery, link: change(delivery.link) });
  });
}

async function failures(): Promise<number | undefined> {
  const { store } = house.house.started.service;
  return (await store.transact(({ deliveries }) => deliveries.get('hostel', mine.id)))?.link?.failures;
}

const archive = (browser: Browser): Promise<Response> => browser.step(`${mine.path}/archive`, { from: house.url });

describe('the page of a link, where the controller has a provider (DEL-01, R52)', () => {
  it('leads there by a button of its form, and may', async () => {
    const page = await house.send(new Browser(), mine.path);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${house.provider.issuer};`);
    expect(page.html).toContain(`formaction="${new URL(mine.path).pathname}/sign-in?language=en"`);
  });

  it('lets in who has shown the secret and signs in, whose secret stands in no address, and the trail says by what', async () => {
    const browser = new Browser();
    const begun = await house.beginAt(mine, browser);
    expect(begun.response.status).toBe(303);
    expect(begun.asked).toMatchObject({ prompt: 'login', max_age: '0' });
    const headers = JSON.stringify([...begun.response.headers]);
    expect([headers.includes(mine.secret), browser.visited.some((url) => url.includes(mine.secret))]).toEqual([false, false]);
    expect((await archive(browser)).status).toBe(410);
    const shown = await house.finishAs(browser, begun, accountOf(mine.email));
    expect([shown.status, shown.page]).toEqual([200, 'download']);
    const response = await archive(browser);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    await response.arrayBuffer();
    const { items } = await house.house.started.service.store.transact(({ audit }) =>
      audit.page('hostel', { object: { type: 'request', id: mine.id } }, { first: 20 }),
    );
    expect(items.find(({ item }) => item.action === 'delivery.open')?.item.details).toMatchObject({
      by: 'account',
      account: house.provider.issuer,
    });
  });

  it('has the report read behind the same door, in the language in which it was begun', async () => {
    const browser = new Browser();
    const shown = await house.finishAs(browser, await house.beginAt(mine, browser, 'fr'), accountOf(mine.email));
    expect(shown.html).toContain('<html lang="fr"');
    const report = await browser.step(`${mine.path}/report?language=fr`, { from: house.url });
    expect([report.status, report.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await report.arrayBuffer();
  });

  it('is come back to where its sign-in is only looked at', async () => {
    const response = await new Browser().step(`${mine.path}/sign-in`, { from: house.url });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${new URL(mine.path).pathname}?language=en`]);
  });
});

describe('what opens no link by signing in', () => {
  it('is an account of somebody else: quietly, without a word of the request, and counted as a wrong code', async () => {
    const browser = new Browser();
    const shown = await house.finishAs(browser, await house.beginAt(mine, browser), accountOf('somebody.else@example.org'));
    expect([shown.status, shown.page, await failures()]).toEqual([403, 'sign-in', 1]);
    expect(shown.html).not.toContain(mine.reference);
    expect((await archive(browser)).status).toBe(410);
    expect(await house.lastSignIn(mine)).toBe('identity.signIn refused strange');
  });

  it('is a secret that is wrong, and a link that is unknown, revoked or over: all alike', async () => {
    const gone = async (link: OwnLink): Promise<string> => {
      const { response } = await house.beginAt(link, new Browser());
      const { html, status } = await shownBy(response);
      expect([status, response.headers.getSetCookie()]).toEqual([410, []]);
      return html;
    };
    const pages = [await gone({ ...mine, secret: 'A'.repeat(43) }), await gone({ ...mine, path: `${mine.path}x` })];
    await changeLink((link) => ({ ...link, isRevoked: true }));
    pages.push(await gone(mine));
    const { expiresAt } = await linkNow();
    await changeLink((link) => ({ ...link, isRevoked: false, expiresAt: new Date(0) }));
    pages.push(await gone(mine));
    await changeLink((link) => ({ ...link, expiresAt }));
    expect(new Set(pages).size).toBe(1);
    expect(await failures()).toBe(0);
  });

  it('is a link that is revoked while somebody is at the provider', async () => {
    const browser = new Browser();
    const begun = await house.beginAt(mine, browser);
    await changeLink((link) => ({ ...link, isRevoked: true }));
    expect((await house.finishAs(browser, begun, accountOf(mine.email))).page).toBe('gone');
  });

  it('are tries after five foreign accounts: for a while none is looked at, also of those that were begun before', async () => {
    const before = new Browser();
    const begun = await house.beginAt(mine, before);
    for (let tries = 0; tries < 5; tries += 1) {
      const browser = new Browser();
      await house.finishAs(browser, await house.beginAt(mine, browser), accountOf(`else.${String(tries)}@example.org`));
    }
    const later = await shownBy((await house.beginAt(mine, new Browser())).response);
    expect([later.status, later.page]).toEqual([429, 'open']);
    const exchanges = house.provider.exchanges.length;
    const shown = await house.finishAs(before, begun, accountOf(mine.email));
    expect([shown.status, shown.page, house.provider.exchanges.length]).toEqual([429, 'sign-in', exchanges]);
  });

  it('is a way that was used, or that another browser has begun', async () => {
    const browser = new Browser();
    const begun = await house.beginAt(mine, browser);
    const copy = browser.cookies(house.url);
    expect((await house.finishAs(new Browser(), begun, accountOf(mine.email))).status).toBe(400);
    expect((await house.finishAs(browser, begun, accountOf('somebody.else@example.org'))).status).toBe(403);
    const query = new URLSearchParams({ code: 'a code', state: begun.state, iss: house.provider.issuer });
    const again = await fetch(`${house.url}/ask/hostel/signed-in?${query.toString()}`, { headers: { cookie: copy } });
    expect([again.status, await failures()]).toEqual([400, 1]);
  });

  it('is one that came back without an account, which costs nothing and says how to go on', async () => {
    const browser = new Browser();
    const { state } = await house.beginAt(mine, browser);
    const shown = await house.comeBack(browser, { error: 'access_denied', state, iss: house.provider.issuer });
    expect([shown.status, shown.page, await failures()]).toEqual([403, 'sign-in', 0]);
    expect(shown.html).toContain('Open the link from our message once more');
    expect(await house.lastSignIn(mine)).toBe('identity.signIn refused SIGN_IN_CANCELLED');
  });

  it('is an answer that the provider has not given so, which costs a try', async () => {
    const browser = new Browser();
    const begun = await house.beginAt(mine, browser);
    const shown = await house.finishAs(browser, begun, accountOf(mine.email, { nonce: 'another' }));
    expect([shown.status, await failures()]).toEqual([502, 1]);
  });

  it('is a fault of ours, which is told as no other', async () => {
    const browser = new Browser();
    const begun = await house.beginAt(mine, browser);
    const { vault, delivery } = house.house.started.service.desk;
    const restore = instead(vault, 'open', () => Promise.reject(new TypeError('broken')));
    expect((await house.finishAs(browser, begun, accountOf(mine.email)).finally(restore)).status).toBe(500);
    const seals = instead(delivery.crypto, 'seal', () => Promise.reject(new TypeError('broken')));
    expect((await house.beginAt(mine, new Browser()).finally(seals)).response.status).toBe(500);
  });

  it('is a provider that leads to where the settings name nobody', async () => {
    const known = await house.beginAt(mine, new Browser());
    const late = new Date(Date.now() + 2 * 60 * 60_000);
    const restore = instead(Date, 'now', () => late.getTime());
    house.provider.metadata = { authorization_endpoint: 'https://phish.example.test/auth' };
    const { response } = await house.beginAt(mine, new Browser()).finally(restore);
    house.provider.metadata = {};
    expect([known.response.status, response.status, response.headers.get('location')]).toEqual([303, 502, null]);
  });
});

async function linkNow(): Promise<DownloadLink> {
  const { store } = house.house.started.service;
  const delivery = await store.transact(({ deliveries }) => deliveries.get('hostel', mine.id));
  if (delivery?.link === undefined) throw new Error('There is no link.');
  return delivery.link;
}
