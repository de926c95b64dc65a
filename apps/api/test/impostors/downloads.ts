import { expect } from '@jest/globals';
import { MOST_DOWNLOADS } from '@habeas/core';
import { accepted } from '../../src/client/service-client.js';
import { type Impostor, WatchedBrowser } from './impostor.js';
import { type Answered, type Attack, download } from './stage.js';
import { OWN, OWN_DATA, VICTIM } from './victims.js';

const RANGES = ['bytes=0-', 'bytes=-100', 'bytes=0-1,5-9', 'bytes=99999999-', 'bytes=-0', 'bytes=5-1', 'items=0-9'] as const;
const GONE = 410;

/** Whoever has the link of the victim's, from a mailbox that was left open, and not the claim code. */
const withTheLink: readonly Attack[] = [
  {
    title: 'a link without its claim code opens nothing, and neither does one with another’s',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const { path, secret } = await stage.answered(VICTIM.email);
      const own = await impostor.ask({ email: OWN.email });
      for (const claimCode of ['', '00000000', own.claimCode, stage.victims.claimCode])
        expect((await own.browser.post(path, { secret, claimCode })).status).toBe(403);
      expect((await own.browser.send(`${path}/archive`)).status).toBe(GONE);
    },
  },
  {
    title: 'claim codes that are guessed for a link, eight at a time, end after five that are looked at',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const { id, path, secret } = await stage.answered(VICTIM.email);
      for (let round = 0; round < 3; round += 1) {
        const codes = Array.from({ length: 8 }, (_each, index) => String(20_000_000 + round * 8 + index));
        await Promise.all(codes.map((claimCode) => impostor.browser().post(path, { secret, claimCode })));
      }
      const { request } = await stage.officer.client.run('requestDelivery', { id });
      expect(request?.delivery).toMatchObject({ failures: 5, completed: 0, isLocked: false });
    },
  },
];

/** Whoever has the claim code of the victim's, overheard on the telephone, and not the link. */
const withTheCode: readonly Attack[] = [
  {
    title: 'a claim code without the secret of the link opens nothing, and costs its subject nothing',
    run: async ({ victims: { path, claimCode } }, impostor) => {
      for (const secret of ['', 'x', 'A'.repeat(43), path])
        expect((await impostor.browser().post(path, { secret, claimCode })).status).toBe(GONE);
    },
  },
  {
    title: 'a claim code with the link of one’s own request opens nothing of another’s',
    run: async (stage, impostor) => {
      const { path, secret } = await stage.own(impostor);
      const { claimCode } = stage.victims;
      expect((await impostor.browser().post(path, { secret, claimCode })).status).toBe(403);
      expect((await impostor.browser().post(stage.victims.path, { secret, claimCode })).status).toBe(GONE);
    },
  },
];

/** Who shows a right link and a right code in another way than the page does. */
const shownOtherwise: readonly Attack[] = [
  {
    title: 'a secret in the query of an address is not looked at',
    run: async ({ victims: { path, secret, claimCode } }, impostor) => {
      const query = new URLSearchParams({ secret, claimCode }).toString();
      const browser = impostor.browser();
      expect((await browser.send(`${path}?${query}`)).status).toBe(200);
      expect((await browser.post(`${path}?${query}`, {})).status).toBe(GONE);
      expect((await browser.send(`${path}/archive?${query}`)).status).toBe(GONE);
    },
  },
  {
    title: 'a secret in a body that is no form is not looked at',
    run: async ({ victims: { path, secret, claimCode } }, impostor) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret, claimCode }),
      };
      expect((await impostor.browser().send(path, init)).status).toBe(GONE);
    },
  },
  {
    title: 'a link opens on the pages of no other controller, though everything else is right',
    run: async ({ victims: { path, secret, claimCode } }, impostor) => {
      expect(await download(impostor.browser(), { path: path.replace('/hostel/', '/club/'), secret, claimCode })).toBe(GONE);
    },
  },
  {
    title: 'looking at a link, by any verb that is not its own, lets nobody in',
    run: async ({ victims: { path, secret, claimCode } }, impostor) => {
      const browser = impostor.browser();
      const body = new URLSearchParams({ secret, claimCode });
      for (const method of ['PUT', 'PATCH', 'DELETE']) await browser.send(path, { method, body });
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await browser.send(path, { method });
      expect((await browser.send(`${path}/archive`)).status).toBe(GONE);
    },
  },
];

