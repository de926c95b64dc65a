import { expect } from '@jest/globals';
import type { Attack } from './stage.js';
import { OWN, OWN_DATA, VICTIM } from './victims.js';

const HOSTEL = '/ask/hostel/requests';
const ACTIONS = ['prove', 'prove/again', 'answer', 'link', 'missing', 'not-me', 'withdraw'] as const;
/** What can be sent to a page that something is done on, and does nothing. */
const OTHER_VERBS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const claimed: readonly Attack[] = [
  {
    title: 'the claim code of one’s own request does not open the request of somebody else',
    run: async (stage, impostor) => {
      const own = await impostor.ask({ email: OWN.email });
      const keys = { reference: stage.victims.reference, claimCode: own.claimCode };
      expect((await impostor.browser().post('/ask/hostel/follow', keys)).status).toBe(403);
    },
  },
  {
    title: 'references that are guessed answer alike, whether there is such a request or not',
    run: async (stage, impostor) => {
      const [year = '', number = ''] = stage.victims.reference.split('-');
      const find = (reference: string) => impostor.browser().post('/ask/hostel/follow', { reference, claimCode: '00000000' });
      const known = await find(stage.victims.reference);
      const unknown = await find(`${year}-${String(Number(number) + 90_000)}`);
      expect([known.status, unknown.status]).toEqual([403, 403]);
      const without = (html: string) => html.replaceAll(/\d{4}-\d{4,}/gu, 'REFERENCE');
      expect(without(known.html)).toBe(without(unknown.html));
    },
  },
  {
    title: 'the right reference and claim code do not open a request on the pages of another controller',
    run: async (stage, impostor) => {
      const { reference, claimCode } = stage.victims;
      expect((await impostor.browser().post('/ask/club/follow', { reference, claimCode })).status).toBe(403);
    },
  },
];

const strangers: readonly Attack[] = [
  {
    title: 'the page of a request is not shown to a browser that has none',
    run: async (stage, impostor) => {
      const page = await impostor.browser().open(`${HOSTEL}/${stage.victims.id}`);
      expect(page.html).not.toContain(stage.victims.reference);
    },
  },
  {
    title: 'the page of a request is not shown to a browser that follows another one',
    run: async (stage, impostor) => {
      const { browser } = await impostor.ask({ email: OWN.email });
      expect((await browser.open(`${HOSTEL}/${stage.victims.id}`)).html).not.toContain(stage.victims.reference);
    },
  },
  {
    title: 'a cookie that was made up follows nothing',
    run: async (stage, impostor) => {
      for (const cookie of ['__Host-rq=x', `__Host-rq=${'A'.repeat(43)}`, `__Host-rq=${stage.victims.id}`, '__Host-rq=']) {
        const response = await impostor.browser().send(`${HOSTEL}/${stage.victims.id}`, { headers: { cookie } });
        expect(await response.text()).not.toContain(stage.victims.reference);
      }
    },
  },
  {
    title: 'a cookie of one controller’s request follows nothing on the pages of another',
    run: async (_stage, impostor) => {
      const { browser, id, reference } = await impostor.ask({ email: OWN.email });
      expect((await browser.open(`${HOSTEL}/${id}`)).html).toContain(reference);
      expect((await browser.open(`/ask/club/requests/${id}`)).html).not.toContain(reference);
    },
  },
  ...ACTIONS.map((action): Attack => ({
    title: `nobody but its subject can send "${action}" for a request`,
    run: async (stage, impostor) => {
      const { browser } = await impostor.ask({ email: OWN.email });
      const page = await browser.post(`${HOSTEL}/${stage.victims.id}/${action}`, { code: '0', answer: 'x', what: 'x' });
      expect(page.html).not.toContain(stage.victims.reference);
    },
  })),
  {
    title: 'whoever asks in the name of somebody else can neither withdraw nor doubt a request of that person’s own',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const { browser, follow, id } = await impostor.ask({ email: VICTIM.email });
      await stage.settled(id);
      await browser.post(`${follow}/not-me`, {});
      expect(await stage.settled(id)).toBe('cancelled');
    },
  },
  {
    title: 'what a page says that it does is done by no other verb than its own',
    run: async (stage, impostor) => {
      const { browser, follow, id } = await impostor.ask({ email: OWN.email });
      for (const method of OTHER_VERBS) for (const action of ACTIONS) await browser.send(`${follow}/${action}`, { method });
      for (const header of ['x-http-method-override', 'x-method-override'])
        await browser.send(`${follow}/withdraw?_method=POST`, { headers: { [header]: 'POST' } });
      expect(await stage.settled(id)).toBe('received');
    },
  },
  {
    title: 'a page of another site has no cookie to send along',
    run: async (_stage, impostor) => {
      await impostor.ask({ email: OWN.email });
      expect(impostor.hasSeen('set-cookie: __Host-rq=')).toBe(true);
      const cookies = impostor.texts().flatMap((text) => /^set-cookie: (.*)$/mu.exec(text)?.[1] ?? []);
      for (const cookie of cookies) expect(cookie).toMatch(/^__Host-(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Strict)/u);
    },
  },
  {
    title: 'a link is sent anew to the proved address, whatever address is posted with the wish',
    run: async (stage, impostor) => {
      const own = await stage.own(impostor);
      await own.browser.post(`${own.follow}/link`, { email: VICTIM.email, to: VICTIM.email });
      await stage.settled(own.id);
      expect(impostor.hasSeen(OWN_DATA)).toBe(true);
    },
  },
];

const staffOnly: readonly Attack[] = [
  '/archives/ID',
  '/requests/ID/report',
  '/requests/ID/events',
  '/requests/ID/report.html',
].map((path) => ({
  title: `what is for staff alone, ${path}, is not shown to a browser of a subject`,
  run: async (stage, impostor) => {
    const { browser } = await impostor.ask({ email: OWN.email });
    const { status } = await browser.send(path.replace('ID', stage.victims.id));
    expect([401, 403, 404]).toContain(status);
  },
}));

/** The page of a request, and what can be done there, by others than its subject. */
export const FOLLOWING: readonly Attack[] = [...claimed, ...strangers, ...staffOnly];
