import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { assembled } from '../assembled-request.js';
import { codeNow, complaints, type ConsoleHouse, consoleHouse } from './console-house.js';
import { overflow, signIn, violations } from './console-screens.js';
import { goTo, ROOMS } from './room-pictures.js';

const PHONE = { viewport: { width: 320, height: 640 } } as const;

describeWithChromium('the rooms of the console in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let page: Page;
  beforeAll(async () => {
    house = await consoleHouse(browser);
    await assembled(house.officer, house.house.world.association[0]!);
    page = await house.page();
    await signIn(page, { account: house.officer.account, code: await codeNow(house) });
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    complaints.length = 0;
  });

  /** Nothing that axe minds, nothing that the policy of the page refused, nothing too wide, and no fault. */
  const isWell = async (on = page): Promise<void> => {
    expect([await violations(on), complaints, await overflow(on)]).toEqual([[], [], 0]);
  };
  /** Goes on with Tab until what has the keyboard says this. */
  const tabTo = async (text: string, on = page): Promise<void> => {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      const said = await on.evaluate<string>(
        '(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.closest("a, button, summary")?.textContent) ?? ""',
      );
      if (said.includes(text)) return;
      await on.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not come to ${text}.`);
  };
  const press = async (text: string, on = page): Promise<void> => {
    await tabTo(text, on);
    await on.keyboard.press('Enter');
  };

  it('are come to by the keyboard alone: a source is tested, and what it holds is read', async () => {
    await press('Sources');
    await page.waitForSelector('.source-cards .dates');
    await press('Test the connection');
    await page.waitForSelector('.check.good');
    await isWell();
    await press('Compare now');
    await page.waitForSelector('.findings li');
    await isWell();
    await page.selectOption('.part select', { index: 1 });
    await page.waitForSelector('.part .cards');
    await isWell();
    await page.focus('main');
    await press('What it holds');
    await page.waitForSelector('.collection');
    await page.focus('main');
    await tabTo('Edit the data map');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.collection[open] .cards');
    await isWell();
  });

  it('let a data map be edited by the keyboard alone, checked by the rules of the start, and taken away as a file', async () => {
    await page.goto(`${house.url}/console/club/sources/membership`);
    await page.waitForSelector('.collection');
    await press('Edit the data map');
    await page.waitForSelector('.check.good');
    await isWell();
    await page.focus('.texts input >> nth=1');
    await page.keyboard.type(' de l’asso');
    await page.keyboard.press('Tab');
    await press('Add the field');
    await page.waitForSelector('.fault:has-text("no dot")');
    await page.focus('.editor summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('details[open] select');
    await isWell();
    await page.fill('.editor textarea', (await page.inputValue('.editor textarea')).replace('activity:', 'activitee:'));
    // Looked for by the keyboard only once it is there: it comes when the service has answered
    await page.waitForSelector('.editor .findings button');
    await press('Go to line');
    await page.waitForSelector('.editor textarea:focus');
    await isWell();
    await page.fill('.editor textarea', (await page.inputValue('.editor textarea')).replace('activitee:', 'activity:'));
    await page.waitForSelector('.check.good');
    const [download] = await Promise.all([page.waitForEvent('download'), press('Download the file')]);
    expect(download.suggestedFilename()).toMatch(/\.map\.yaml$/u);
    expect(readFileSync(await download.path(), 'utf8')).toContain('de l’asso');
    await press('Take back every change');
    await page.waitForSelector('text=Nothing is changed yet.');
  });

  it('show that the trail is whole, and what was done to one request, by an address that can be kept', async () => {
    await page.goto(`${house.url}/console/club/audit?action=request.open`);
    await page.waitForSelector('.cards tbody tr:only-child');
    await press('Verify the chain');
    await page.waitForSelector('.check.good');
    await isWell();
    await press('only this one');
    await page.waitForSelector('.cards tbody tr:nth-child(4)');
    expect(page.url()).toMatch(/\/audit\?request=req_/u);
    await isWell();
  });

  it('take somebody in by the keyboard alone, who is then there; and give a program a token', async () => {
    await goTo(
      page,
      house.url,
      ROOMS.find(([name]) => name === 'people')!,
    );
    await press('Add somebody');
    await page.waitForSelector('[role=dialog] input:focus');
    await page.keyboard.type('Nia New');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nia');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await isWell();
    await press('Add somebody');
    await page.waitForSelector('.once-told code');
    await isWell();
    await press('I have kept them');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    const { staff } = await house.officer.client.run('staff');
    expect(staff.find(({ login }) => login === 'nia')?.roles).toEqual(['reviewer']);
    await page.goto(`${house.url}/console/club/programs`);
    await page.waitForSelector('.page-actions');
    await press('Make a token');
    await page.waitForSelector('[role=dialog] input:focus');
    await page.keyboard.type('Website');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await press('Make a token');
    await page.waitForSelector('.once-told code');
    expect(await page.textContent('.once-told code')).toMatch(/^hbs_/u);
    await isWell();
    await press('I have kept them');
    await page.waitForSelector('.cards');
    await isWell();
  });

  it('hand out the register as a file, and show the session that asks', async () => {
    await goTo(
      page,
      house.url,
      ROOMS.find(([name]) => name === 'register')!,
    );
    const [download] = await Promise.all([page.waitForEvent('download'), press('As ODS')]);
    expect(download.suggestedFilename()).toBe('club-register.ods');
    await isWell();
    await press('Settings');
    await page.waitForSelector('.pill.work');
    await isWell();
  });

  it('show what the controller’s own systems could not be told, and have it sent again by the keyboard alone', async () => {
    const { store } = house.house.started.service;
    const call = await store.transact(async ({ requests, webhooks, now }) => {
      const [first] = (await requests.page('club', {}, { first: 1 })).items;
      const told = { controller: 'club', request: first!.item.id, endpoint: 'desk', event: 'request.opened', facts: {} } as const;
      const failed = { ...told, id: 'whk_lost', happenedAt: now, state: 'failed', rounds: 1, failedAt: now } as const;
      await webhooks.add({ ...failed, problem: { errorClass: 'transient', message: 'It does not answer.' } });
      return failed;
    });
    await page.goto(`${house.url}/console/club/settings`);
    await page.waitForSelector('text=It does not answer.');
    await isWell();
    await press('Send again to desk');
    await page.waitForSelector('text=It does not answer.', { state: 'detached' });
    expect((await store.transact(({ webhooks }) => webhooks.get('club', call.id)))?.rounds).toBe(2);
    await isWell();
  });

  it('are the same in French, light and dark, on a telephone, where a button unfolds the way to them', async () => {
    const cookies = await page.context().cookies();
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = await house.page('/console/', { ...PHONE, locale: 'fr-FR', colorScheme });
      await phone.context().addCookies(cookies);
      for (const room of ROOMS) {
        await goTo(phone, house.url, room);
        expect([room[0], await violations(phone), await overflow(phone)]).toEqual([room[0], [], 0]);
      }
      await press('Sommaire', phone);
      await isWell(phone);
      await press('Registre', phone);
      await phone.waitForSelector('.flow');
      expect(await phone.textContent('h1')).toBe('Registre');
      await phone.context().close();
    }
  });
});