/** A browser that was let in to one link, at another one. */
const otherSessions: readonly Attack[] = [
  {
    title: 'a browser that was let in to its own archive is let in to no other',
    run: async (stage, impostor) => {
      const { browser } = await stage.own(impostor);
      expect((await browser.send(`${stage.victims.path}/archive`)).status).toBe(GONE);
      expect((await browser.open(stage.victims.path)).html).not.toContain(stage.victims.reference);
    },
  },
  {
    title: 'a cookie that was made up, or is of another kind, fetches nothing',
    run: async (stage, impostor) => {
      const cookies = ['__Host-dl=', '__Host-dl=x', `__Host-dl=${stage.victims.secret}`, `__Host-dl=${stage.victims.claimCode}`];
      for (const cookie of cookies) {
        const response = await impostor.browser().send(`${stage.victims.path}/archive`, { headers: { cookie } });
        expect(response.status).toBe(GONE);
      }
    },
  },
  {
    title: 'the cookie with which a request is followed fetches no archive',
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const { reference, claimCode, path } = stage.victims;
      await browser.post('/ask/hostel/follow', { reference, claimCode });
      const cookie = impostor.texts().flatMap((text) => /^set-cookie: __Host-rq=([^;]+)/mu.exec(text)?.[1] ?? []);
      expect(cookie).toHaveLength(1);
      const headers = { cookie: `__Host-dl=${String(cookie[0])}` };
      expect((await impostor.browser().send(`${path}/archive`, { headers })).status).toBe(GONE);
    },
  },
  ...['%2e%2e%2f', '..%2f..%2f', '%00', '/', '.zip', '?download=1', '#x'].map((trick): Attack => ({
    title: `the path of an archive with "${trick}" in it leads to no other`,
    run: async (stage, impostor) => {
      const { browser, path } = await stage.own(impostor);
      const link = stage.victims.path.slice(stage.victims.path.lastIndexOf('/') + 1);
      for (const tricked of [
        `${path}/${trick}${link}/archive`,
        `${stage.victims.path}${trick}/archive`,
        `${stage.victims.path}/archive${trick}`,
      ]) {
        const { headers } = await browser.send(tricked);
        expect(headers.get('content-disposition')).toBeNull();
      }
    },
  })),
];

const ranges: readonly Attack[] = [
  ...RANGES.map((range): Attack => ({
    title: `a stranger who asks for "${range}" of an archive learns neither its size nor its mark`,
    run: async (stage, impostor) => {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers } = await impostor
          .browser()
          .send(`${stage.victims.path}/archive`, { method, headers: { range } });
        expect(status).toBe(GONE);
        expect([headers.get('content-range'), headers.get('accept-ranges'), headers.get('content-disposition')]).toEqual([
          null,
          null,
          null,
        ]);
      }
    },
  })),
  {
    title: 'a stranger who claims to have an archive is not told whether that is so',
    run: async (stage, impostor) => {
      for (const name of ['if-none-match', 'if-match', 'if-range'])
        expect((await impostor.browser().send(`${stage.victims.path}/archive`, { headers: { [name]: '*' } })).status).toBe(GONE);
    },
  },
  {
    title: 'ranges of one’s own archive never reach beyond it',
    run: async (stage, impostor) => {
      const { browser, path } = await stage.own(impostor);
      const size = Number((await browser.send(`${path}/archive`, { method: 'HEAD' })).headers.get('content-length'));
      for (const range of RANGES) {
        const response = await browser.send(`${path}/archive`, { headers: { range } });
        expect((await response.arrayBuffer()).byteLength).toBeLessThanOrEqual(size);
        expect([200, 206, 416, GONE]).toContain(response.status);
      }
      expect(impostor.hasSeen(OWN_DATA)).toBe(true);
    },
  },
];

/** Whoever has everything, link, code and the cookie of a browser that was let in, once it is worth nothing any more. */
const over: readonly Attack[] = [
  {
    title: 'a link that was revoked is gone, for a browser that was let in as well',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const { id, ...stolen } = await stage.answered(VICTIM.email);
      const browser = await letIn(impostor, stolen);
      accepted((await stage.officer.client.run('revokeLink', { id })).revokeLink);
      await findGone(impostor, browser, stolen);
    },
  },
  {
    title: 'a link that was replaced is gone, for a browser that was let in as well',
    victimGets: ['link', 'link'],
    run: async (stage, impostor) => {
      const { id, ...stolen } = await stage.answered(VICTIM.email);
      const browser = await letIn(impostor, stolen);
      accepted((await stage.officer.client.run('renewLink', { id })).renewLink);
      await stage.settled(id);
      await findGone(impostor, browser, stolen);
    },
  },
  {
    title: 'a link is gone after five downloads, for a browser that was let in as well',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const stolen = await stage.answered(VICTIM.email);
      const browser = await letIn(impostor, stolen);
      const subjects = new WatchedBrowser(stage.house.url, () => undefined);
      for (let count = 0; count < MOST_DOWNLOADS; count += 1) expect(await download(subjects, stolen)).toBe(200);
      await findGone(impostor, browser, stolen);
    },
  },
  {
    title: 'a link is gone once the person says that it was not them who asked',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const { id, ...stolen } = await stage.answered(VICTIM.email);
      const browser = await letIn(impostor, stolen);
      const subjects = new WatchedBrowser(stage.house.url, () => undefined);
      await subjects.post('/ask/hostel/follow', { reference: stolen.reference, claimCode: stolen.claimCode });
      expect((await subjects.post(`/ask/hostel/requests/${id}/not-me`, {})).status).toBe(200);
      await findGone(impostor, browser, stolen);
    },
  },
];

type Stolen = Omit<Answered, 'id'>;

async function letIn(impostor: Impostor, { path, secret, claimCode }: Stolen): Promise<WatchedBrowser> {
  const browser = impostor.browser();
  expect((await browser.post(path, { secret, claimCode })).status).toBe(200);
  return browser;
}

async function findGone(impostor: Impostor, browser: WatchedBrowser, stolen: Stolen): Promise<void> {
  expect((await browser.send(`${stolen.path}/archive`)).status).toBe(GONE);
  expect(await download(impostor.browser(), stolen)).toBe(GONE);
}

/** Links, claim codes and archives, in the hands of somebody who has a part of what it takes, or has it too late. */
export const DOWNLOADS: readonly Attack[] = [
  ...withTheLink,
  ...withTheCode,
  ...shownOtherwise,
  ...otherSessions,
  ...ranges,
  ...over,
];
