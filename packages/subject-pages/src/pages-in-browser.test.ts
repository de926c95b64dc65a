import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { PageHost } from '../test/page-host.js';
import { HOSTELS, LONG_NAMES } from '../test/sample-look.js';
import { followed, SAMPLES } from '../test/sample-views.js';
import { SUBJECT_LANGUAGES } from './view/subject-look.js';

const WIDTHS = [320, 1_280] as const;

/** Runs in the page: what axe finds there, and what is too wide or too small for a finger. */
const LOOK = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({
  violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')),
  width: document.documentElement.scrollWidth,
  small: [...document.querySelectorAll('button, .button, .choice, input[type=text], input[type=email], input[type=tel], textarea, summary, .links a, header a, dl a')]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44).map(({ outerHTML }) => outerHTML),
}))`;

/** The same of colours alone: the dark changes nothing else. */
const COLOURS = `axe.run(document, { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

interface Looked {
  readonly violations: readonly string[];
  readonly width: number;
  readonly small: readonly string[];
}

describeWithChromium('the pages in a real Chromium', ({ path, args }) => {
  let browser: Browser;
  let host: PageHost;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path, args: [...args] });
    host = await PageHost.start(HOSTELS);
    for (const [name, view] of Object.entries(SAMPLES)) host.show(`/sample/${name}`, view);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  /** A page in a browser of its own, and whatever it complains of or fetches from elsewhere. */
  async function opened(options: BrowserContextOptions): Promise<{ page: Page; told: string[] }> {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(host.origin)) told.push(request.url());
    });
    return { page, told };
  }

  it.each(SUBJECT_LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const)))(
    'are accessible as axe judges it, in light and dark, fit, and can be touched: %s, %d wide (PER-02)',
    async (language, width) => {
      const { page, told } = await opened({ viewport: { width, height: 900 } });
      for (const name of Object.keys(SAMPLES)) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`${host.origin}/sample/${name}?language=${language}`);
        await page.evaluate(axe.source);
        const looked = await page.evaluate<Looked>(LOOK);
        expect({ name, ...looked }).toEqual({ name, violations: [], width, small: [] });
        await page.emulateMedia({ colorScheme: 'dark' });
        expect({ name, unreadable: await page.evaluate<readonly string[]>(COLOURS) }).toEqual({ name, unreadable: [] });
      }
      expect(told).toEqual([]);
    },
  );

  it('have their style, and the colour of their controller', async () => {
    const { page } = await opened({ viewport: { width: 1_280, height: 900 } });
    await page.goto(`${host.origin}/sample/ask`);
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontWeight')).toBe('700');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".button")).backgroundColor')).toBe('rgb(179, 84, 30)');
  });

  it('need no scrolling sideways in twice as large print, and lose nothing on paper', async () => {
    const { page } = await opened({ viewport: { width: 640, height: 900 } });
    for (const name of ['ask-faults', 'asked-prove', 'follow-question', 'download-csv']) {
      await page.goto(`${host.origin}/sample/${name}?language=fr`);
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(640);
    }
    await page.goto(`${host.origin}/sample/asked-prove`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.code').isVisible()).toBe(true);
    expect(await page.locator('.button:visible').count()).toBe(0);
  });

  it('fit with the longest names, references and questions, on the narrowest screen', async () => {
    const strange = await PageHost.start(LONG_NAMES);
    const reference = 'A'.repeat(80);
    const question = { kind: 'scope', text: 'W'.repeat(300), answerBy: followed('ready').dueOn } as const;
    strange.show('/ask', {
      page: 'ask',
      challenge: { value: 'c'.repeat(400), bits: 8, waitSeconds: 1 },
      values: { message: 'W'.repeat(900) },
    });
    strange.show('/follow', followed('in_review', { reference, question }));
    strange.show('/prove', { page: 'prove', request: 'r', reference });
    const { page } = await opened({ viewport: { width: 320, height: 640 } });
    for (const path of ['ask', 'follow', 'prove']) {
      await page.goto(`${strange.origin}/${path}?language=fr`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    }
    await strange.stop();
  });
});
