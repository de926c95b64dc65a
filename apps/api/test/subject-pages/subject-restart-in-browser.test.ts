import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { startService, type StartedService } from '../../src/start.js';
import { serviceLog } from '../house.js';
import { PagesHouse } from './pages-house.js';

describeWithChromium('a subject whose service is restarted in the middle, in a real Chromium', (browser) => {
  let house: PagesHouse;
  let again: StartedService | undefined;
  beforeAll(async () => {
    house = await PagesHouse.start(browser);
  }, 120_000);
  afterAll(async () => {
    await again?.stop();
    await house.stop();
  });

  async function stopService(): Promise<void> {
    await (again ?? house.house.started).stop();
  }

  /** At the address that it had. */
  async function startAgain(): Promise<void> {
    const { configFile, url } = house.house;
    const { port } = new URL(url);
    writeFileSync(configFile, readFileSync(configFile, 'utf8').replace('listen: { port: 0 }', `listen: { port: ${port} }`));
    again = await startService({ config: configFile, role: 'all' }, serviceLog([]));
  }

  it('sends the form once more and is answered, and goes on where they were, with the code and the request of before', async () => {
    const email = house.guest();
    const tab = await house.tab('en');
    await tab.go('/ask/hostel');
    await tab.page.fill('[name=email]', email);
    await stopService();
    await tab.page.click('form .button.main');
    await tab.page.waitForURL(/^chrome-error:/u);
    await startAgain();
    await tab.page.reload();
    await tab.is('asked');
    const { follow } = await tab.asked();
    const code = await house.codeTo(email);
    await tab.go(`${follow}/prove`);
    await tab.page.fill('[name=code]', code);
    await stopService();
    await startAgain();
    await tab.page.click('main form .button.main');
    await tab.is('done');
    await tab.go(follow);
    await tab.is('follow');
    await house.linkTo(email);
    await tab.close();
  }, 60_000);
});
