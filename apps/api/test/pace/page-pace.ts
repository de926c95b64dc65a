import type { Page } from 'playwright-core';
import type { ConsoleHouse } from '../console/console-house.js';
import { goTo, ROOMS } from '../console/room-pictures.js';
import { middle, type PaceFigure } from './figure.js';
import { SLOWED, slowed } from './slowed.js';

const TIMES = 5;
const PAINT_MS = 1_000;
const INTERACTION_MS = 100;
const OF_SLOWED = `${String(SLOWED)} × slower`;

interface Screens {
  readonly url: string;
  readonly request: string;
}

/** When pages of subjects first show something to somebody who was never there. */
export async function subjectPaints(house: ConsoleHouse): Promise<readonly PaceFigure[]> {
  const figures: PaceFigure[] = [];
  for (const path of ['/ask/club', '/ask/club?language=fr', '/ask/club/follow']) {
    const values: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const page = await house.page('/ask/club');
      await slowed(page, async () => values.push(await paintOf(page, `${house.url}${path}`)));
      await page.context().close();
    }
    figures.push(paint(path, values));
  }
  return figures;
}

/** When the screens of the console first show something to somebody who is signed in, and when all of a screen is there. */
export async function consolePaints(page: Page, { url, request }: Screens): Promise<readonly PaceFigure[]> {
  const screens = [
    ['requests', 'table.requests'],
    [`requests/${request}`, '.gate, [data-part=gate]'],
    ...ROOMS.map(([, path, isThere]) => [path, isThere] as const),
  ] as const;
  const figures: PaceFigure[] = [];
  for (const [path, isThere] of screens) {
    const paints: number[] = [];
    const whole: number[] = [];
    await slowed(page, async () => {
      for (let time = 0; time < TIMES; time += 1) {
        paints.push(await paintOf(page, `${url}/console/club/${path}`));
        await page.waitForSelector(isThere);
        whole.push(await page.evaluate('performance.now()'));
      }
    });
    const name = `/console/club/${path.replace(request, 'ID')}`;
    figures.push(paint(name, paints), { what: `${name}: all of it is there`, value: middle(whole), unit: 'ms' });
  }
  return figures;
}

function paint(path: string, values: readonly number[]): PaceFigure {
  return { what: `${path}: first paint with content, ${OF_SLOWED}`, value: middle(values), unit: 'ms', atMost: PAINT_MS };
}

async function paintOf(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  for (;;) {
    const at = await page.evaluate<number | null>(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null`);
    if (at !== null) return at;
    await page.waitForTimeout(20);
  }
}

/**
 * From a key or a press until the page that shows its effect is painted, as browsers measure it (Event Timing): the longest of
 * each kind, where the processor is slowed down.
 */
export async function interactions(page: Page, { url, request }: Screens): Promise<readonly PaceFigure[]> {
  const figures: PaceFigure[] = [];
  const during = async (what: string, act: () => Promise<void>): Promise<void> => {
    await slowed(page, async () => {
      await page.evaluate(LISTEN);
      await act();
      const [value, count] = await page.evaluate<readonly [number, number]>(LONGEST);
      if (count === 0) throw new Error(`${what}: the browser has measured nothing.`);
      figures.push({ what: `${what}, ${OF_SLOWED}`, value, unit: 'ms', atMost: INTERACTION_MS });
    });
  };
  await page.goto(`${url}/console/club/requests`);
  await page.waitForSelector('[data-row]');
  await during('inbox: keys j, k and /, and a reference is typed', async () => {
    for (const key of ['j', 'k', 'j', '/']) await page.keyboard.press(key, { delay: 30 });
    await page.keyboard.type('2026', { delay: 60 });
    await page.waitForTimeout(500);
  });
  await page.goto(`${url}/console/club/requests/${request}`);
  await page.waitForSelector('main summary');
  await during('request: what is folded is opened', async () => {
    for (const summary of (await page.locator('main summary:visible').all()).slice(0, 6)) await summary.click();
    await page.waitForTimeout(300);
  });
  await goTo(page, url, ROOMS[0]!);
  await during('rooms: each is gone to by its link', async () => {
    // Whoever has had a request is not led to the first steps any more
    for (const [, path, isThere] of ROOMS.filter(([, room]) => !room.includes('/') && room !== 'first-steps')) {
      await page.click(`nav a[href$='/${path}']`);
      await page.waitForSelector(isThere);
    }
  });
  return figures;
}

// What takes less than 16 ms is not told by the browser.
const LISTEN = `globalThis.longestInteraction = 16;
  globalThis.interactionCount = 0;
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries()) {
      if (interactionId === 0) continue;
      globalThis.interactionCount += 1;
      globalThis.longestInteraction = Math.max(globalThis.longestInteraction, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });`;
const LONGEST = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done([globalThis.longestInteraction, globalThis.interactionCount]), 100)))`;
