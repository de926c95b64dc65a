import { expect } from '@jest/globals';
import { type Changes, goodClaims } from '../oidc/crooked-provider.js';
import { accountOf } from '../sign-in/sign-in-house.js';
import { workedOut } from '../subject-browser.js';
import { type AskedRequest, askedIn, type Impostor, WatchedBrowser } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { OWN, OWN_DATA, VICTIM } from './victims.js';

const ASKED = 'data-page="asked"';
const OWN_ACCOUNT = accountOf(OWN.email, { customer_number: '49002' });
const VICTIMS_ACCOUNT = accountOf(VICTIM.email, { customer_number: VICTIM.customerNumber });

interface Begun {
  readonly state: string;
  readonly nonce: string;
}

async function begin(browser: WatchedBrowser): Promise<Begun> {
  const response = await browser.send('/ask/hostel/sign-in', { method: 'POST' });
  const { state = '', nonce = '' } = Object.fromEntries(new URL(response.headers.get('location') ?? 'about:blank').searchParams);
  return { state, nonce };
}

async function comeBack(
  { provider }: Stage,
  browser: WatchedBrowser,
  { state, nonce }: Begun,
  { claims, query = {} }: { readonly claims: Changes; readonly query?: Readonly<Record<string, string>> },
): Promise<string> {
  provider.next = { claims: goodClaims(provider.issuer, nonce, claims) };
  const all = new URLSearchParams({ code: 'a code', iss: provider.issuer, state, ...query });
  return (await browser.send(`/ask/hostel/signed-in?${all.toString()}`)).text();
}

const sealedIn = (html: string): string => /name="account" value="([^"]+)"/u.exec(html)?.[1] ?? '';

/** Sends the form with an account in it. */
async function sends(
  browser: WatchedBrowser,
  account: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<AskedRequest> {
  const form = await browser.open('/ask/hostel');
  const plain = { rights: 'access', format: 'csv', language: 'en', account };
  return askedIn(browser, await browser.post('/ask/hostel', { ...workedOut(form), ...plain, ...fields }));
}

async function signedIn(stage: Stage, browser: WatchedBrowser, claims: Changes): Promise<string> {
  return sealedIn(await comeBack(stage, browser, await begin(browser), { claims }));
}

/** A browser of the victim's: the impostor sees nothing of it. */
const victims = (stage: Stage): WatchedBrowser => new WatchedBrowser(stage.house.url, () => undefined);

/** A form of the impostor's own account, changed so that it would be about the victim. */
function changed(title: string, fields: Readonly<Record<string, string>>): Attack {
  return {
    title,
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const { page } = await sends(browser, await signedIn(stage, browser, OWN_ACCOUNT), fields);
      expect([page.status, page.html.includes(ASKED)]).toEqual([403, false]);
    },
  };
}

/** An account that is none of the victim's, whatever it says. */
function knownByNothing(title: string, claims: Changes): Attack {
  return {
    title,
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      expect(await signedIn(stage, browser, claims)).toBe('');
    },
  };
}

async function isOwnAlone(stage: Stage, impostor: Impostor, asked: AskedRequest): Promise<void> {
  expect(asked.page.html).toContain(ASKED);
  await stage.goAsFarAsItGoes(impostor, asked);
  expect(impostor.hasSeen(OWN_DATA)).toBe(true);
}

const flows: readonly Attack[] = [
  {
    title: 'a form of one’s own account leads to one’s own data alone',
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const asked = await sends(browser, await signedIn(stage, browser, OWN_ACCOUNT), { message: VICTIM.email });
      await isOwnAlone(stage, impostor, asked);
    },
  },
  {
    title: 'an account that the victim has signed in with, copied out of their form, is worth nothing in another browser',
    run: async (stage, impostor) => {
      const stolen = await signedIn(stage, victims(stage), VICTIMS_ACCOUNT);
      const fresh = impostor.browser();
      expect((await sends(fresh, stolen)).page.html).not.toContain(ASKED);
      // Also in one in which somebody has signed in themselves
      const own = impostor.browser();
      await signedIn(stage, own, OWN_ACCOUNT);
      expect((await sends(own, stolen)).page.html).not.toContain(ASKED);
    },
  },
  {
    title: 'the victim’s way back from the provider, stolen, puts their account into no other browser',
    run: async (stage, impostor) => {
      const begun = await begin(victims(stage));
      const thiefs = impostor.browser();
      expect(sealedIn(await comeBack(stage, thiefs, begun, { claims: VICTIMS_ACCOUNT }))).toBe('');
      await begin(thiefs);
      expect(sealedIn(await comeBack(stage, thiefs, begun, { claims: VICTIMS_ACCOUNT }))).toBe('');
    },
  },
  {
    title: 'an account that waits in a browser is in no form that is opened there anew',
    run: async (stage, impostor) => {
      const left = victims(stage);
      await signedIn(stage, left, VICTIMS_ACCOUNT);
      const { html } = await left.open('/ask/hostel');
      impostor.see(html);
      expect([sealedIn(html), html.includes(VICTIM.email)]).toEqual(['', false]);
    },
  },
  {
    title: 'a sign-in asks once: whoever sends the form again with its cookie is told of nothing',
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const sealed = await signedIn(stage, browser, OWN_ACCOUNT);
      const asked = await sends(browser, sealed);
      await isOwnAlone(stage, impostor, asked);
      expect((await sends(browser, sealed)).page.html).not.toContain(ASKED);
    },
  },
  {
    title: 'a way that was begun to ask proves no request and opens no link, whatever the callback says',
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const link = stage.victims.path.slice(stage.victims.path.lastIndexOf('/') + 1);
      const query = { request: stage.victims.id, link, secret: stage.victims.secret };
      expect(sealedIn(await comeBack(stage, browser, await begin(browser), { claims: OWN_ACCOUNT, query }))).not.toBe('');
      expect((await browser.send(`${stage.victims.path}/archive`)).status).toBe(410);
    },
  },
];

/** Accounts at the provider of the controller with which somebody asks, who would like it to be about another person. */
export const ACCOUNTS_ON_FORM: readonly Attack[] = [
  changed('the address of somebody else in a form that one’s own account stands in has it refused', { email: VICTIM.email }),
  changed('the telephone of somebody else in a form that one’s own account stands in has it refused', { phone: VICTIM.phone }),
  changed('the number of somebody else in a form that one’s own account stands in has it refused', {
    customerNumber: VICTIM.customerNumber,
  }),
  changed('an account is no word of a parent: a form for another person has it refused', { requester: 'parental_authority' }),
  knownByNothing(
    'an account with the address of somebody else that nobody has verified stands in no form',
    accountOf(VICTIM.email, { email_verified: false }),
  ),
  knownByNothing('an account whose name is the address of somebody else stands in no form', {
    preferred_username: VICTIM.email,
    email: undefined,
  }),
  knownByNothing('a sign-in of long ago, at a computer that was left open, stands in no form', {
    ...VICTIMS_ACCOUNT,
    auth_time: 1_700_000_000,
  }),
  ...flows,
];
