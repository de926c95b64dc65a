import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Page } from 'playwright-core';
import { codeNow, complaints, type ConsoleHouse, consoleHouse } from './console-house.js';
import { asking, overflow, signIn, violations } from './console-screens.js';

describeWithChromium('other rights and refusals of their own kind in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let page: Page;
  let meant: string;
  let nobody: string;
  let lawful: string;
  beforeAll(async () => {
    house = await consoleHouse(browser);
    const [one, two] = house.house.world.association;
    meant = await asking(house.officer, one!, false);
    nobody = await asking(house.officer, two!, false);
    lawful = await asking(house.officer, two!, false);
    page = await house.page('/console/', { locale: 'fr-FR' });
    await signIn(page, { account: house.officer.account, code: await codeNow(house) });
  }, 120_000);
  afterAll(() => house.stop());
  beforeEach(() => {
    complaints.length = 0;
  });

  const at = (id: string): Promise<unknown> => page.goto(`${house.url}/console/club/requests/${id}`);
  const isWell = async (): Promise<void> => {
    expect([await violations(page), await overflow(page), complaints]).toEqual([[], 0, []]);
  };
  const press = async (name: string, within = ''): Promise<void> => {
    await page.focus(`${within} button:has-text("${name}")`.trim());
    await page.keyboard.press('Enter');
  };
  const closed = (): Promise<unknown> => page.waitForSelector('[role=dialog]', { state: 'detached' });
  const tick = async (name: string): Promise<void> => {
    await page.focus(`[role=dialog] label:has-text("${name}") input`);
    await page.keyboard.press('Space');
  };

  it('starts many requests from the inbox by the keyboard, with what came of each', async () => {
    const [one, two] = house.house.world.association;
    const ids = [await asking(house.officer, one!, true, false), await asking(house.officer, two!, true, false)];
    await page.goto(`${house.url}/console/club/requests`);
    await page.waitForSelector('.requests tbody tr:nth-child(4)');
    await press('Choisir toutes celles affichées');
    await isWell();
    await press('Lancer la recherche (2)');
    await page.waitForSelector('[role=dialog] .bulk-results');
    await isWell();
    await press('Lancer la recherche', '[role=dialog]');
    await page.waitForSelector('[role=dialog] li:nth-child(2) strong');
    await isWell();
    await press('Fermer', '[role=dialog]');
    await closed();
    const states = await Promise.all(ids.map(async (id) => (await house.officer.client.run('request', { id })).request?.state));
    expect(states.filter((state) => state === 'ready' || state === 'received')).toEqual([]);
  });

  it('notes what else a message asks for by the keyboard, and how it ended, in French (INT-11)', async () => {
    await at(meant);
    await press('Noter ce qui est demandé d’autre');
    await page.waitForSelector('[role=dialog] fieldset');
    await tick('effacement');
    await tick('opposition');
    await isWell();
    await press('Noter', '[role=dialog]');
    await closed();
    await page.waitForSelector('.exchange >> text=Demandé aussi : opposition');
    await page.focus('button[aria-label*="effacement"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] select');
    await press('Noter l’issue', '[role=dialog]');
    await page.waitForSelector('[role=dialog] .fault');
    await isWell();
    await tick('La personne veut');
    await press('Noter l’issue', '[role=dialog]');
    await closed();
    await page.waitForSelector('.exchange .soft >> text=fait');
    const { request } = await house.officer.client.run('requestClock', { id: meant });
    expect(request?.otherRights.map(({ right, outcome }) => [right, outcome])).toEqual([
      ['erasure', 'done'],
      ['objection', null],
    ]);
    await isWell();
  });

  it('answers that another controller is meant, once it is told what a colleague did meanwhile (INT-10)', async () => {
    await at(meant);
    await press('Un autre responsable est visé');
    await page.waitForSelector('[role=dialog] textarea:focus');
    await page.keyboard.type('Les auberges ne sont pas à nous.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Club du Nord');
    await house.officer.client.run('linkReminder', { id: meant, reminder: { text: 'Where is it?' } });
    await page.waitForSelector('[role=dialog] .meanwhile');
    await isWell();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] .fault-box');
    await press('Un autre responsable est visé', '[role=dialog]');
    await closed();
    await page.waitForSelector('.part >> text=un autre responsable est visé');
    expect(await page.textContent('[aria-label="Ce qui a été décidé, et pourquoi"]')).toContain('Club du Nord');
    await isWell();
  });

  it('refuses on a law, says beside the field what does not do, and what was decided (OUT-03, OUT-07)', async () => {
    await at(lawful);
    await press('Refuser la demande');
    await page.waitForSelector('[role=dialog] textarea:focus');
    await page.keyboard.type('Une instruction est en cours.');
    await page.selectOption('[role=dialog] select', 'legal_restriction');
    await isWell();
    await page.fill('[role=dialog] input', 'Art. 11 CPP');
    await page.fill('[role=dialog] textarea >> nth=1', 'Confidentiel.');
    await press('Refuser la demande', '[role=dialog]');
    await page.waitForSelector('[role=dialog] .fault-box');
    expect(await page.getAttribute('[role=dialog] textarea >> nth=1', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('[role=dialog] input')).toBe('Art. 11 CPP');
    await isWell();
    await page.fill('[role=dialog] textarea >> nth=1', 'Le juge a interdit d’en révéler les pièces.');
    await press('Refuser la demande', '[role=dialog]');
    await closed();
    await page.waitForSelector('.part >> text=une loi limite le droit');
    const { request } = await house.officer.client.run('request', { id: lawful });
    expect(request?.state).toBe('refused');
    await isWell();
  });

  it('refuses as nobody can be identified, and loses nothing of it where the session is over (IDV-07)', async () => {
    await at(nobody);
    await press('Personne ne peut être identifié');
    await page.waitForSelector('[role=dialog] textarea:focus');
    await page.keyboard.type('Quarante personnes portent ce nom.');
    await tick('numéro ou identifiant');
    await isWell();
    await page.context().clearCookies();
    await press('Personne ne peut être identifié', '[role=dialog]');
    await page.waitForSelector('[role=dialog] input[autocomplete=username]');
    expect(await page.inputValue('[role=dialog] textarea')).toBe('Quarante personnes portent ce nom.');
    await page.fill('input[autocomplete=username]', house.officer.account.login);
    await page.fill('input[type=password]', house.officer.account.password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[autocomplete=one-time-code]:focus');
    await page.keyboard.type(await codeNow(house));
    await page.keyboard.press('Enter');
    await closed();
    await page.waitForSelector('.part >> text=Ce qui aiderait');
    const { request } = await house.officer.client.run('request', { id: nobody });
    expect(request?.state).toBe('refused');
    await isWell();
  });
});
