import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { PersonOfInterest } from '@habeas/example-worlds';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { assembled } from '../assembled-request.js';
import { refuseUnfounded } from '../refusing.js';
import { codeNow, complaints, type ConsoleHouse, consoleHouse, proofsAreFresh } from './console-house.js';
import { asking, overflow, reaching, signIn, violations } from './console-screens.js';

const PHONE = { viewport: { width: 320, height: 640 } } as const;

describeWithChromium('the console in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let page: Page;
  let waiting: string;
  let doubtful: string;
  beforeAll(async () => {
    house = await consoleHouse(browser);
    const { association } = house.house.world;
    waiting = await assembled(house.officer, association[0]!);
    const unsure = association.find(isUnsure);
    if (unsure === undefined) throw new Error('The world has nobody doubtful.');
    doubtful = await asking(house.officer, unsure);
    await reaching(house.officer, doubtful, 'in_review');
    page = await house.page();
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    complaints.length = 0;
  });

  const at = (id: string): Promise<unknown> => page.goto(`${house.url}/console/club/requests/${id}`);
  /** Nothing that axe minds, nothing that the policy of the page refused, and no fault. */
  const isWell = async (): Promise<void> => {
    expect([await violations(page), complaints]).toEqual([[], []]);
  };
  /** Goes on with Tab until what has the keyboard says this. */
  const tabTo = async (text: string): Promise<void> => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      const said = await page.evaluate<string>('document.activeElement?.closest("a, button")?.textContent ?? ""');
      if (said.includes(text)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not come to ${text}.`);
  };

  it('is signed in to by the keyboard alone', async () => {
    await page.waitForSelector('input[autocomplete=username]:focus');
    await isWell();
    await signIn(page, { account: house.officer.account, code: await codeNow(house) });
    expect(page.url()).toBe(`${house.url}/console/club/requests`);
    await isWell();
  });

  it('leads by the keyboard to a request, and has it released after a fresh proof (OUT-08)', async () => {
    await page.waitForSelector('table.requests');
    const { request } = await house.officer.client.run('request', { id: waiting });
    await page.keyboard.press('/');
    await page.keyboard.type(request?.reference ?? '');
    await page.waitForSelector('.requests tbody tr:only-child');
    await page.keyboard.press('Tab');
    await tabTo(request?.reference ?? '');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.actions .button.main');
    await page.waitForSelector('.gate li');
    await page.waitForSelector('.trail li');
    await isWell();
    await tabTo('Release the answer');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] input:focus');
    await isWell();
    await proofIsTooOld(house);
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[autocomplete=one-time-code]:focus');
    await isWell();
    await page.keyboard.type(await codeNow(house));
    await page.keyboard.press('Enter');
    // By e-mail alone it is not sure enough who asks (IDV-02): the service wants a reason, and says so in the dialog
    await page.waitForSelector('[role=dialog] textarea');
    await isWell();
    await page.fill('[role=dialog] textarea', 'Known to us for years.');
    await page.click('[role=dialog] .button.main');
    await page.waitForSelector('.done:not(:empty)');
    await page.waitForSelector('.page-head .pill.over');
    expect((await house.officer.client.run('request', { id: waiting })).request?.state).toBe('released');
    await isWell();
  });

  it('shows a doubtful match side by side, and takes the decision (IDV-06)', async () => {
    await at(doubtful);
    await page.click('text=Compare');
    await page.waitForSelector('.sides');
    await isWell();
    await page.click('text=It is somebody else’s');
    await page.fill('.match input:not([type=radio])', 'Another birth date.');
    await page.click('.match >> text=Decide');
    await page.waitForSelector('.sides', { state: 'detached' });
    const { request } = await house.officer.client.run('matches', { id: doubtful });
    expect(request?.matches.filter(({ review }) => review === 'rejected')).toHaveLength(1);
    await isWell();
  });

  it('tells the second of two officers what the first did, while the dialog is open', async () => {
    const id = await assembled(house.officer, house.house.world.association[0]!);
    await at(id);
    await page.click('text=Release the answer');
    await page.waitForSelector('[role=dialog]');
    // The page's sign-in has used the code of this half-minute
    await proofsAreFresh(house);
    await refuseUnfounded(house.officer, id);
    // Who it was is known a moment after that it was done
    await page.waitForSelector('.meanwhile:has-text("refused, by The officer")');
    await isWell();
    await page.keyboard.press('Escape');
  });

  it('is the same in French, light and dark, on a telephone: axe finds nothing, and nothing is too wide', async () => {
    const cookies = await page.context().cookies();
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = await house.page('/console/', { ...PHONE, locale: 'fr-FR', colorScheme });
      await phone.waitForSelector('input[autocomplete=username]');
      expect([await phone.textContent('h1'), await violations(phone), await overflow(phone)]).toEqual(['Se connecter', [], 0]);
      await phone.context().addCookies(cookies);
      for (const to of [
        'requests',
        'requests?show=working&reference=none',
        `requests/${waiting}`,
        `requests/${doubtful}`,
        'requests/req_none',
      ]) {
        await phone.goto(`${house.url}/console/club/${to}`);
        await phone.waitForSelector(to.startsWith('requests/') ? '.trail li, main.narrow' : 'table.requests, .empty');
        expect([to, await violations(phone), await overflow(phone)]).toEqual([to, [], 0]);
      }
      await phone.context().close();
    }
  });

  it('asks for a sign-in over the page where the session is over, and loses nothing that was typed', async () => {
    await at(doubtful);
    await page.waitForSelector('.actions .button');
    await page.click('text=Refuse the request');
    await page.waitForSelector('[role=dialog] textarea:focus');
    await page.keyboard.type('They asked for a room.');
    await page.selectOption('[role=dialog] select', 'manifestly_unfounded');
    await page.fill('[role=dialog] textarea >> nth=1', 'The letter asks for nothing else.');
    await page.context().clearCookies();
    await page.click('[role=dialog] .button.grave');
    await page.waitForSelector('[role=dialog] input[autocomplete=username]');
    expect(await page.inputValue('[role=dialog] textarea')).toBe('They asked for a room.');
    await isWell();
    await page.fill('input[autocomplete=username]', house.officer.account.login);
    await page.fill('input[type=password]', house.officer.account.password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[autocomplete=one-time-code]:focus');
    await page.keyboard.type(await codeNow(house));
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done:not(:empty)');
    expect((await house.officer.client.run('request', { id: doubtful })).request?.state).toBe('refused');
  });
});

function isUnsure({ truth }: PersonOfInterest): boolean {
  return truth.queued.length > 1;
}

/** As if more than five minutes had gone by since anybody proved who they are. */
async function proofIsTooOld({ house: { started } }: ConsoleHouse): Promise<void> {
  await started.service.store.transact(async ({ sessions, staff }) => {
    const [member] = await staff.list('club');
    const steppedUpAt = new Date(Date.now() - 6 * 60_000);
    for (const session of await sessions.of(member?.id ?? '')) await sessions.change({ ...session, steppedUpAt });
  });
}
