/** Pictures of every state of the pages of subjects, in both themes, three widths and both languages. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '@habeas/test-servers';
import type { Page } from 'playwright-core';
import { PAGE_STATES } from './page-states.js';
import { PagesHouse } from './pages-house.js';
import { Story } from './story.js';

const folder = process.argv[2] ?? 'screenshots';
const WIDTHS = { phone: 360, tablet: 768, wide: 1_280 } as const;
const THEMES = ['light', 'dark'] as const;

const chromium = await findChromium();
if (!('path' in chromium)) throw new Error(`There is no Chromium: ${chromium.unavailable}`);
mkdirSync(folder, { recursive: true });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const house = await PagesHouse.start({ path: chromium.path, args });
try {
  for (const language of ['en', 'fr'] as const) {
    const tab = await house.tab(language);
    const story = new Story(house, tab);
    for (const [index, { page, state, reach, and }] of PAGE_STATES.entries()) {
      await reach(story);
      await (page === 'letter' || page === 'report' ? story.page.waitForSelector('h1') : tab.is(page, and));
      await pictures(story.page, `${String(index + 1).padStart(2, '0')}-${page}-${state.replaceAll(/\W+/gu, '-')}-${language}`);
    }
    await tab.close();
  }
} finally {
  await house.stop();
}

async function pictures(page: Page, name: string): Promise<void> {
  for (const [size, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `subject-${name}-${size}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'light' });
}
