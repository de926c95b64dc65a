import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SubjectLanguage } from '@habeas/subject-pages';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { instead } from '../small-house.js';
import { type Hands, keyboard } from './hands.js';
import { PagesHouse } from './pages-house.js';
import type { SubjectTab } from './subject-tab.js';

describeWithChromium('a subject who asks for a locked file, in a real Chromium', (browser) => {
  let house: PagesHouse;
  beforeAll(async () => {
    house = await PagesHouse.start(browser);
  }, 120_000);
  afterAll(() => house.stop());

  /** Asks, proves, and comes to the download page by the link, all without scripts. */
  async function atDownload(tab: SubjectTab, hands: Hands, arrows: number): Promise<void> {
    const email = house.guest();
    await tab.go('/ask/hostel');
    await hands.write('[name=email]', email);
    await hands.reach('[name=packing]');
    for (let arrow = 0; arrow < arrows; arrow += 1) await tab.page.keyboard.press('ArrowDown');
    // Without scripts the form is taken once it is old enough
    const restore = instead(house.house.started.service.desk.clock, 'now', () => new Date(Date.now() + 60_000));
    await hands.press('form .button.main');
    await tab.is('asked').finally(restore);
    const { claimCode } = await tab.asked();
    await hands.press('main a.button.main');
    await hands.write('[name=code]', await house.codeTo(email));
    await hands.press('main form .button.main');
    await tab.is('done');
    const link = await house.linkTo(email);
    await tab.go(link);
    await hands.write('[name=secret]', `${tab.origin}${link}`);
    await hands.write('[name=claimCode]', claimCode);
    await hands.press('main form .button.main');
    await tab.is('download');
  }

  async function fetched(page: Page, hands: Hands): Promise<{ readonly name: string; readonly start: string }> {
    const started = page.waitForEvent('download');
    await hands.press('main a[download]');
    const download = await started;
    return { name: download.suggestedFilename(), start: readFileSync(await download.path()).toString('latin1', 0, 4) };
  }

  it.each<[SubjectLanguage, number, RegExp, string]>([
    ['en', 1, /\.locked\.zip$/u, 'PK\x03\x04'],
    ['fr', 2, /\.zip\.age$/u, 'age-'],
  ])(
    'has it locked by one press, writes the passphrase down, and fetches it: %s, by the keyboard alone, without scripts (SPC-03, DEL-01)',
    async (language, arrows, name, start) => {
      const tab = await house.tab(language, { javaScriptEnabled: false });
      const { page } = tab;
      const hands = keyboard(page);
      await atDownload(tab, hands, arrows);
      expect([await page.locator('a[download]').count(), await tab.overflow()]).toEqual([0, 0]);
      await hands.press('main form .button.main');
      await tab.is('locked');
      expect(await page.textContent('.code')).toMatch(/^(?:\d{5}-){5}\d{5}$/u);
      await hands.press('main a.button.main');
      await tab.is('download');
      while ((await page.locator('a[download]').count()) === 0) await hands.press('main a.button.main');
      const file = await fetched(page, hands);
      expect(file.name).toMatch(name);
      expect([file.start, house.complaints]).toEqual([start, []]);
      await tab.close();
    },
    60_000,
  );

  it('has it plain all the same, by a choice that says what that means', async () => {
    const tab = await house.tab('fr', { javaScriptEnabled: false });
    const { page } = tab;
    const hands = keyboard(page);
    await atDownload(tab, hands, 1);
    await hands.press('details:has(form) summary');
    await hands.reach('details [name=packing]');
    await page.keyboard.press('ArrowUp');
    expect(await page.textContent('#f-packing-zip-hint')).toContain('peut tout y lire');
    await hands.press('details form .button');
    await page.waitForSelector('a[download]');
    expect((await fetched(page, hands)).start).toBe('PK\x03\x04');
    await tab.close();
  }, 60_000);
});
