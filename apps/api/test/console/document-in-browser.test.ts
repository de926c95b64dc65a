import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { assembled } from '../assembled-request.js';
import { codeNow, type ConsoleHouse, consoleHouse, proofsAreFresh } from './console-house.js';
import { signIn } from './console-screens.js';
import { CONSOLE_LANGUAGES, type ConsoleLanguage } from './console-words.js';
import { RoomWorker } from './room-worker.js';

/** No page of anybody's: the first bytes of a PDF. */
const COPY = Buffer.from('%PDF-1.7\n% a copy with everything blacked out\n');

describeWithChromium('who asks is proved in the console, by the keyboard, in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  const arrived = new Map<ConsoleLanguage, readonly [RoomWorker, string]>();
  beforeAll(async () => {
    house = await consoleHouse(browser);
    for (const [place, language] of CONSOLE_LANGUAGES.entries()) {
      const id = await assembled(house.officer, house.house.world.association[place]!, language);
      const worker = await RoomWorker.arrive(house, language);
      await signIn(worker.page, { account: house.officer.account, code: await codeNow(house) });
      arrived.set(language, [worker, id]);
    }
  }, 120_000);
  afterAll(() => house.stop());

  const proofOf = async (id: string) => (await house.officer.client.run('requestProof', { id })).request?.proof;

  describe.each(CONSOLE_LANGUAGES)('%s', (language) => {
    it('by a document: it is asked for on a doubt, handed in, looked at, and deleted with the decision (IDV-03 to IDV-05)', async () => {
      const [worker, id] = arrived.get(language)!;
      await proofsAreFresh(house);
      await worker.page.goto(`${house.url}/console/club/requests/${id}`);
      await worker.press('sure.noteDoubt');
      await worker.write('sure.doubtReason', 'The name is spelt otherwise.');
      await worker.press('sure.noteDoubt');
      await worker.gone('[role=dialog]');
      await worker.press('document.demand');
      for (const name of ['dataTypes', 'nature', 'context', 'harm', 'nothingLess'])
        await worker.write(`document.${name}`, `What is to be said of ${name}.`);
      await worker.press('document.demand');
      await worker.gone('[role=dialog]');
      await worker.page
        .getByLabel(worker.say('document.handIn'))
        .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: COPY });
      const file = await worker.download('document.look');
      expect(file.suggestedFilename()).toBe('document.pdf');
      expect(await readFile(await file.path())).toEqual(COPY);
      await worker.press('document.decide');
      await worker.choose('document.kind', 'passport');
      await worker.press('document.submit');
      await worker.gone('[role=dialog]');
      await worker.page.getByText(worker.say('document.accepted')).waitFor();
      expect(await proofOf(id)).toMatchObject({ isEnough: true, reached: 'L3' });
      expect(await worker.faults()).toEqual([]);
    });

    it('by what they know: what is wrong is told as a whole, and a try is paid for it (IDV-02)', async () => {
      const [worker, id] = arrived.get(language)!;
      const other = await assembled(house.officer, house.house.world.association[CONSOLE_LANGUAGES.length]!, language);
      expect(other).not.toBe(id);
      await proofsAreFresh(house);
      await worker.page.goto(`${house.url}/console/club/requests/${other}`);
      await worker.press('facts.check');
      const said = worker.page.getByLabel(worker.say('facts.value'), { exact: true });
      await worker.writeInto(said.nth(0), 'nothing of the kind');
      await worker.writeInto(said.nth(1), 'nor this');
      await worker.press('facts.submit');
      await worker.page.getByText(worker.say('facts.wrong')).waitFor();
      expect((await proofOf(other))?.brought.some(({ kind }) => kind === 'known_facts')).toBe(false);
      expect(await worker.faults()).toEqual([]);
    });
  });
});
