import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { assembled, awaiting } from '../assembled-request.js';
import { codeNow, complaints, type ConsoleHouse, consoleHouse } from './console-house.js';
import { overflow, signIn, violations } from './console-screens.js';

describeWithChromium('the review of records in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let page: Page;
  let id: string;
  beforeAll(async () => {
    house = await consoleHouse(browser);
    id = await assembled(house.officer, house.house.world.association[0]!);
    page = await house.page();
    await signIn(page, { account: house.officer.account, code: await codeNow(house) });
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    complaints.length = 0;
  });

  const isWell = async (): Promise<void> => {
    expect([await violations(page), await overflow(page), complaints]).toEqual([[], 0, []]);
  };
  const records = (place: string): Promise<unknown> => page.goto(`${house.url}/console/club/requests/${id}/records/${place}`);

  it('leads from the grid of the search to records, with what led to them, and marks others (TPD-06)', async () => {
    await page.goto(`${house.url}/console/club/requests/${id}`);
    await page.waitForSelector('.trace svg .trace-box');
    await page.waitForSelector('.strip .cell');
    await isWell();
    await page.click('.grid tbody th a >> text=mentorship');
    await page.waitForSelector('.record .fields');
    expect(await page.textContent('h1')).toBe('Records in membership.mentorship');
    expect(await page.locator('.record .marked').count()).toBeGreaterThan(0);
    await isWell();
  });

  it('shows what identifiers say after a press only, and the look is in the trail', async () => {
    await page.goto(`${house.url}/console/club/requests/${id}`);
    await page.click('text=Show what they say');
    await page.waitForSelector('.grid bdi');
    await page.reload();
    await page.waitForSelector('.trail >> text=what identifiers say looked at');
  });

  it('masks special categories until they are asked for, which is in the trail (SPC-03)', async () => {
    await records('events/registration');
    await page.waitForSelector('.masked');
    await page.click('text=Show special categories');
    await page.waitForSelector('.records:not(:has(.masked)) .record .fields');
    const { auditTrail } = await house.officer.client.run('auditTrail', { first: 20, request: id });
    const looks = auditTrail.edges.map(({ node }) => node).filter(({ action }) => action === 'finding.read');
    expect(looks.map(({ details }) => (JSON.parse(details) as { unmasked: boolean }).unmasked).slice(0, 2)).toEqual([
      true,
      false,
    ]);
  });

  it('hides a value by the keyboard alone, and shows it again (TPD-01)', async () => {
    await records('membership/mentorship');
    await page.waitForSelector('.record .marked .button');
    await page.focus('.record .marked .button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] select');
    await isWell();
    await page.selectOption('[role=dialog] select >> nth=0', 'value');
    await page.focus('[role=dialog] input >> nth=0');
    await page.keyboard.type('It names somebody who was not asked.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The subject knows it anyway.');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done:not(:empty)');
    await page.waitForSelector('.record .meanwhile');
    await awaiting(house.officer, id);
    await page.waitForSelector('.record .meanwhile .button');
    await isWell();
    await page.click('.record .meanwhile .button');
    await page.click('[role=dialog] .button.main');
    await page.waitForSelector('.record .meanwhile', { state: 'detached' });
    await awaiting(house.officer, id);
  });

  it('is the same in French on a telephone, in the dark: axe finds nothing, and nothing is too wide', async () => {
    const cookies = await page.context().cookies();
    const phone = await house.page('/console/', { viewport: { width: 320, height: 640 }, locale: 'fr-FR', colorScheme: 'dark' });
    await phone.context().addCookies(cookies);
    for (const to of ['', '/records/events/registration']) {
      await phone.goto(`${house.url}/console/club/requests/${id}${to}`);
      await phone.waitForSelector(to === '' ? '.trail li' : '.record .fields');
      expect([to, await violations(phone), await overflow(phone)]).toEqual([to, [], 0]);
    }
    await phone.context().close();
  });

  it('does not do what the second of two officers decides by what is no longer so, and keeps what they typed', async () => {
    await page.goto(`${house.url}/console/club/requests/${id}`);
    await page.click('text=Refuse the request');
    await page.fill('[role=dialog] textarea', 'They asked for a room.');
    await page.selectOption('[role=dialog] select', 'manifestly_unfounded');
    await page.fill('[role=dialog] textarea >> nth=1', 'The letter asks for nothing else.');
    // As if no news had come: the page still has the version that it was opened with
    await page.context().setOffline(true);
    await house.officer.client.run('linkReminder', { id, reminder: { text: 'Where is it?' } });
    await page.route('**/events', (route) => route.abort());
    await page.context().setOffline(false);
    await page.click('[role=dialog] .button.grave');
    await page.waitForSelector('[role=dialog] .fault-box, [role=dialog] .meanwhile');
    expect(await page.inputValue('[role=dialog] textarea')).toBe('They asked for a room.');
    expect((await house.officer.client.run('request', { id })).request?.state).toBe('awaiting_release');
    await page.waitForSelector('[role=dialog] .meanwhile');
    expect(await page.textContent('[role=dialog] .meanwhile')).toContain('The officer');
    await isWell();
    await page.click('[role=dialog] .button.grave');
    await page.waitForSelector('.done:not(:empty)');
    expect((await house.officer.client.run('request', { id })).request?.state).toBe('refused');
  });
});
