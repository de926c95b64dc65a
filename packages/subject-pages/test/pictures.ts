/** The pictures of the pages in the documentation: `node --import ./apps/api/scripts/source-loader.mjs packages/subject-pages/test/pictures.ts`. */
import { fileURLToPath } from 'node:url';
import { findChromium } from '@habeas/test-servers';
import { chromium } from 'playwright-core';
import { PageHost } from './page-host.js';
import { HOSTELS } from './sample-look.js';
import { sample } from './sample-views.js';

const FOLDER = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const PICTURES = [
  { name: 'ask', language: 'en', colorScheme: 'light' },
  { name: 'follow-question', language: 'fr', colorScheme: 'dark' },
  { name: 'download-csv', language: 'en', colorScheme: 'light' },
] as const;

const found = await findChromium();
if (!('path' in found)) throw new Error(`There is no Chromium: ${found.unavailable}`);
const host = await PageHost.start(HOSTELS);
const browser = await chromium.launch({
  executablePath: found.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const { name, language, colorScheme } of PICTURES) {
  host.show(`/${name}`, sample(name));
  const page = await browser.newPage({ viewport: { width: 360, height: 720 }, colorScheme });
  await page.goto(`${host.origin}/${name}?language=${language}`);
  await page.screenshot({ path: `${FOLDER}subject-${name}.png` });
  await page.close();
}
await browser.close();
await host.stop();
