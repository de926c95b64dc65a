import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { SubjectLanguage } from '@habeas/subject-pages';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { violations } from '../console/console-screens.js';
import { instead } from '../small-house.js';
import { finger, keyboard } from './hands.js';
import { PagesHouse } from './pages-house.js';

const SIGN_IN = 'form[action*="/sign-in"] .button';

describeWithChromium('a subject with an account, in a real Chromium', (browser) => {
  let house: PagesHouse;
  beforeAll(async () => {
    house = await PagesHouse.start(browser);
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    house.complaints.length = 0;
  });

  it.each<[SubjectLanguage, string, boolean, (page: Page) => ReturnType<typeof keyboard>]>([
    ['en', 'by the keyboard alone', true, keyboard],
    ['fr', 'by the keyboard alone', false, keyboard],
    ['fr', 'with a finger', true, finger],
  ])(
    'asks, signs in as another by mistake or goes back, then as themselves, is answered without a code, and opens it by signing in or with the claim code: %s, %s, with scripts: %s (IDV-02, PER-01, PER-02)',
    async (language, _how, javaScriptEnabled, handsOn) => {
      const email = house.guest();
      const tab = await house.tab(language, { javaScriptEnabled });
      const { page } = tab;
      const hands = handsOn(page);
      const isSound = async (): Promise<void> => {
        const found = javaScriptEnabled ? await violations(page) : [];
        expect([page.url(), await tab.overflow(), house.complaints, found]).toEqual([page.url(), 0, [], []]);
      };
      await tab.go('/ask/hostel');
      await hands.write('[name=email]', email);
      // Without scripts the form is taken once it is old enough: as if somebody had taken their time
      const restore = instead(house.house.started.service.desk.clock, 'now', () => new Date(Date.now() + 60_000));
      await hands.press('form .button.main');
      await tab.is('asked').finally(restore);
      const { claimCode, follow } = await tab.asked();

      await hands.press('main a.button.main');
      await tab.is('prove');
      await isSound();
      // This provider needs a script to let another account in: without one they go back
      house.provider.person = javaScriptEnabled
        ? { sub: 'another', claims: { email: 'somebody.else@example.org', email_verified: true } }
        : { sub: 'another', cancels: true };
      await hands.press(SIGN_IN);
      await tab.is('sign-in');
      await isSound();
      house.provider.person = { sub: `sub of ${email}`, claims: { email, email_verified: true } };
      await hands.press(SIGN_IN);
      await tab.is('done');
      await isSound();
      await hands.press('main a.button');
      await tab.is('follow');
      expect(page.url()).toContain(follow);

      const link = await house.linkTo(email);
      await tab.go(link);
      await tab.is('open');
      if (!javaScriptEnabled) await hands.write('[name=secret]', `${tab.origin}${link}`);
      await isSound();
      // The secret goes to the service, and from there no further
      const gone: string[] = [];
      page.on('request', (request) => void gone.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
      page.on('framenavigated', (frame) => void gone.push(frame.url()));
      await hands.press('button[formaction*="/sign-in"]');
      await tab.is('download');
      await isSound();
      const [, secret = 'none'] = link.split('#');
      expect(gone.some((url) => url.startsWith(house.provider.issuer))).toBe(true);
      expect(gone.filter((url) => url.includes(secret))).toEqual([]);

      await page.context().clearCookies();
      await tab.go(link);
      await tab.is('open');
      if (!javaScriptEnabled) await hands.write('[name=secret]', `${tab.origin}${link}`);
      await hands.write('[name=claimCode]', claimCode);
      await hands.press('main form .button.main');
      await tab.is('download');
      expect(house.complaints).toEqual([]);
      await tab.close();
    },
    60_000,
  );

  it.each<[SubjectLanguage, boolean]>([
    ['en', true],
    ['fr', false],
  ])(
    'signs in first, types nothing of who they are, and is answered: %s, with scripts: %s (IDV-02, OUT-08, PER-01)',
    async (language, javaScriptEnabled) => {
      const email = house.guest();
      const tab = await house.tab(language, { javaScriptEnabled });
      const { page } = tab;
      const hands = keyboard(page);
      house.provider.person = { sub: `sub of ${email}`, claims: { email, email_verified: true } };
      await tab.go('/ask/hostel');
      await hands.press('form[action*="/sign-in"] .button');
      await tab.is('ask', 'section.panel strong');
      expect(await page.locator('[name=email], [name=requester]').count()).toBe(0);
      expect([await page.textContent('section.panel strong'), await tab.overflow()]).toEqual([email, 0]);
      const restore = instead(house.house.started.service.desk.clock, 'now', () => new Date(Date.now() + 60_000));
      await hands.press('form[data-bits] .button.main');
      await tab.is('asked').finally(restore);
      await house.linkTo(email);
      expect(house.complaints).toEqual([]);
      await tab.close();
    },
    60_000,
  );
});
