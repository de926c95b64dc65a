/** Pictures of every screen of the console, in both themes and three widths: `npm run screenshots -- FOLDER`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '@habeas/test-servers';
import type { Page } from 'playwright-core';
import { assembled } from '../assembled-request.js';
import { changedWorkbook } from './changed-workbook.js';
import { codeNow, consoleHouse } from './console-house.js';
import { asking, reaching, signIn } from './console-screens.js';
import { goTo, ROOMS } from './room-pictures.js';

const folder = process.argv[2] ?? 'screenshots';
const WIDTHS = { phone: 360, tablet: 820, wide: 1440 } as const;
/** Those of which the whole page is shown. */
const WHOLE = new Set(['request', 'first-steps-new', 'first-source-added']);
const THEMES = ['light', 'dark'] as const;

const chromium = await findChromium();
if (!('path' in chromium)) throw new Error(`There is no Chromium: ${chromium.unavailable}`);
mkdirSync(folder, { recursive: true });
const house = await consoleHouse({ path: chromium.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  await everyPicture();
} finally {
  await house.stop();
}

async function everyPicture(): Promise<void> {
  const { officer } = house;
  await firstPicture();
  const [main, ...others] = house.house.world.association;
  if (main === undefined) throw new Error('The world has nobody.');
  const waiting = await assembled(officer, main);
  const unsure = others.find(({ truth }) => truth.queued.length > 1) ?? main;
  const doubtful = await asking(officer, unsure);
  for (const person of others.slice(0, 4)) await asking(officer, person, person !== others[0]);
  await reaching(officer, doubtful, 'in_review');
  const page = await house.page();
  await picture(page, 'sign-in');
  await signIn(page, { account: officer.account, code: await codeNow(house) });
  await picture(page, 'inbox');
  await page.goto(`${house.url}/console/club/requests?show=decided`);
  await page.waitForSelector('.empty');
  await picture(page, 'inbox-nothing');
  await page.goto(`${house.url}/console/club/requests/${doubtful}`);
  await page.click('text=Compare');
  await page.waitForSelector('.sides');
  await picture(page, 'match');
  await page.goto(`${house.url}/console/club/requests/${waiting}`);
  await page.waitForSelector('.gate li');
  await page.waitForSelector('.trail li');
  await picture(page, 'request');
  await page.click('text=Release the answer');
  await page.waitForSelector('[role=dialog]');
  await picture(page, 'release');
  await page.keyboard.press('Escape');
  await page.click('.grid tbody th a');
  await page.waitForSelector('.record dl');
  await picture(page, 'records');
  await page.click('.record dd .button');
  await page.waitForSelector('[role=dialog]');
  await picture(page, 'ruling');
  await roomPictures(page);
}

/** What somebody sees who signs in for the first time, before anybody has asked for anything. */
async function firstPicture(): Promise<void> {
  const page = await house.page();
  await signIn(page, { account: house.officer.account, code: await codeNow(house) });
  await picture(page, 'inbox-empty');
  await page.goto(`${house.url}/console/club/first-steps`);
  await page.waitForSelector('.first-steps .next-step');
  await picture(page, 'first-steps-new');
  await page.goto(`${house.url}/console/club/first-steps/source`);
  await page.click('.editor form .button');
  await page.waitForSelector('.editor .check');
  await picture(page, 'first-source-added');
  await page.context().close();
}

async function roomPictures(page: Page): Promise<void> {
  for (const room of ROOMS) {
    await goTo(page, house.url, room);
    await picture(page, `room-${room[0]}`);
  }
  await page.goto(`${house.url}/console/club/sources`);
  await page.click('.card .button');
  await page.waitForSelector('.check');
  await picture(page, 'room-sources-tested');
  await page.goto(`${house.url}/console/club/register`);
  await page.setInputFiles('input[type=file]', await changedWorkbook(house.officer));
  await page.waitForSelector('.import pre', { state: 'attached' });
  await picture(page, 'room-register-import', '.import');
  await page.goto(`${house.url}/console/club/people`);
  await page.click('.page-actions .button');
  await page.waitForSelector('[role=dialog]');
  await picture(page, 'room-people-invite');
}

/** The window, or all of a part of the page where one is named. */
async function picture(page: Page, name: string, part?: string): Promise<void> {
  for (const [size, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${name}-${size}-${colorScheme}.png`);
      if (part === undefined) await page.screenshot({ path, fullPage: WHOLE.has(name) });
      else await page.locator(part).screenshot({ path });
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}
