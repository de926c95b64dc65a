import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { wrongInOtherWords, wrongWith } from '../looks.js';
import { tokenOf } from '../people.js';
import { complaints, type ConsoleHouse, consoleHouse, proofsAreFresh } from './console-house.js';
import { CONSOLE_LANGUAGES } from './console-words.js';
import type { ScreenState } from './screen-state.js';
import { SCREEN_STATES } from './screen-states.js';
import { ScreenStory, shownRequests, type ShownRequests } from './screen-story.js';

/** What only carries the forms of others. */
const BASES = ['form-dialog'];

/** Every page, dialog and form of sign-in that the console has, by the files that they are made in. */
function screens(): readonly string[] {
  const source = join(dirname(createRequire(import.meta.url).resolve('@habeas/web/package.json')), 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const names = files.flatMap((file) => /([\w-]+-(?:page|dialogs?|states))\.tsx$/u.exec(file)?.slice(1) ?? []);
  return names.filter((name) => !BASES.includes(name));
}

/** Comes to a state. What is there instead, where it is not reached. */
async function reached(story: ScreenStory, { screen, state, reach, isThere }: ScreenState): Promise<string | undefined> {
  try {
    await reach(story);
    await story.page.waitForSelector(isThere);
    return undefined;
  } catch (error) {
    const there = await story.page.innerText('body');
    return `${screen}, ${state}: ${String(error)}, at ${story.page.url()} there is ${there.slice(0, 600)}`;
  }
}

describe('the table of the states of the console', () => {
  it('has every page and every dialog', () => {
    const known = new Set(SCREEN_STATES.map(({ screen }) => screen));
    expect(screens().filter((screen) => !known.has(screen))).toEqual([]);
  });
});

describeWithChromium('every state of every screen of the console, in a real Chromium', (browser) => {
  let house: ConsoleHouse;
  let requests: ShownRequests;
  beforeAll(async () => {
    house = await consoleHouse(browser);
    await tokenOf(house.officer);
    requests = await shownRequests(house);
  }, 120_000);
  afterAll(() => house.stop());

  it.each(CONSOLE_LANGUAGES)(
    'is accessible as axe judges it, light and dark, fits from 320 px on and in large print, and keeps to its policy: %s',
    async (language) => {
      await proofsAreFresh(house);
      const story = await ScreenStory.begin(house, requests, language);
      const look = language === 'en' ? wrongWith : wrongInOtherWords;
      const found: string[] = [];
      complaints.length = 0;
      for (const state of SCREEN_STATES) {
        const named = `${state.screen}, ${state.state}`;
        await proofsAreFresh(house);
        const missed = await reached(story, state);
        if (missed !== undefined) found.push(missed);
        found.push(...(await look(story.page)).map((each) => `${named}: ${each}`));
        found.push(...complaints.splice(0).map((each) => `${named}: ${each}`));
        expect([named, await story.page.getAttribute('html', 'lang')]).toEqual([named, language]);
        await story.settle();
      }
      expect(found).toEqual([]);
      await story.end();
    },
    600_000,
  );
});
