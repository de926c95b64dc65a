import { expect } from '@jest/globals';
import { type Changes, type Crooked, goodClaims } from '../oidc/crooked-provider.js';
import { accountOf } from '../sign-in/sign-in-house.js';
import type { AskedRequest, Impostor } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { OWN, VICTIM } from './victims.js';

const PROVED = 'data-page="done"';
const OWN_ACCOUNT = accountOf(OWN.email, { customer_number: '49002' });

interface Begun {
  readonly state: string;
  readonly nonce: string;
}

async function begin({ browser, follow }: AskedRequest): Promise<Begun> {
  const response = await browser.send(`${follow}/sign-in`, { method: 'POST' });
  const { state = '', nonce = '' } = Object.fromEntries(new URL(response.headers.get('location') ?? 'about:blank').searchParams);
  return { state, nonce };
}

/** Comes back from the provider with everything in order, but for these changes of the query. */
async function comeBack(
  { provider }: Stage,
  { browser }: Pick<AskedRequest, 'browser'>,
  query: Readonly<Record<string, string>>,
  controller = 'hostel',
): Promise<string> {
  const all = new URLSearchParams({ code: 'a code', iss: provider.issuer, ...query });
  return (await browser.send(`/ask/${controller}/signed-in?${all.toString()}`)).text();
}

async function signIn(stage: Stage, asked: AskedRequest, claims: Changes, next: Crooked = {}): Promise<string> {
  const { state, nonce } = await begin(asked);
  stage.provider.next = { claims: goodClaims(stage.provider.issuer, nonce, claims), ...next };
  return comeBack(stage, asked, { state });
}

/** A request for what the victim is known by, in the impostor's browser. */
function forVictim(
  impostor: Impostor,
  fields: Readonly<Record<string, string>> = { email: VICTIM.email },
): Promise<AskedRequest> {
  return impostor.ask(fields);
}

/** A sign-in of the impostor's that proves nothing of what they asked for. */
function provesNothing(
  title: string,
  claims: Changes,
  { fields, next, victimGets = ['code'] }: Pick<Attack, 'victimGets'> & { fields?: Record<string, string>; next?: Crooked } = {},
): Attack {
  return {
    title,
    victimGets,
    run: async (stage, impostor) => {
      const asked = await forVictim(impostor, fields);
      expect(await signIn(stage, asked, claims, next)).not.toContain(PROVED);
      expect(await stage.settled(asked.id)).toBe('received');
      expect(await stage.noted(asked.id, 'identity.signIn')).toBe(1);
    },
  };
}

const accounts: readonly Attack[] = [
  provesNothing('an account of one’s own does not prove the request of somebody else', OWN_ACCOUNT),
  provesNothing(
    'an account with the address of somebody else that nobody has verified proves nothing',
    accountOf(VICTIM.email, { email_verified: false }),
  ),
  provesNothing(
    'an account whose address a text calls verified proves nothing',
    accountOf(VICTIM.email, { email_verified: 'true' }),
  ),
  provesNothing(
    'an account that says nothing of its address being verified proves nothing',
    accountOf(VICTIM.email, { email_verified: undefined }),
  ),
  provesNothing(
    'an account with a twin of the address by a plus tag proves nothing',
    accountOf(VICTIM.email.replace('@', '+me@')),
  ),
  provesNothing(
    'an account with a homograph of the address proves nothing',
    accountOf(VICTIM.email.replace('violet', 'vi\u043elet')),
  ),
  provesNothing('an account whose name is the address of somebody else proves nothing', {
    ...OWN_ACCOUNT,
    preferred_username: VICTIM.email,
    name: VICTIM.email,
  }),
  provesNothing('an account whose subject is the customer number of somebody else proves nothing', {
    ...OWN_ACCOUNT,
    sub: VICTIM.customerNumber,
  }),
  provesNothing('an account with a list of numbers, one of them somebody else’s, proves nothing', {
    ...OWN_ACCOUNT,
    customer_number: ['49002', VICTIM.customerNumber],
  }),
  provesNothing('an account of one’s own does not prove a request by the telephone of somebody else', OWN_ACCOUNT, {
    fields: { phone: VICTIM.phone },
  }),
];

