import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { startService, type StartedService } from '../../src/start.js';
import { serviceLog } from '../house.js';
import { codeNow, type ConsoleHouse, consoleHouse } from './console-house.js';
import { asking, signIn } from './console-screens.js';
import { CONSOLE_LANGUAGES, type ConsoleLanguage } from './console-words.js';
import { RoomWorker } from './room-worker.js';

describeWithChromium('a service that is restarted in the middle of a decision, in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let again: StartedService | undefined;
  const opened = new Map<ConsoleLanguage, readonly [RoomWorker, string]>();
  beforeAll(async () => {
    house = await consoleHouse(browser);
    for (const language of CONSOLE_LANGUAGES) opened.set(language, await before(language));
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
    const { configFile } = house.house;
    const { port } = new URL(house.url);
    writeFileSync(configFile, readFileSync(configFile, 'utf8').replace('listen: { port: 0 }', `listen: { port: ${port} }`));
    again = await startService({ config: configFile, role: 'all' }, serviceLog([]));
  }

  /** Somebody who is signed in, and has a request before them. */
  async function before(language: ConsoleLanguage): Promise<readonly [RoomWorker, string]> {
    const id = await asking(house.officer, house.house.world.association[1]!, false);
    const worker = await RoomWorker.arrive(house, language);
    await signIn(worker.page, { account: house.officer.account, code: await codeNow(house) });
    const { request } = await house.officer.client.run('request', { id });
    await worker.pressed(request?.reference ?? '');
    await worker.there('.trail li');
    return [worker, id];
  }

  describe.each(CONSOLE_LANGUAGES)('%s', (language) => {
    it('loses nothing that was typed, says that the service is away, and goes on by itself once it is back', async () => {
      const [worker, id] = opened.get(language)!;
      await worker.press('act.cancel');
      await worker.there('[role=dialog] textarea');
      await worker.write('act.cancelReason', 'Par téléphone, le 3.');
      await stopService();
      await worker.press('act.cancel');
      await worker.there('.away:not(.none)');
      expect(await worker.page.inputValue('[role=dialog] textarea')).toBe('Par téléphone, le 3.');
      await startAgain();
      // Whether it was done is looked at before it is asked for again
      await worker.page.getByText(worker.say('act.unknown')).waitFor();
      expect(await worker.page.inputValue('[role=dialog] textarea')).toBe('Par téléphone, le 3.');
      await worker.press('act.cancel');
      await worker.there('.page-head .pill.over');
      expect((await house.officer.client.run('request', { id })).request?.state).toBe('cancelled');
      await worker.page.context().close();
    });
  });
});
