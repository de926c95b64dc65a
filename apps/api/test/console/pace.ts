/** How the console keeps pace with a hundred thousand records, in a real Chromium: `npm run pace`. */
import { findChromium } from '@habeas/test-servers';
import type { Page, Route } from 'playwright-core';
import { assembled } from '../assembled-request.js';
import { codeNow, consoleHouse } from './console-house.js';
import { signIn } from './console-screens.js';

const RECORDS = 100_000;
const SCROLL_MS = 8_000;

const chromium = await findChromium();
if (!('path' in chromium)) throw new Error(`There is no Chromium: ${chromium.unavailable}`);
const house = await consoleHouse({ path: chromium.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const id = await assembled(house.officer, house.house.world.association[0]!);
  const page = await house.page();
  await signIn(page, { account: house.officer.account, code: await codeNow(house) });
  await page.route('**/graphql', answerRecords);
  await page.goto(`${house.url}/console/club/requests/${id}/records/events/registration`);
  await page.waitForSelector('.record .fields');
  process.stdout.write(`${JSON.stringify(await scrolled(page))}\n`);
} finally {
  await house.stop();
}

interface Asked {
  readonly query: string;
  readonly variables: { readonly first: number; readonly after: string | null };
}

/** Stands for a service that holds many: only records are made up, everything else is asked of the real one. */
async function answerRecords(route: Route): Promise<void> {
  const { query, variables } = route.request().postDataJSON() as Asked;
  if (!query.startsWith('query ConsoleRecords')) return route.continue();
  const from = Number(variables.after ?? 0);
  const edges = Array.from({ length: Math.min(variables.first, RECORDS - from) }, (_, index) => ({
    node: recordOf(from + index),
  }));
  const findings = { __typename: 'FindingConnection', edges, totalCount: RECORDS };
  return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: { findings } }) });
}

function recordOf(index: number): object {
  const value = { type: 'string', masked: false, thirdParty: false, others: [] };
  const text = 'Called with somebody else about it. '.repeat(1 + (index % 7));
  const note = { ...value, field: 'note', json: JSON.stringify(text), others: [{ start: 12, end: 25 }] };
  const fields = Array.from({ length: 10 }, (_, each) => ({
    ...value,
    field: `field${String(each)}`,
    json: `"${String(index)}"`,
  }));
  return { recordId: String(index), values: [...fields, note], paths: [] };
}

/** Scrolls through all of them, and back in jumps: the longest frame, and how many there were. */
function scrolled(page: Page): Promise<unknown> {
  return page.evaluate(`new Promise((done) => {
    const box = document.querySelector('.records');
    const frames = [];
    const begun = performance.now();
    let last = begun;
    const step = (now) => {
      frames.push(now - last);
      last = now;
      const share = (now - begun) / ${String(SCROLL_MS)};
      box.scrollTop = share < 0.5 ? share * 60_000 : (((share * 37) % 1) * box.scrollHeight);
      if (share < 1) return requestAnimationFrame(step);
      const sorted = frames.slice(2).sort((left, right) => left - right);
      const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] * 10) / 10;
      done({ records: ${String(RECORDS)}, frames: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), longestMs: at(1), over100Ms: sorted.filter((each) => each > 100).length });
    };
    requestAnimationFrame(step);
  })`);
}