const answers: readonly Attack[] = [
  provesNothing('a token of the provider for another site proves nothing', { ...accountOf(VICTIM.email), aud: 'a-shop-of-mine' }),
  provesNothing('a token of another provider proves nothing', { ...accountOf(VICTIM.email), iss: 'https://evil.example.test' }),
  provesNothing('a token from another sign-in, with another nonce, proves nothing', {
    ...accountOf(VICTIM.email),
    nonce: 'of-yesterday',
  }),
  provesNothing('a sign-in of long ago, at a computer that was left open, proves nothing', {
    ...accountOf(VICTIM.email),
    auth_time: 1_700_000_000,
  }),
  provesNothing('a token that does not say when somebody signed in proves nothing', {
    ...accountOf(VICTIM.email),
    auth_time: undefined,
  }),
  provesNothing('a token that somebody else has signed proves nothing', accountOf(VICTIM.email), {
    next: { signature: 'strange' },
  }),
  provesNothing('a token without a signature proves nothing', accountOf(VICTIM.email), { next: { signature: 'none' } }),
];

const flows: readonly Attack[] = [
  {
    title: 'a code of the victim’s sign-in, stolen on its way, is worth nothing in another browser',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await forVictim(impostor);
      const { state, nonce } = await begin(asked);
      stage.provider.next = { claims: goodClaims(stage.provider.issuer, nonce, accountOf(VICTIM.email)) };
      // No browser but the one that has begun it
      expect(await comeBack(stage, { browser: impostor.browser() }, { state })).not.toContain(PROVED);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'a code that was got for another way through the provider does not fit the verifier of this one (PKCE)',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await forVictim(impostor);
      const { state } = await begin(asked);
      // As providers answer to a verifier that the code was not made for
      stage.provider.next = { status: 400, body: { error: 'invalid_grant' } };
      expect(await comeBack(stage, asked, { state, code: 'the victim’s' })).not.toContain(PROVED);
      expect(stage.provider.exchanges.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43}$/u);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'an answer of the provider that names another issuer is not exchanged',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await forVictim(impostor);
      const { state, nonce } = await begin(asked);
      stage.provider.next = { claims: goodClaims(stage.provider.issuer, nonce, accountOf(VICTIM.email)) };
      const before = stage.provider.exchanges.length;
      expect(await comeBack(stage, asked, { state, iss: 'https://evil.example.test' })).not.toContain(PROVED);
      expect(stage.provider.exchanges).toHaveLength(before);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'a way through the provider that was begun for one’s own request does not end in the request of somebody else',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const own = await impostor.ask({ email: OWN.email });
      const asked = await forVictim(impostor);
      const { state, nonce } = await begin(own);
      stage.provider.next = { claims: goodClaims(stage.provider.issuer, nonce, OWN_ACCOUNT) };
      expect(await comeBack(stage, own, { state, request: asked.id })).toContain(own.reference);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'a sealed way that was begun at one controller ends at no other',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await forVictim(impostor);
      const { state, nonce } = await begin(asked);
      stage.provider.next = { claims: goodClaims(stage.provider.issuer, nonce, accountOf(VICTIM.email)) };
      expect(await comeBack(stage, asked, { state }, 'club')).not.toContain(PROVED);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'a way through the provider is begun for nobody who may not follow the request',
    run: async (stage, impostor) => {
      const path = `/ask/hostel/requests/${stage.victims.id}/sign-in`;
      for (const browser of [impostor.browser(), (await impostor.ask({ email: OWN.email })).browser]) {
        const response = await browser.send(path, { method: 'POST' });
        expect([response.status, response.headers.get('location')]).toEqual([200, null]);
      }
    },
  },
  {
    title: 'accounts are tried five times in an hour for one request, and then none is looked at',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await forVictim(impostor);
      for (let tries = 0; tries < 5; tries += 1) await signIn(stage, asked, accountOf(`mallory${String(tries)}@post.test`));
      const before = stage.provider.exchanges.length;
      expect(await signIn(stage, asked, OWN_ACCOUNT)).not.toContain(PROVED);
      expect([stage.provider.exchanges.length, await stage.noted(asked.id, 'identity.signIn')]).toEqual([before, 6]);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'an account of one’s own beside the address of somebody else leads to one’s own data alone',
    run: async (stage, impostor) => {
      const asked = await impostor.ask({ email: OWN.email, otherEmails: VICTIM.email, customerNumber: VICTIM.customerNumber });
      expect(await signIn(stage, asked, OWN_ACCOUNT)).toContain(PROVED);
      await stage.goAsFarAsItGoes(impostor, asked);
    },
  },
];

/** Accounts at the provider of the controller: of the impostor's own, and answers that they have made up or stolen. */
export const ACCOUNTS: readonly Attack[] = [...accounts, ...answers, ...flows];
