import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SUBJECT_LANGUAGES, SUBJECT_PAGES } from '@habeas/subject-pages';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { Router } from 'express';
import { SUBJECT_ROUTERS } from '../../src/http/subject.routes.js';
import { wrongWith } from '../looks.js';
import type { PageState } from './page-state.js';
import { PAGE_STATES } from './page-states.js';
import { PagesHouse } from './pages-house.js';
import { Story } from './story.js';

/** What answers the script of a page, and no person. */
const FOR_SCRIPTS = ['GET /requests/:id/news'];

/** Every way by which the service is asked below the home of a controller. */
function ways(): readonly string[] {
  return SUBJECT_ROUTERS.flatMap(([below, routes]) => waysOf(below, routes({} as Parameters<typeof routes>[0])));
}

function waysOf(below: string, { stack }: Router): readonly string[] {
  return stack.flatMap(({ route }) =>
    (route?.stack ?? []).map(({ method }) => `${method.toUpperCase()} ${below}${route?.path ?? ''}`.replace(/(?<=[^ ])\/$/u, '')),
  );
}

/** Comes to a state. Rejects with where it is instead. */
async function reached(story: Story, { page, state, reach, and }: PageState): Promise<void> {
  try {
    await reach(story);
    if (page === 'letter' || page === 'report') await story.page.waitForSelector('h1');
    else await story.tab.is(page, and);
  } catch (error) {
    const heading = await story.page.textContent('h1');
    throw new Error(`${page}, ${state}: at ${story.page.url()} there is ${heading ?? 'nothing'}`, { cause: error });
  }
}

describe('the table of states', () => {
  it('has every page, and every way that leads to one', () => {
    const pages = new Set(PAGE_STATES.map(({ page }) => page));
    expect(SUBJECT_PAGES.filter((page) => !pages.has(page))).toEqual([]);
    const known = new Set(PAGE_STATES.map(({ at }) => at));
    expect(ways().filter((way) => !known.has(way) && !FOR_SCRIPTS.includes(way))).toEqual([]);
    expect([...known].filter((way) => !ways().includes(way))).toEqual([]);
  });
});

describeWithChromium('every state of every page of the live service, in a real Chromium', (browser) => {
  let house: PagesHouse;
  beforeAll(async () => {
    house = await PagesHouse.start(browser);
  }, 120_000);
  afterAll(() => house.stop());

  it.each(SUBJECT_LANGUAGES)(
    'is accessible as axe judges it, fits, asks nobody else for anything, and keeps to its policy: %s (PER-01, PER-02)',
    async (language) => {
      const tab = await house.tab(language);
      const story = new Story(house, tab);
      const found: string[] = [];
      for (const state of PAGE_STATES) {
        const named = `${state.page}, ${state.state}`;
        await reached(story, state);
        // Nothing runs in the report, axe neither: the report's own tests have it looked at
        if (state.page !== 'report') found.push(...(await wrongWith(tab.page)).map((each) => `${named}: ${each}`));
        found.push(...house.complaints.splice(0).map((each) => `${named}: ${each}`));
      }
      expect(found).toEqual([]);
      await tab.close();
    },
    600_000,
  );
});
