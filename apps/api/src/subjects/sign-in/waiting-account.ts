import { Secret, toIdentifier } from '@habeas/connector-sdk';
import type { AccountIdentifier, Clock, DeliveryCrypto, SignedInAccount } from '@habeas/core';
import type { AskAccount } from '@habeas/subject-pages';
import { z } from 'zod';

/** How long a form with an account may be left open. */
export const WAITING_MS = 10 * 60_000;
const PLACE = 'oidc/waiting-account';

const shape = z.strictObject({
  controller: z.string(),
  signIn: z.string(),
  /** SHA-256 of what the browser has in its cookie. */
  browser: z.string(),
  until: z.number(),
  issuer: z.string(),
  signedInAt: z.number(),
  identifiers: z.array(
    z.strictObject({ kind: z.enum(['email', 'phone', 'id']), value: z.string(), namespace: z.string().optional() }),
  ),
});

/** An account that waits for what is asked for with it. */
export interface WaitingAccount {
  readonly controller: string;
  /** What the sign-in is called: it is good for one request. */
  readonly signIn: string;
  readonly account: SignedInAccount;
}

interface Sealing {
  readonly crypto: Pick<DeliveryCrypto, 'seal' | 'open' | 'sha256Hex' | 'isEqual'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** An account as a form holds it: sealed, for one browser and ten minutes. Nobody else makes, reads or changes one. */
export function sealWaiting(
  { crypto, clock }: Sealing,
  { controller, signIn, account }: WaitingAccount,
  browser: Secret<string>,
): Promise<string> {
  const waiting = {
    ...{ controller, signIn, browser: crypto.sha256Hex(browser.reveal()), until: clock.now().getTime() + WAITING_MS },
    ...{ issuer: account.issuer, signedInAt: account.signedInAt.getTime(), identifiers: account.identifiers.reveal() },
  };
  return crypto.seal(PLACE, new Secret(JSON.stringify(waiting)));
}

/** The account that was sealed; `undefined` where it was changed, is over, or is another browser's or controller's. */
export async function openWaiting(
  { crypto, clock }: Sealing,
  sealed: string,
  { controller, browser }: { readonly controller: string; readonly browser: Secret<string> },
): Promise<WaitingAccount | undefined> {
  const text = /^[\w.~+/=:-]{20,20000}$/u.test(sealed) ? await crypto.open(PLACE, sealed) : undefined;
  if (text === undefined) return undefined;
  const waiting = shape.parse(JSON.parse(text.reveal()));
  const isOurs = waiting.controller === controller && crypto.isEqual(waiting.browser, crypto.sha256Hex(browser.reveal()));
  if (!isOurs || clock.now().getTime() >= waiting.until) return undefined;
  const { signIn, issuer, signedInAt } = waiting;
  const identifiers = waiting.identifiers.map(({ kind, value, namespace }) => ({
    ...{ kind, value },
    ...(namespace === undefined ? {} : { namespace }),
  }));
  return { controller, signIn, account: { issuer, signedInAt: new Date(signedInAt), identifiers: new Secret(identifiers) } };
}

/** The account with what can be searched for: a provider may hold a number that is none. */
export function searchable(account: SignedInAccount, phoneRegion: string | undefined): SignedInAccount {
  const options = phoneRegion === undefined ? {} : { phoneRegion };
  const isUnderstood = ({ kind, value, namespace }: AccountIdentifier): boolean =>
    toIdentifier(kind, value, { ...options, ...(namespace === undefined ? {} : { namespace }) }) !== undefined;
  return { ...account, identifiers: new Secret(account.identifiers.reveal().filter(isUnderstood)) };
}

/** How it is shown to who has signed in. */
export function knownBy({ identifiers }: SignedInAccount): AskAccount['knownBy'] {
  return identifiers
    .reveal()
    .map(({ kind, value }) => ({ kind: kind === 'email' || kind === 'phone' ? kind : 'customerNumber', value }));
}
