import { sampleRequest } from '@habeas/core/testing';
import type { Page } from 'playwright-core';
import type { ConsoleHouse } from '../console/console-house.js';
import { middle, type PaceFigure } from './figure.js';

const REQUESTS = 10_000;
const AT_ONCE = 500;
const TIMES = 9;
const SHOWN_MS = 1_000;
const DAY_MS = 86_400_000;
const STATES = ['received', 'ready', 'searching', 'in_review', 'awaiting_release', 'released', 'refused', 'cancelled'] as const;

/** What an inbox of ten thousand requests costs: until its rows are there, and until a narrower list is. */
export async function inboxPace(page: Page, { house, url }: ConsoleHouse): Promise<readonly PaceFigure[]> {
  await fill(house.started.service.store);
  const opened = await timesOf(page, `${url}/console/club/requests?show=all`);
  const overdue = await timesOf(page, `${url}/console/club/requests?show=all&due=over`);
  const one = await timesOf(page, `${url}/console/club/requests?show=all&reference=FILLED-09999`);
  const total = await page.evaluate<string>(`document.querySelector('main [role=status]')?.textContent ?? ''`);
  if (!total.includes('1')) throw new Error(`The inbox does not find one of many: ${total}`);
  const what = `inbox of ${String(REQUESTS)} requests`;
  return [
    { what: `${what}: rows are there`, value: middle(opened), unit: 'ms', atMost: SHOWN_MS },
    { what: `${what}: those that are overdue`, value: middle(overdue), unit: 'ms', atMost: SHOWN_MS },
    { what: `${what}: one by its reference`, value: middle(one), unit: 'ms', atMost: SHOWN_MS },
  ];
}

type Store = ConsoleHouse['house']['started']['service']['store'];

async function fill(store: Store): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < REQUESTS; from += AT_ONCE) {
    await store.transact(async ({ requests }) => {
      for (let index = from; index < from + AT_ONCE; index += 1) await requests.add(filled(index, now));
    });
  }
}

function filled(index: number, now: number): ReturnType<typeof sampleRequest> {
  const number = String(index).padStart(5, '0');
  const receivedAt = new Date(now - (index % 60) * DAY_MS);
  const dueAt = new Date(receivedAt.getTime() + 30 * DAY_MS);
  const state = STATES[index % STATES.length]!;
  const own = { id: `req_filled${number}`, controller: 'club', reference: `FILLED-${number}`, state };
  return sampleRequest({ ...own, receivedAt, dueAt, createdAt: receivedAt, updatedAt: receivedAt });
}

async function timesOf(page: Page, address: string): Promise<readonly number[]> {
  const values: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.goto('about:blank');
    const begun = performance.now();
    await page.goto(address);
    await page.waitForSelector('[data-row]');
    values.push(performance.now() - begun);
  }
  return values;
}
