import { expect } from '@jest/globals';
import { accepted } from '../../src/client/service-client.js';
import { type Changes, goodClaims } from '../oidc/crooked-provider.js';
import { accountOf } from '../sign-in/sign-in-house.js';
import { type LinkKeys, WatchedBrowser } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { OWN, OWN_DATA, VICTIM } from './victims.js';

const GONE = 410;
const LET_IN = 'data-page="download"';
const OWN_ACCOUNT = accountOf(OWN.email, { customer_number: '49002' });
const VICTIMS_ACCOUNT = accountOf(VICTIM.email, { customer_number: VICTIM.customerNumber });

interface Begun {
  readonly status: number;
  readonly state: string;
  readonly nonce: string;
}

async function begin(browser: WatchedBrowser, { path, secret }: LinkKeys): Promise<Begun> {
  const response = await browser.send(`${path}/sign-in`, { method: 'POST', body: new URLSearchParams({ secret }) });
  const { state = '', nonce = '' } = Object.fromEntries(new URL(response.headers.get('location') ?? 'about:blank').searchParams);
  return { status: response.status, state, nonce };
}

/** The page that a browser comes back to, with everything in order but for these changes of the query. */
async function comeBack(
  { provider }: Stage,
  browser: WatchedBrowser,
  { state, nonce }: Pick<Begun, 'state' | 'nonce'>,
  {
    claims,
    query = {},
    controller = 'hostel',
    headers = {},
  }: {
    readonly claims: Changes;
    readonly query?: Readonly<Record<string, string>>;
    readonly controller?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<string> {
  provider.next = { claims: goodClaims(provider.issuer, nonce, claims) };
  const all = new URLSearchParams({ code: 'a code', iss: provider.issuer, state, ...query });
  return (await browser.send(`/ask/${controller}/signed-in?${all.toString()}`, { headers: { ...headers } })).text();
}

/** An account that does not open the link of the victim's, which somebody has from a mailbox that was left open. */
function opensNothing(title: string, claims: Changes): Attack {
  return {
    title,
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const stolen = await stage.answered(VICTIM.email);
      const browser = impostor.browser();
      expect(await comeBack(stage, browser, await begin(browser, stolen), { claims })).not.toContain(LET_IN);
      expect((await browser.send(`${stolen.path}/archive`)).status).toBe(GONE);
      const { request } = await stage.officer.client.run('requestDelivery', { id: stolen.id });
      expect(request?.delivery).toMatchObject({ failures: 1, completed: 0 });
    },
  };
}

const accounts: readonly Attack[] = [
  opensNothing('an account of one’s own opens no link of somebody else', OWN_ACCOUNT),
  opensNothing(
    'an account with an address that nobody has verified opens no link',
    accountOf(VICTIM.email, { email_verified: false }),
  ),
  opensNothing('an account with a twin of the address opens no link', accountOf(VICTIM.email.replace('@', '+me@'))),
  opensNothing('an account by the customer number of the victim, by which nothing was proved, opens no link', {
    ...OWN_ACCOUNT,
    customer_number: VICTIM.customerNumber,
  }),
  opensNothing('the account of the victim’s, signed in to long ago at a computer that was left open, opens no link', {
    ...VICTIMS_ACCOUNT,
    auth_time: 1_700_000_000,
  }),
  opensNothing('a token of the provider for another site opens no link', { ...VICTIMS_ACCOUNT, aud: 'a-shop-of-mine' }),
  opensNothing('a token from another sign-in opens no link', { ...VICTIMS_ACCOUNT, nonce: 'of-yesterday' }),
];

const flows: readonly Attack[] = [
  {
    title: 'the account of the victim’s without the secret of the link is not even asked for, and costs its subject nothing',
    run: async (stage, impostor) => {
      const { path } = stage.victims;
      const own = await stage.own(impostor);
      for (const secret of ['', 'x', 'A'.repeat(43), own.secret])
        expect(await begin(impostor.browser(), { path, secret })).toMatchObject({ status: GONE, state: '' });
    },
  },
  {
    title: 'foreign accounts at a link end after five that are looked at',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const stolen = await stage.answered(VICTIM.email);
      const waiting = impostor.browser();
      const begun = await begin(waiting, stolen);
      for (let tries = 0; tries < 5; tries += 1) {
        const browser = impostor.browser();
        const claims = accountOf(`mallory${String(tries)}@post.test`);
        expect(await comeBack(stage, browser, await begin(browser, stolen), { claims })).not.toContain(LET_IN);
      }
      const before = stage.provider.exchanges.length;
      expect(await comeBack(stage, waiting, begun, { claims: OWN_ACCOUNT })).not.toContain(LET_IN);
      expect([stage.provider.exchanges.length, (await begin(impostor.browser(), stolen)).status]).toEqual([before, 429]);
    },
  },
  {
    title: 'a way through the provider that was begun for one’s own link ends at no other, whatever the callback says',
    run: async (stage, impostor) => {
      const own = await stage.own(impostor);
      const browser = impostor.browser();
      const link = stage.victims.path.slice(stage.victims.path.lastIndexOf('/') + 1);
      const query = { link, request: stage.victims.id };
      expect(await comeBack(stage, browser, await begin(browser, own), { claims: OWN_ACCOUNT, query })).toContain(LET_IN);
      expect((await browser.send(`${stage.victims.path}/archive`)).status).toBe(GONE);
      await browser.send(`${own.path}/archive`);
      expect(impostor.hasSeen(OWN_DATA)).toBe(true);
    },
  },
  {
    title: 'a way through the provider that was begun for one’s own request opens no link',
    run: async (stage, impostor) => {
      const { browser, follow } = await impostor.ask({ email: OWN.email });
      const response = await browser.send(`${follow}/sign-in`, { method: 'POST' });
      const begun = Object.fromEntries(new URL(response.headers.get('location') ?? 'about:blank').searchParams);
      const { state = '', nonce = '' } = begun;
      const link = stage.victims.path.slice(stage.victims.path.lastIndexOf('/') + 1);
      const query = { link, secret: stage.victims.secret };
      expect(await comeBack(stage, browser, { state, nonce }, { claims: OWN_ACCOUNT, query })).not.toContain(LET_IN);
      expect((await browser.send(`${stage.victims.path}/archive`)).status).toBe(GONE);
    },
  },
  {
    title: 'the sign-in of the victim’s at their link, stolen on its way back, is worth nothing in another browser',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const stolen = await stage.answered(VICTIM.email);
      const victims = new WatchedBrowser(stage.house.url, () => undefined);
      const begun = await begin(victims, stolen);
      const thiefs = impostor.browser();
      expect(await comeBack(stage, thiefs, begun, { claims: VICTIMS_ACCOUNT })).not.toContain(LET_IN);
      // Also in one that has begun a way of its own with the same link
      await begin(thiefs, stolen);
      expect(await comeBack(stage, thiefs, begun, { claims: VICTIMS_ACCOUNT })).not.toContain(LET_IN);
      expect((await thiefs.send(`${stolen.path}/archive`)).status).toBe(GONE);
    },
  },
  {
    title: 'somebody who is lured to the provider by a way that was begun elsewhere lets nobody in when they come back',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const stolen = await stage.answered(VICTIM.email);
      const thiefs = impostor.browser();
      const begun = await begin(thiefs, stolen);
      const lured = impostor.browser();
      expect(await comeBack(stage, lured, begun, { claims: VICTIMS_ACCOUNT })).not.toContain(LET_IN);
      expect((await thiefs.send(`${stolen.path}/archive`)).status).toBe(GONE);
    },
  },
  {
    title: 'a cookie of a way that was put into the browser of somebody else opens to them no link but their own',
    run: async (stage, impostor) => {
      const own = await stage.own(impostor);
      const begun = await begin(impostor.browser(), own);
      const planted = impostor.texts().findLast((text) => text.includes('__Host-rq-oidc='));
      const cookie = /__Host-rq-oidc=[^;]+/u.exec(planted ?? '')?.[0] ?? '';
      const page = await comeBack(stage, impostor.browser(), begun, { claims: VICTIMS_ACCOUNT, headers: { cookie } });
      expect(page).toContain('data-page="sign-in"');
    },
  },
  {
    title: 'a way that was begun for a link at one controller ends at no other',
    run: async (stage, impostor) => {
      const own = await stage.own(impostor);
      const browser = impostor.browser();
      const begun = await begin(browser, own);
      expect(await comeBack(stage, browser, begun, { claims: OWN_ACCOUNT, controller: 'club' })).not.toContain(LET_IN);
      expect((await begin(impostor.browser(), { ...own, path: own.path.replace('/hostel/', '/club/') })).state).toBe('');
    },
  },
  {
    title: 'a link that is revoked while somebody is at the provider opens to nobody, whatever account they come back with',
    victimGets: ['link'],
    run: async (stage, impostor) => {
      const stolen = await stage.answered(VICTIM.email);
      const browser = impostor.browser();
      const begun = await begin(browser, stolen);
      accepted((await stage.officer.client.run('revokeLink', { id: stolen.id })).revokeLink);
      expect(await comeBack(stage, browser, begun, { claims: VICTIMS_ACCOUNT })).toContain('data-page="gone"');
      expect((await browser.send(`${stolen.path}/archive`)).status).toBe(GONE);
    },
  },
  {
    title: 'a secret in the query of the way to the provider is not looked at, and neither is any verb but POST',
    run: async ({ victims: { path, secret } }, impostor) => {
      const query = new URLSearchParams({ secret }).toString();
      expect((await impostor.browser().send(`${path}/sign-in?${query}`, { method: 'POST' })).status).toBe(GONE);
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
        const { headers } = await impostor.browser().send(`${path}/sign-in?${query}`, { method });
        expect(headers.getSetCookie()).toEqual([]);
      }
    },
  },
];

/** Accounts at the provider of the controller, in the hands of somebody who has the link of another person or would like to. */
export const ACCOUNTS_AT_LINKS: readonly Attack[] = [...accounts, ...flows];
