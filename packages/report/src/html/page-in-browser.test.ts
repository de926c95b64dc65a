import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { sampleDocument } from '../../test/sample-document.js';
import { renderHtml } from './render-html.js';

const DESKTOP = { width: 1_100, height: 900 };
const TELEPHONE = { width: 320, height: 640 };
const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations, passes }) => ({
  passes: passes.map(({ id }) => id),
  violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')),
}))`;

describeWithChromium('a page in a real Chromium', ({ path, args }) => {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-page-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path, args: [...args] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** The sample, opened as a person opens it, and what the browser complains of. */
  async function open(language: 'en' | 'fr', options: BrowserContextOptions): Promise<{ page: Page; told: string[] }> {
    const file = join(folder, `${language}.html`);
    writeFileSync(file, [...renderHtml(sampleDocument(language))].join(''));
    const page = await (await browser.newContext(options)).newPage();
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('request', (request) => told.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, told: told.filter((each) => each !== page.url()) };
  }

  it.each(
    (['en', 'fr'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        [DESKTOP, TELEPHONE].map((viewport) => ({ language, colorScheme, viewport })),
      ),
    ),
  )('is accessible as axe judges it: %o (PER-02)', async ({ language, ...options }) => {
    const { page } = await open(language, options);
    await page.evaluate(axe.source);
    const { passes, violations } = await page.evaluate<{ passes: string[]; violations: string[] }>(RUN);
    expect(violations).toEqual([]);
    expect(passes).toEqual(expect.arrayContaining(['color-contrast', 'svg-img-alt', 'heading-order']));
  });

  it('asks for nothing and is refused nothing by its own policy (FMT-09)', async () => {
    const { page, told } = await open('fr', { viewport: DESKTOP, offline: true });
    expect(told).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontWeight')).toBe('650');
  });

  it('needs no scrolling sideways on a telephone, nor in twice as large print', async () => {
    const { page } = await open('fr', { viewport: TELEPHONE });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(TELEPHONE.width);
    const large = await open('fr', { viewport: { width: 640, height: 900 } });
    await large.page.evaluate('document.documentElement.style.fontSize = "200%"');
    expect(await large.page.evaluate('document.documentElement.scrollWidth')).toBe(640);
  });

  it('shows one of the two sizes of each picture', async () => {
    const shown = `[...document.querySelectorAll('svg')].filter((each) => each.checkVisibility()).map((each) => each.classList.value)`;
    const { page } = await open('en', { viewport: DESKTOP });
    expect(await page.evaluate(shown)).toEqual(['wide', 'wide']);
    await page.setViewportSize(TELEPHONE);
    expect(await page.evaluate(shown)).toEqual(['narrow', 'narrow']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(shown)).toEqual(['wide', 'wide']);
  });

  it('is reached by the keyboard: past the contents, and into tables that scroll', async () => {
    const { page } = await open('en', { viewport: TELEPHONE });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('_content');
    const focused: unknown[] = [];
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      focused.push(await page.evaluate('document.activeElement.getAttribute("aria-labelledby")'));
    }
    expect(focused).toContain('_table2');
  });
});
