import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import type { FieldSpec } from '@habeas/connector-sdk';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { membershipWith } from '../../test/sample-register.js';
import { MEMBER, reportOf, SUBSCRIPTION } from '../../test/sample-report.js';
import { renderHtml } from '../html/render-html.js';
import { accountOf, collectionOf, entryOf, type FoundCollection } from '../testing/report-world.js';
import { composeReport } from './compose-report.js';

const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

const LANGUAGES = ['en', 'fr'] as const;

/** A report with every kind of part: pictures, a table, records one by one, marks, gaps, a search that is not complete. */
const FIELDS = Array.from({ length: 9 }, (_, index): FieldSpec => ({ name: `field_${String(index)}`, type: 'string' }));
const WIDE = collectionOf({ name: 'form', activity: 'newsletter', fields: FIELDS }, [
  Object.fromEntries(FIELDS.map(({ name }) => [name, 'x'.repeat(120)])),
]);
const VISITS = collectionOf(
  {
    name: 'visit',
    activity: 'membership',
    fields: [
      { name: 'id', type: 'integer' },
      { name: 'friend', type: 'string', thirdParty: true },
      { name: 'at', type: 'timestamp' },
    ],
  },
  Array.from({ length: 12 }, (_, id) => ({ id, friend: 'Bob Sample', at: '2026-02-28T23:30:00Z' })),
);
const FOUND: readonly FoundCollection[] = [MEMBER, VISITS, WIDE, SUBSCRIPTION, collectionOf({ name: 'loose' }, [{ id: 1 }])];

async function pageIn(language: (typeof LANGUAGES)[number]): Promise<string> {
  const register = membershipWith({ recipients: ['host', 'mailer', 'members'] });
  const failed = entryOf(MEMBER, { collection: '*', outcome: 'failed', blocking: true });
  const account = accountOf([...FOUND.map((each) => entryOf(each)), failed]);
  const report = await reportOf(FOUND, { register, account });
  return [...renderHtml(composeReport(report, language, (source, name) => `../tables/${source}/${name}.csv`))].join('');
}

describeWithChromium('a whole report in a real Chromium', ({ path, args }) => {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-report-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path, args: [...args] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(language: (typeof LANGUAGES)[number], width: number): Promise<Page> {
    const file = join(folder, `report.${language}.html`);
    writeFileSync(file, await pageIn(language));
    const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  it.each(LANGUAGES.flatMap((language) => [1_100, 320].map((width) => [language, width] as const)))(
    'is accessible as axe judges it: in %s, %d wide (PER-02)',
    async (language, width) => {
      const page = await open(language, width);
      await page.evaluate(axe.source);
      expect(await page.evaluate(RUN)).toEqual([]);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  it('has a target for each link within the page', async () => {
    const page = await open('en', 1_100);
    const lost = `[...document.querySelectorAll('a[href^="#"]')].map((each) => each.hash.slice(1)).filter((id) => !document.getElementById(id))`;
    expect(await page.evaluate(lost)).toEqual([]);
    expect(await page.evaluate(`document.querySelectorAll('a[href^="#activity-"]').length`)).toBeGreaterThan(1);
  });
});
