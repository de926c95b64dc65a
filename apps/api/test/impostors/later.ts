import { expect, jest } from '@jest/globals';
import { workedOut } from '../subject-browser.js';
import { type Attack, download } from './stage.js';
import { OWN, VICTIM } from './victims.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Everything but the date goes on as it does. */
const AS_IT_IS = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

/** Does something at a time that is later by so much. */
export async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ now: Date.now() + ms, doNotFake: [...AS_IT_IS] });
  try {
    return await work();
  } finally {
    jest.useRealTimers();
  }
}

const tooLate: readonly Attack[] = [
  {
    title: 'a code that came eleven minutes ago proves nothing',
    run: async (stage, impostor) => {
      const { id, follow, browser, ...own } = await impostor.ask({ email: OWN.email });
      await stage.settled(id);
      const code = impostor.codeFor(own) ?? '';
      expect(code).toMatch(/^\d{8}$/u);
      expect((await later(11 * MINUTE_MS, () => browser.post(`${follow}/prove`, { code }))).status).toBe(403);
      expect(await stage.settled(id)).toBe('received');
    },
  },
  {
    title: 'a code proves nothing once another one was sent in its place',
    run: async (stage, impostor) => {
      const { id, follow, browser, ...own } = await impostor.ask({ email: OWN.email });
      await stage.settled(id);
      const code = impostor.codeFor(own) ?? '';
      expect((await later(2 * MINUTE_MS, () => browser.post(`${follow}/prove/again`, {}))).status).toBe(200);
      expect((await browser.post(`${follow}/prove`, { code })).status).toBe(403);
      expect(await stage.settled(id)).toBe('received');
    },
  },
  {
    title: 'a browser that made a request is a stranger to it after an hour',
    run: async (_stage, impostor) => {
      const { follow, browser, reference } = await impostor.ask({ email: OWN.email });
      expect((await later(61 * MINUTE_MS, () => browser.open(follow))).html).not.toContain(reference);
    },
  },
  {
    title: 'a browser that was let in to an archive is a stranger to it after half an hour',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const { path, secret, claimCode } = await stage.answered(VICTIM.email);
      const browser = impostor.browser();
      expect((await browser.post(path, { secret, claimCode })).status).toBe(200);
      expect((await later(31 * MINUTE_MS, () => browser.send(`${path}/archive`))).status).toBe(410);
    },
  },
  {
    title: 'a form that was left open for five hours has to be filled in anew',
    run: async (_stage, impostor) => {
      const browser = impostor.browser();
      const form = workedOut(await browser.open('/ask/hostel'));
      expect((await later(300 * MINUTE_MS, () => browser.post('/ask/hostel', { ...form, email: VICTIM.email }))).status).toBe(
        422,
      );
    },
  },
  {
    title: 'link and code open nothing after seven days',
    endsAll: true,
    run: async ({ victims }, impostor) => {
      expect(await later(7 * DAY_MS + MINUTE_MS, () => download(impostor.browser(), victims))).toBe(410);
    },
  },
];

/** What worked once, and comes too late. The last of them ends everything that is kept. */
export const LATER: readonly Attack[] = [...tooLate];
