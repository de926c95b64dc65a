import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { buildConsole } from './build-console.js';
import { overflow } from './console-screens.js';
import { codeOf, FirstStepsHouse, KNOWN } from './first-steps-house.js';
import type { Named, Visitor } from './first-time.js';
import { FIRST_TIME_WORDS } from './first-time-words.js';

const PASSWORD = 'a long one that only the officer knows';
const CONTACT = 'privacy@club.example';

interface Words {
  readonly kind: string;
  readonly steps: Readonly<Record<'go' | 'write' | 'back' | 'source' | 'test' | 'file' | 'see', Named>>;
  readonly fields: Readonly<Record<'contact' | 'id' | 'file' | 'email' | 'proof', Named>>;
  readonly deeds: Readonly<Record<'add' | 'download', Named>>;
}

const WORDS: Readonly<Record<'en' | 'fr', Words>> = {
  en: {
    kind: 'Kind of system',
    steps: {
      go: ['link', 'Go on with the first steps'],
      write: ['link', 'Write it'],
      back: ['link', 'Back to the first steps'],
      source: ['link', 'Add a source'],
      test: ['button', 'Test the connection'],
      file: ['button', 'File the request'],
      see: ['link', 'See the request'],
    },
    fields: {
      contact: ['textbox', 'Contact for subjects'],
      id: ['textbox', 'Id of the source'],
      file: ['textbox', 'file'],
      email: ['textbox', 'E-mail address'],
      proof: ['textbox', 'How you know that it is them'],
    },
    deeds: { add: ['button', 'Add it to the file'], download: ['button', 'Download the file'] },
  },
  fr: {
    kind: 'Type de système',
    steps: {
      go: ['link', 'Continuer les premiers pas'],
      write: ['link', 'L’écrire'],
      back: ['link', 'Retour aux premiers pas'],
      source: ['link', 'Ajouter une source'],
      test: ['button', 'Tester la connexion'],
      file: ['button', 'Déposer la demande'],
      see: ['link', 'Voir la demande'],
    },
    fields: {
      contact: ['textbox', 'Contact pour les personnes'],
      id: ['textbox', 'Identifiant de la source'],
      file: ['textbox', 'file'],
      email: ['textbox', 'Adresse e-mail'],
      proof: ['textbox', 'Comment vous savez que c’est elle'],
    },
    deeds: { add: ['button', 'L’ajouter au fichier'], download: ['button', 'Télécharger le fichier'] },
  },
};

describeWithChromium('the first steps of a new installation', (browser) => {
  let consoleFolder: string;
  beforeAll(() => {
    consoleFolder = buildConsole();
  }, 120_000);
  afterAll(() => {
    rmSync(consoleFolder, { recursive: true });
  });

  describe.each(['en', 'fr'] as const)('in %s', (language) => {
    const { setUp, locale } = FIRST_TIME_WORDS[language];
    const { kind, steps, fields, deeds } = WORDS[language];
    let house: FirstStepsHouse;
    let officer: Visitor;
    let file: string;
    beforeAll(async () => {
      house = await FirstStepsHouse.start(browser, consoleFolder);
      officer = await house.somebody(locale);
    }, 120_000);
    afterAll(() => house.stop());

    const isAt = async (selector: string): Promise<void> => {
      const faults = await officer.faultsAt(selector);
      expect([selector, faults, await overflow(officer.page)]).toEqual([selector, [], 0]);
    };

    it('begin with the first account, and say what is missing', async () => {
      await officer.page.goto(house.url);
      await officer.write(setUp.code, house.setUpCode);
      await officer.write(setUp.name, 'Olive Officer');
      await officer.write(setUp.login, 'olive');
      await officer.write(setUp.password, PASSWORD);
      await officer.press(setUp.make);
      await officer.page.waitForSelector('code.secret');
      await officer.write(setUp.factor, codeOf((await officer.reads('code.secret')).replaceAll(' ', '')));
      await officer.press(setUp.signIn);
      await officer.press(setUp.kept);
      await isAt('.empty .button.main');
      await officer.press(steps.go);
      await isAt('.first-steps .next-step .button.main');
    }, 90_000);

    it('write who answers and a source into a file that the service could read, which is taken away', async () => {
      await officer.press(steps.write);
      await officer.write(fields.contact, CONTACT);
      await isAt('.check.good');
      await officer.press(steps.back);
      await officer.press(steps.source);
      await officer.choose(kind, 'sqlite');
      await officer.page.fill('.editor form input', 'archive');
      await officer.press(deeds.add);
      await isAt('.editor .findings li');
      await officer.write(fields.file, './members.sqlite');
      await isAt('.check.good');
      const [download] = await Promise.all([officer.page.waitForEvent('download'), officer.press(deeds.download)]);
      file = readFileSync(await download.path(), 'utf8');
      expect([download.suggestedFilename(), file.includes(CONTACT)]).toEqual(['habeas.yaml', true]);
      expect(file).toContain('  archive:\n    connector: sqlite\n    dataMap: ./archive.map.yaml\n');
    }, 90_000);

    it('are read anew from the service that was started with it, and a connection is tested', async () => {
      await house.takeOver(file, 'archive.map.yaml');
      await officer.page.goto(`${house.url}/console/club/first-steps`);
      await officer.page.waitForSelector('.first-steps .card:first-child.done-step');
      expect(await officer.reads('.first-steps .card:first-child')).toContain(CONTACT);
      await officer.press(steps.test);
      await isAt('.first-steps > .card:nth-child(2).done-step .check.good');
    }, 90_000);

    it('end with a first request, which is searched', async () => {
      await officer.write(fields.email, KNOWN);
      await officer.write(fields.proof, 'Their own address.');
      await officer.press(steps.file);
      await isAt('.first-steps > .card:last-child.done-step .check');
      await officer.page.setViewportSize({ width: 360, height: 800 });
      await isAt('.first-steps > .card:last-child.done-step .check');
      await officer.press(steps.see);
      await officer.page.waitForSelector('.grid tbody tr');
      expect(await officer.page.locator('nav a[href$="/first-steps"]').count()).toBe(0);
    }, 90_000);
  });
});
