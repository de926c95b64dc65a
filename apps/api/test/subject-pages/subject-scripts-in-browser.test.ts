import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Route } from 'playwright-core';
import { PagesHouse } from './pages-house.js';
import { Story } from './story.js';

describeWithChromium('what scripts make easier for a subject, in a real Chromium', (browser) => {
  let house: PagesHouse;
  let story: Story;
  beforeAll(async () => {
    house = await PagesHouse.start(browser);
    story = new Story(house, await house.tab('en'));
    const email = house.guest();
    await story.ask('guest', email);
    await story.go('guest', '/prove');
    await story.page.fill('[name=code]', await house.codeTo(email));
    await story.press();
    await story.tab.is('done');
    story.link = await house.linkTo(email);
    await story.open(story.own('guest').claimCode);
    await story.tab.is('download');
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(async () => {
    house.complaints.length = 0;
    await story.page.unrouteAll();
    await story.page.context().unroute('**/archive');
    await story.tab.go(story.linkPath);
  });

  const said = (text: string): Promise<unknown> => story.page.waitForSelector(`.said:text("${text}")`);
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

  /** Answers with a part of what the service says, and breaks off: like a line that is cut. */
  async function cutOff(route: Route, bytes: number): Promise<void> {
    const response = await route.fetch();
    const whole = await response.body();
    // A shorter answer than was asked for: the script has to see that something is missing
    const { 'content-length': _length, ...headers } = response.headers();
    await route.fulfill({ status: response.status(), headers, body: whole.subarray(0, bytes) });
  }

  it('fetches the archive with a bar, goes on by itself after cuts, and finds that nothing is missing (R54)', async () => {
    const { page } = story;
    const ranges: (string | undefined)[] = [];
    await page.route('**/archive', async (route) => {
      const range = await route.request().headerValue('range');
      ranges.push(range ?? undefined);
      if (ranges.length === 2) await route.abort('connectionreset');
      else if (ranges.length <= 3) await cutOff(route, 5_000);
      else await route.continue();
    });
    const download = page.waitForEvent('download');
    await page.click('a[data-sha256]');
    await said('nothing was changed on the way');
    expect(ranges).toEqual([undefined, 'bytes=5000-', 'bytes=5000-', 'bytes=10000-']);
    const file = readFileSync(await (await download).path());
    expect(hash(file)).toBe(await page.getAttribute('a[data-sha256]', 'data-sha256'));
    expect((await download).suggestedFilename()).toBe(`export-${story.own('guest').reference}.zip`);
    expect(house.complaints).toEqual([]);
    await page.waitForTimeout(200);
    const { request } = await house.officer.client.run('requestDelivery', { id: story.own('guest').id });
    expect(request?.delivery).toMatchObject({ completed: 1 });
  }, 60_000);

  it('stops, and goes on where it was', async () => {
    const { page } = story;
    let asked = 0;
    let letGo: () => void = () => undefined;
    await page.route('**/archive', async (route) => {
      asked += 1;
      if (asked === 1) await cutOff(route, 7_000);
      else if (asked === 2)
        await new Promise<void>((resolve) => { letGo = resolve; }).then(() => route.abort()); // prettier-ignore
      else await route.continue();
    });
    await page.click('a[data-sha256]');
    await said('has come');
    await page.waitForSelector('progress[value="7000"]');
    await page.click('.fetching .button');
    await said('It has stopped');
    letGo();
    expect(await page.textContent('.fetching .button')).toBe('Go on');
    const download = page.waitForEvent('download');
    await page.click('.fetching .button');
    await said('nothing was changed on the way');
    expect(hash(readFileSync(await (await download).path()))).toBe(await page.getAttribute('a[data-sha256]', 'data-sha256'));
  }, 60_000);

  it('saves nothing that was changed on the way, and offers to fetch it once more', async () => {
    const { page } = story;
    await page.route('**/archive', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body.writeUInt8(body.readUInt8(100) ^ 1, 100);
      await route.fulfill({ response, body });
    });
    let isSaved = false;
    page.once('download', () => {
      isSaved = true;
    });
    await page.click('a[data-sha256]');
    await said('Something was damaged');
    expect([isSaved, await page.locator('a[data-sha256]').isVisible()]).toEqual([false, true]);
  }, 60_000);

  it('tells quietly that a request is further, and changes nothing by itself', async () => {
    const { page } = story;
    await story.ask('asked');
    await story.go('asked');
    expect(await page.locator('[data-news]').isVisible()).toBe(false);
    await story.question('asked', 'Have you stayed with us?');
    await page.waitForSelector('[data-news]:visible');
    expect(await page.locator('blockquote').count()).toBe(0);
    await page.click('[data-news] a');
    await page.waitForSelector('blockquote');
    const stranger = await house.tab('en');
    const answer = await stranger.page.goto(`${stranger.origin}${story.own('asked').follow}/news`);
    expect([answer?.status(), answer?.headers()['cache-control']]).toEqual([404, 'no-store']);
    await stranger.close();
    expect(house.complaints).toEqual([]);
  }, 60_000);
});
