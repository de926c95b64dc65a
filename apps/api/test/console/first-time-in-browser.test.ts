import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyArchive } from '@habeas/archive';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { buildConsole } from './build-console.js';
import { FirstTimeHouse, type Visitor } from './first-time.js';
import { keys, mouse } from './first-time-hands.js';
import { FIRST_TIME_WORDS } from './first-time-words.js';

const CAMILLE = 'c.okafor@courriel.test';
const PASSWORD = 'a long one that only the officer knows';

describeWithChromium('somebody who sees the demo for the first time', (browser) => {
  let consoleFolder: string;
  beforeAll(() => {
    consoleFolder = buildConsole();
  }, 120_000);
  afterAll(() => {
    rmSync(consoleFolder, { recursive: true });
  });

  describe.each([
    ['with a mouse, typing into fields and nothing else', 'en', mouse],
    ['with a mouse, typing into fields and nothing else', 'fr', mouse],
    ['as officer by the keyboard alone', 'fr', keys],
  ] as const)('%s: %s', (_how, language, hands) => {
    const words = FIRST_TIME_WORDS[language];
    let house: FirstTimeHouse;
    let subject: Visitor;
    let officer: Visitor;
    let authenticator: string;
    let claimCode: string;
    let reference: string;
    beforeAll(async () => {
      house = await FirstTimeHouse.start(browser, consoleFolder);
      subject = await house.somebody(words.locale);
      officer = await house.somebody(words.locale, hands);
    }, 120_000);
    afterAll(() => house.stop());

    const isAt = async (visitor: Visitor, selector: string): Promise<void> => {
      expect([selector, await visitor.faultsAt(selector)]).toEqual([selector, []]);
    };
    const isOn = (page: string): Promise<void> => isAt(subject, `html[lang=${language}] [data-page=${page}] h1`);

    it('asks, reads the code in the mailbox, shows that it is them, and follows the request', async () => {
      await subject.page.goto(`${house.demo.url}/ask/hostel`);
      await isOn('ask');
      await subject.write(words.ask.email, CAMILLE);
      await subject.press(words.ask.send);
      await isOn('asked');
      claimCode = (await subject.reads('.code')).replaceAll(/\D/gu, '');
      [reference = ''] = /\d{4}-\d{4,}/u.exec(await subject.reads('main')) ?? [];
      await subject.press(words.ask.prove);
      await isOn('prove');
      const code = await codeInMailbox();
      await subject.write(words.ask.code, code);
      await subject.press(words.ask.itIsMe);
      await isOn('done');
      await subject.press(subject.page.locator('main a.button'));
      await isOn('follow');
    }, 90_000);

    it('sets up the first account with a second factor, and finds the request in the inbox', async () => {
      const { setUp } = words;
      await officer.page.goto(house.demo.url);
      await isAt(officer, 'input[autocomplete=new-password]');
      await officer.write(setUp.code, house.demo.setUpCode);
      await officer.write(setUp.name, 'Olive Officer');
      await officer.write(setUp.login, 'olive');
      await officer.write(setUp.password, PASSWORD);
      await officer.press(setUp.make);
      await isAt(officer, 'input[autocomplete=one-time-code]');
      authenticator = (await officer.reads('code.secret')).replaceAll(' ', '');
      await officer.write(setUp.factor, house.codeOf(authenticator));
      await officer.press(setUp.signIn);
      await isAt(officer, 'ul.codes');
      await officer.press(setUp.kept);
      await isAt(officer, 'table.requests, .empty');
      await officer.choose(words.actingFor, 'hostel');
      await officer.press(['link', reference]);
      await isAt(officer, '.match');
    }, 90_000);

    it('decides whose the doubtful records are, and what of another person goes out', async () => {
      const { ruling, release } = words;
      await settleDoubts();
      await officer.page.getByRole('button', { name: release.release[1] }).waitFor();
      await officer.press(['link', 'colocataire']);
      await isAt(officer, '.record .marked .button');
      await officer.press(officer.page.locator('.record .marked .button'));
      await officer.choose(ruling.what, 'value');
      await officer.write(ruling.effect, 'It names the friend who shared the room.');
      await officer.write(ruling.balance, 'The subject knows who it was.');
      await isAt(officer, '[role=dialog]');
      await officer.press(officer.page.locator('[role=dialog] .button.main'));
      await isAt(officer, '.record .meanwhile');
      await officer.press(ruling.back);
      await isAt(officer, '.trail li');
    }, 90_000);

    it('releases the answer after a fresh proof (OUT-08)', async () => {
      const { release } = words;
      await officer.press(release.release);
      await isAt(officer, '[role=dialog]');
      await house.proofsAreOld('hostel');
      await officer.press(officer.page.locator('[role=dialog] .button.main'));
      await isAt(officer, '[role=dialog] input[autocomplete=one-time-code]');
      await officer.page.keyboard.type(house.codeOf(authenticator));
      await officer.press(release.confirm);
      await isAt(officer, '.page-head .pill.over');
    }, 90_000);

    it('follows the link of the message, reads the report, and downloads an archive that verifies (DEL-01)', async () => {
      const { ask, again } = words;
      const mailbox = await subject.tab();
      await mailbox.page.goto(house.demo.mailboxUrl);
      const link = 'article a[href*="#"]';
      await mailbox.until(link, again);
      await isAt(mailbox, link);
      await mailbox.press(mailbox.page.locator(link));
      await isAt(mailbox, '[data-page=open] h1');
      await mailbox.write(ask.claimCode, claimCode);
      await mailbox.press(ask.open);
      await isAt(mailbox, '[data-page=download] h1');
      const [report] = await Promise.all([mailbox.page.waitForEvent('popup'), mailbox.press(ask.read)]);
      await report.waitForSelector('h1');
      const read = (await report.textContent('body')) ?? '';
      expect([read.includes('Lefèvre-Okafor'), read.includes('Traoré')]).toEqual([true, false]);
      const [download] = await Promise.all([mailbox.page.waitForEvent('download'), mailbox.press(ask.download)]);
      expect(await verifyArchive(await download.path())).toMatchObject({ ok: true, problems: [] });
      await subject.page.reload();
      await isOn('follow');
      expect(await subject.page.locator('.steps li.done').count()).toBe(5);
      expect(house.complaints).toEqual([]);
    }, 90_000);

    /** Reads the code where the demo says that mail is read. */
    async function codeInMailbox(): Promise<string> {
      const mailbox = await subject.tab();
      await mailbox.page.goto(house.demo.mailboxUrl);
      await mailbox.until('article', words.again);
      await isAt(mailbox, 'article');
      const code = /\b\d{8}\b/u.exec(await mailbox.reads('article'))?.[0] ?? '';
      await mailbox.page.close();
      return code;
    }

    /** The number of a telephone is hers; a bed in somebody else's booking is not. */
    async function settleDoubts(): Promise<void> {
      const { review } = words;
      const doubts = officer.page.locator('.match');
      const count = await doubts.count();
      expect(count).toBe(2);
      for (let left = count; left > 0; left -= 1) {
        const title = (await doubts.first().getAttribute('aria-label')) ?? '';
        await officer.press(review.compare);
        await isAt(officer, '.sides');
        await officer.press(title.includes('envoi_campagne') ? review.theirs : review.others);
        await officer.write(review.why, 'The telephone says whose it is.');
        await officer.press(review.decide);
        await officer.page.getByRole('article', { name: title }).waitFor({ state: 'detached' });
      }
    }
  });
});
