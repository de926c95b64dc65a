import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubjectBrowser, workedOut } from '../subject-browser.js';
import { serviceHouse, type ServiceHouse } from '../house.js';
import { accountOf, SignInHouse } from './sign-in-house.js';

describe('a provider of subjects that is not as it should be', () => {
  let house: SignInHouse;
  beforeAll(async () => {
    house = await SignInHouse.start();
  }, 120_000);
  afterAll(async () => {
    await house.house.stop();
    await house.catcher.close();
  });

  it('sends nobody to a place that the settings do not name', async () => {
    house.provider.metadata = { authorization_endpoint: 'https://phish.example.test/auth' };
    const mine = await house.ask({ email: 'ann@example.org' });
    const shown = await house.send(mine.browser, house.path(mine, '/sign-in'), { method: 'POST' });
    expect([shown.status, shown.page, shown.headers.get('location')]).toEqual([502, 'sign-in', null]);
    expect(house.lastLine()).toMatchObject({ event: 'sign-in', code: 'PROVIDER_ANSWER_REFUSED', reason: 'origin' });
  });

  it('is told as one that is away, in the language of the page, and every other way stays open (IDV-08)', async () => {
    await house.provider.stop();
    const away = await SignInHouse.start();
    await away.provider.stop();
    const mine = await away.ask({ email: 'ann@example.org' });
    for (const [language, title] of [
      ['en', 'Signing in has not worked'],
      ['fr', 'La connexion n’a pas abouti'],
    ] as const) {
      const path = away.path(mine, `/sign-in?language=${language}`);
      const shown = await away.send(mine.browser, path, { method: 'POST' });
      expect([shown.status, shown.page]).toEqual([503, 'sign-in']);
      expect(shown.html).toContain(`<h1>${title}</h1>`);
      expect(shown.html).toContain(`/ask/hostel/requests/${mine.id}/prove?language=${language}`);
    }
    const [mail] = await away.catcher.caught(1);
    const code = /\b\d{8}\b/u.exec(mail?.text ?? '')?.[0] ?? '';
    const proved = await away.send(mine.browser, away.path(mine, '/prove'), {
      method: 'POST',
      body: new URLSearchParams({ code }),
    });
    expect(proved.page).toBe('done');
    await away.house.stop();
    await away.catcher.close();
  }, 60_000);

  it('that goes away after it has sent somebody back costs them nothing but the try', async () => {
    const later = await SignInHouse.start();
    const mine = await later.ask({ email: 'ann@example.org' });
    const next = { status: 500, body: '{}' };
    const shown = await later.signIn(mine, accountOf('ann@example.org'), {}, next);
    expect([shown.status, shown.page, await later.state(mine)]).toEqual([503, 'sign-in', 'received']);
    expect(await later.lastSignIn(mine)).toBe('identity.signIn refused PROVIDER_UNAVAILABLE');
    expect((await later.signIn(mine, accountOf('ann@example.org'))).page).toBe('done');
    await later.stop();
  }, 60_000);
});

describe('a provider whose pages are on another host than its name', () => {
  it('is gone to where the settings name that host, and what userinfo says counts where they say so', async () => {
    const house = await SignInHouse.start('  origins: [ "https://pages.example.test/sign-in" ]\n  userinfo: true\n');
    house.provider.metadata = { authorization_endpoint: 'https://pages.example.test/auth' };
    const mine = await house.ask({ email: 'ann@example.org' });
    const page = await house.send(mine.browser, house.path(mine, '/prove'));
    expect(page.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${house.provider.issuer} https://pages.example.test;`,
    );
    expect((await house.signIn(mine, { sub: 'vera', email: 'ann@example.org', email_verified: true })).page).toBe('done');
    await house.stop();
  }, 60_000);
});

describe('a controller without a provider', () => {
  let house: ServiceHouse;
  beforeAll(async () => {
    house = await serviceHouse();
  }, 60_000);
  afterAll(() => house.stop());

  it('has no button that leads to one, and whoever sends its form is shown how their request stands', async () => {
    const browser = new SubjectBrowser(house.url);
    const plain = { requester: 'self', rights: 'access', format: 'csv', language: 'en', email: 'ann@example.org' };
    const asked = await browser.post('/ask/hostel', { ...workedOut(await browser.open('/ask/hostel')), ...plain });
    const path = /\/ask\/hostel\/requests\/[\w%]+/u.exec(asked.html)?.[0] ?? '';
    expect((await browser.open(`${path}/prove`)).html).not.toContain('/sign-in');
    expect((await browser.post(`${path}/sign-in`, {})).html).toContain('data-page="follow"');
  });

  it('has no button on the page of a link, and whoever sends its form is shown that page', async () => {
    const browser = new SubjectBrowser(house.url);
    expect((await browser.open('/ask/hostel/d/lnk_none')).html).not.toContain('/sign-in');
    expect((await browser.post('/ask/hostel/d/lnk_none/sign-in', { secret: 'x' })).html).toContain('data-page="open"');
  });

  it('has no button on the form, and whoever sends for one is shown the form', async () => {
    const browser = new SubjectBrowser(house.url);
    expect((await browser.open('/ask/hostel')).html).not.toContain('/sign-in');
    expect((await browser.post('/ask/hostel/sign-in', {})).html).toContain('data-page="ask"');
  });

  it('has no way back from one', async () => {
    const page = await new SubjectBrowser(house.url).open('/ask/hostel/signed-in?state=x&code=y');
    expect(page.status).toBe(400);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self';");
  });
});
