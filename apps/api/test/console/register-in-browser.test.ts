import { readFileSync } from 'node:fs';
import { parseRegister } from '@habeas/configuration';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { type ChosenFile, changedWorkbook, takenOut } from './changed-workbook.js';
import { codeNow, complaints, type ConsoleHouse, consoleHouse } from './console-house.js';
import { overflow, signIn, violations } from './console-screens.js';

describeWithChromium('a register in the form of the CNIL’s template, brought in with a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let page: Page;
  beforeAll(async () => {
    house = await consoleHouse(browser);
    page = await house.page();
    await signIn(page, { account: house.officer.account, code: await codeNow(house) });
    await page.goto(`${house.url}/console/club/register`);
    await page.waitForSelector('input[type=file]');
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    complaints.length = 0;
  });

  const isWell = async (on = page): Promise<void> => {
    expect([await violations(on), complaints, await overflow(on)]).toEqual([[], [], 0]);
  };
  /** Chooses a file by the keyboard alone, and waits until the page has said what it makes of it. */
  const choose = async (file: ChosenFile): Promise<void> => {
    await page.locator('.import input[type=file]').focus();
    for (const key of ['Shift+Tab', 'Tab']) await page.keyboard.press(key);
    expect(await page.evaluate<unknown>('document.activeElement?.type')).toBe('file');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles(file);
  };
  const said = (text: string): Promise<unknown> => page.waitForSelector(`.import :text("${text}")`);

  it.each(['ods', 'xlsx', 'csv'])(
    'says that nothing is otherwise where it is what was taken out as %s (PRF-03)',
    async (format) => {
      await choose(await takenOut(house.officer, format));
      await said('Nothing: it says what the register here says');
      await isWell();
    },
  );

  it('shows what is new, changed, missing and not understood, and is saved as a register that can be used', async () => {
    await choose(await changedWorkbook(house.officer));
    await said('cell A2');
    await said('Contrat');
    await said('1 activity is here and not in the file');
    await isWell();
    await page.click('.import summary:has-text("Show it")');
    await isWell();
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Save club.register.yaml')]);
    expect(download.suggestedFilename()).toBe('club.register.yaml');
    const { register } = parseRegister(readFileSync(await download.path(), 'utf8'), 'club.register.yaml');
    expect(Object.keys(register.activities)).toContain('dons');
  });

  it('says what is wrong with a file that is none, and takes the next', async () => {
    await choose({ name: 'bomb.ods', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') });
    await said('it is no workbook, or it is damaged');
    await isWell();
    await choose(await takenOut(house.officer));
    await said('Nothing: it says what the register here says');
    expect(await page.$('.import [role=alert]')).toBeNull();
  });

  it('is the same in French, light and dark, on a telephone', async () => {
    const cookies = await page.context().cookies();
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = await house.page('/console/', { viewport: { width: 320, height: 640 }, locale: 'fr-FR', colorScheme });
      await phone.context().addCookies(cookies);
      await phone.goto(`${house.url}/console/club/register`);
      await phone.setInputFiles('input[type=file]', await changedWorkbook(house.officer));
      await phone.waitForSelector('h3:has-text("Ce que dit registre.csv")');
      await isWell(phone);
      await phone.context().close();
    }
  });
});
