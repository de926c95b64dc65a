import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { SubjectLanguage } from '@habeas/subject-pages';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { instead } from '../small-house.js';
import { finger, keyboard } from './hands.js';
import { PagesHouse } from './pages-house.js';

describeWithChromium('a subject, from the question to the end, in a real Chromium', (browser) => {
  let house: PagesHouse;
  beforeAll(async () => {
    house = await PagesHouse.start(browser);
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    house.complaints.length = 0;
  });

  /** Without scripts nothing is worked out, and the form is taken once it is old enough: as if somebody had taken their time. */
  async function takingTime(act: () => Promise<void>): Promise<void> {
    const restore = instead(house.house.started.service.desk.clock, 'now', () => new Date(Date.now() + 60_000));
    await act().finally(restore);
  }

  it.each<[SubjectLanguage, string, boolean, (page: Page) => ReturnType<typeof keyboard>]>([
    ['en', 'by the keyboard alone', true, keyboard],
    ['fr', 'with a finger', true, finger],
    ['fr', 'by the keyboard alone', false, keyboard],
    ['en', 'with a finger', false, finger],
  ])(
    'asks, proves, follows, downloads, misses something, says that it was not them: %s, %s, with scripts: %s (PER-01, PER-02, DEL-01)',
    async (language, _how, javaScriptEnabled, handsOn) => {
      const email = house.guest();
      const tab = await house.tab(language, { javaScriptEnabled });
      const { page } = tab;
      const hands = handsOn(page);
      const fits = async (): Promise<void> => {
        expect([page.url(), await tab.overflow(), house.complaints]).toEqual([page.url(), 0, []]);
      };

      await tab.go('/ask/hostel');
      await hands.write('[name=email]', email);
      await fits();
      await takingTime(async () => {
        await hands.press('form .button.main');
        await tab.is('asked');
      });
      await fits();
      const { claimCode, reference, follow } = await tab.asked();
      expect([claimCode.length, reference === '']).toEqual([8, false]);

      await hands.press('main a.button.main');
      await tab.is('prove');
      const code = await house.codeTo(email);
      await hands.write('[name=code]', code === '00000000' ? '11111111' : 'OOOO oooo');
      await hands.press('main form .button.main');
      await tab.is('prove', '.problems');
      await fits();
      await hands.write(
        '[name=code]',
        `\u200b${code.slice(0, 4)}\u00a0${code.slice(4).replaceAll('0', 'O').replaceAll('1', 'l')} `,
      );
      await hands.press('main form .button.main');
      await tab.is('done');
      await hands.press('main a.button');
      await tab.is('follow');
      await fits();

      const link = await house.linkTo(email);
      await tab.go(link);
      await tab.is('open');
      if (!javaScriptEnabled) await hands.write('[name=secret]', `${tab.origin}${link}`);
      await hands.write('[name=claimCode]', `${claimCode.slice(0, 4)}\u2013${claimCode.slice(4)}`);
      await hands.press('main form .button.main');
      await tab.is('download');
      expect(page.url()).not.toContain(link.slice(link.indexOf('#')));
      await fits();
      const started = page.waitForEvent('download');
      await hands.press('main a[download]');
      const file = readFileSync(await (await started).path());
      const hash = createHash('sha256').update(file).digest('hex');
      expect(await page.textContent('main code')).toBe(hash);

      await tab.go(follow);
      await tab.is('follow');
      await hands.press('main a[href*="/missing"]');
      await tab.is('missing');
      await hands.write('[name=what]', 'The stay of 2019. زيارة\u202e <b>');
      await hands.press('main form .button');
      await tab.is('done');
      await fits();

      const elsewhere = await house.tab(language, { javaScriptEnabled });
      const other = handsOn(elsewhere.page);
      await elsewhere.go('/ask/hostel/follow');
      await other.write('[name=reference]', ` ${reference.replace('-', '\u2013')} `);
      await other.write('[name=claimCode]', claimCode);
      await other.press('main form .button.main');
      await elsewhere.is('follow');
      await other.press('main a[href*="/not-me"]');
      await elsewhere.is('not-me');
      await other.press('main form .button');
      await elsewhere.is('done');
      expect([await elsewhere.overflow(), house.complaints]).toEqual([0, []]);
      await tab.go(link.slice(0, link.indexOf('#')));
      await tab.is('open');
      await hands.write('[name=secret]', `${tab.origin}${link}`);
      await hands.write('[name=claimCode]', claimCode);
      await hands.press('main form .button.main');
      await tab.is('gone');
      await fits();
      await Promise.all([tab.close(), elsewhere.close()]);
    },
    60_000,
  );

  it.each<SubjectLanguage>(['en', 'fr'])('asks and takes it back: %s', async (language) => {
    const tab = await house.tab(language);
    const hands = keyboard(tab.page);
    const { follow, id } = await tab.ask(`nobody.${language}@example.org`);
    await tab.go(follow);
    await hands.press('main a[href*="/withdraw"]');
    await tab.is('withdraw');
    await hands.press('main form .button');
    await tab.is('done');
    expect((await house.officer.client.run('request', { id })).request?.state).toBe('cancelled');
    expect(house.complaints).toEqual([]);
    await tab.close();
  });

  it('is answered in the language of the page to the end, whatever the browser prefers (PER-01)', async () => {
    const tab = await house.tab('fr', { locale: 'en-GB' });
    const { claimCode, reference } = await tab.ask('nobody.language@example.org');
    await tab.go('/ask/hostel/follow');
    await tab.page.fill('[name=reference]', reference);
    await tab.page.fill('[name=claimCode]', claimCode);
    await tab.page.click('main form .button.main');
    await tab.is('follow');
    for (const path of ['prove/again', 'answer', 'link']) {
      await tab.page.goto(tab.page.url().replace(/(?:\/prove)?\?/u, `/${path}?`));
      await tab.is(path === 'prove/again' ? 'prove' : 'follow');
    }
    await tab.close();
  });

  it('finds names in any script as they are, and what is hidden in a text is shown, and searched for by nobody', async () => {
    const tab = await house.tab('en');
    await tab.go('/ask/hostel');
    await tab.page.fill('[name=email]', 'nobody.names@example.org');
    await tab.page.fill('[name=givenName]', 'محمد');
    await tab.page.fill('[name=familyName]', 'ann\u202egro.live\u200b');
    await tab.page.click('form .button.main');
    await tab.is('ask', '.fault');
    expect(await tab.page.inputValue('[name=givenName]')).toBe('محمد');
    await tab.page.fill('[name=familyName]', 'Nguyễn-Łukasiewicz 李小龙 𠮷');
    await tab.page.click('form .button.main');
    await tab.is('asked');
    expect(house.complaints).toEqual([]);
    await tab.close();
  });
});
