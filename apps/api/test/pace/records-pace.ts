import type { Page, Route } from 'playwright-core';
import type { PaceFigure } from './figure.js';

const RECORDS = 100_000;
const SCROLL_MS = 8_000;

const FRAME_MS = 100;

interface Scrolled {
  readonly frames: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly longestMs: number;
}

/** How a hundred thousand records of one collection are scrolled through: no frame may take longer than a person notices. */
export async function recordsPace(page: Page, address: string): Promise<readonly PaceFigure[]> {
  await page.route('**/graphql', answerRecords);
  await page.goto(address);
  await page.waitForSelector('.record .fields');
  const { frames, medianMs, p99Ms, longestMs } = await scrolled(page);
  const what = `${String(RECORDS)} records scrolled`;
  return [
    { what: `${what}: longest frame`, value: longestMs, unit: 'ms', atMost: FRAME_MS },
    { what: `${what}: p99 of frames`, value: p99Ms, unit: 'ms' },
    { what: `${what}: median of frames`, value: medianMs, unit: 'ms' },
    { what: `${what}: frames`, value: frames, unit: 'frames' },
  ];
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

/** Scrolls through all of them, and back in jumps. */
function scrolled(page: Page): Promise<Scrolled> {
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
      done({ frames: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), longestMs: at(1) });
    };
    requestAnimationFrame(step);
  })`);
}
