import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { invite } from '../people.js';
import { codeNow, complaints, type ConsoleHouse, consoleHouse, proofsAreFresh } from './console-house.js';
import { CONSOLE_LANGUAGES } from './console-words.js';
import { type Job, ROOM_JOBS } from './room-jobs.js';
import { RoomWorker } from './room-worker.js';

const PASSWORD = 'a long one that only its owner knows';

describeWithChromium('whoever works in the console by the keyboard alone', (browser) => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await consoleHouse(browser);
  }, 120_000);
  afterAll(() => house.stop());

  describe.each(CONSOLE_LANGUAGES)('does the same in both languages: %s', (language) => {
    let worker: RoomWorker;
    let account: Job['account'];
    beforeAll(async () => {
      complaints.length = 0;
      worker = await RoomWorker.arrive(house, language);
    });
    afterAll(() => worker.page.context().close());
    beforeEach(async () => {
      await proofsAreFresh(house);
      await worker.begin();
    });
    afterEach(async () => {
      expect(await worker.faults()).toEqual([]);
    });

    it('the way in: a password is chosen with the code of an officer, an authenticator set up, and its codes kept', async () => {
      const { code, login } = await invite(house.officer, 'dpo');
      await worker.press('newPassword.title');
      await worker.write('newPassword.code', code);
      await worker.write('newPassword.password', PASSWORD);
      await worker.press('newPassword.submit');
      await worker.there('code.secret');
      const totpSecret = ((await worker.page.textContent('code.secret')) ?? '').replaceAll(' ', '');
      account = { login, password: PASSWORD, totpSecret };
      await worker.write('signIn.code', await codeNow({ house: house.house, officer: { account } }));
      await worker.press('signIn.secondSubmit');
      await worker.there('ul.codes li');
      await worker.press('signIn.codesDone');
      await worker.there('table.requests, .empty');
    });

    it.each(ROOM_JOBS)(
      '%s: %s',
      async (_room, _job, work) => {
        await work({ house, worker, account });
      },
      60_000,
    );
  });
});
