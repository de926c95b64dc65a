import { Secret } from '@habeas/connector-sdk';
import { matchAccount } from '../identity/account/match-account.js';
import { noteSignIn } from '../identity/account/note-sign-in.js';
import { isFreshAccount, type SignedInAccount } from '../identity/account/signed-in-account.js';
import { isObjectedTo } from '../identity/contact-facts.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { spendWithin } from '../request/spend-once.js';
import { isClaim } from './claim-code.js';
import { type DeliveryDesk, type DownloadDoor, giveBack, letIn, opened, payForTry, SUBJECT, type Try } from './link-tries.js';
import type { ShownLink } from './usable-link.js';

/** What a link's secret came to that was shown before anybody signs in: `known` with its hash, or what `openDownload` says of others. */
export type CheckedLink =
  { readonly outcome: 'known'; readonly secretHash: string } | { readonly outcome: 'wait' } | { readonly outcome: 'gone' };

/**
 * Looks whether the secret of a link is right, which is the first of the two things that open it. Nothing is paid for that, since a secret cannot
 * be guessed, and it takes as long for a link that is none as for a wrong secret (security R50).
 */
export async function checkLink(
  desk: DeliveryDesk,
  { secret, ...shown }: ShownLink & { readonly secret: Secret<string> },
): Promise<CheckedLink> {
  const { crypto } = desk.delivery;
  const secretHash = crypto.sha256Hex(secret.reveal());
  const checked = await desk.store.transact(async (transaction): Promise<CheckedLink> => {
    const usable = await opened(transaction, crypto, shown, secretHash);
    if (usable === undefined) return { outcome: 'gone' };
    const { waitUntil } = usable.link;
    return waitUntil !== undefined && transaction.now < waitUntil ? { outcome: 'wait' } : { outcome: 'known', secretHash };
  });
  await isClaim(crypto, undefined, new Secret(''));
  return checked;
}

/** A sign-in that has come back from the provider, to a link whose secret was shown before. */
export interface SignInAtLink extends ShownLink {
  /** SHA-256 of that secret, lower-case hexadecimal. */
  readonly secretHash: string;
  /** What it is called, as a hash: it counts once. */
  readonly flow: string;
  readonly issuer: string;
}

/** Whether a sign-in is looked at. `over`: it was used before; `wait` and `gone` as for codes. */
export type LinkPayment = 'paid' | 'over' | 'wait' | 'gone';

/** Pays for a sign-in before anything of it is looked at, as for a code: a foreign account counts as a wrong one does (security R52). */
export function payAtLink(desk: DeliveryDesk, signIn: SignInAtLink): Promise<LinkPayment> {
  return desk.store.transact(async (transaction) => {
    if (!(await spendWithin(transaction, signIn.controller, `sign-in ${signIn.flow}`))) return 'over';
    const paid = await payForTry(transaction, tryOf(desk, signIn));
    return paid === 'gone' || paid === 'wait' ? paid : 'paid';
  });
}

/** What came of a sign-in that shows no account that could be looked at. */
export interface FailedAtLink {
  /** A code of a closed list. */
  readonly why: string;
  /** Whether it was nobody’s guess: then what was paid is given back. */
  readonly isFree: boolean;
}

/** Notes why a sign-in that was paid for came to nothing. */
export function failAtLink(desk: DeliveryDesk, signIn: SignInAtLink, { why, isFree }: FailedAtLink): Promise<void> {
  return desk.store.transact(async (transaction) => {
    if (isFree) await giveBack(transaction, signIn);
    await noteAt(transaction, desk, signIn, why);
  });
}

/**
 * Lets a browser in that has shown a link's secret, by an account that is known by what the request's subject is proved by (security R52, R57), and
 * that somebody signed in to just now (R56). What only stands on record, or was only given, does not count, and neither does an account where
 * somebody asks for another.
 */
export function openByAccount(
  desk: DeliveryDesk & Pick<Desk, 'vault' | 'sources'>,
  signIn: SignInAtLink,
  account: SignedInAccount,
): Promise<DownloadDoor> {
  return desk.store.transact(async (transaction) => {
    const delivery = await transaction.deliveries.lockByLink(signIn.link);
    const request = delivery && (await transaction.requests.get(signIn.controller, delivery.request));
    if (request?.dataKey === undefined) return { outcome: 'gone' };
    const isFresh = isFreshAccount(account, transaction.now);
    // What is shown was paid for: it is given back only where it is right
    if (isFresh && (await isTheirs(desk, request, account))) return letIn(transaction, tryOf(desk, signIn));
    await noteAt(transaction, desk, signIn, isFresh ? 'strange' : 'stale');
    return { outcome: 'wrong' };
  });
}

async function isTheirs(
  { vault, sources }: Pick<Desk, 'vault' | 'sources'>,
  request: DataRequest,
  { issuer, identifiers }: SignedInAccount,
): Promise<boolean> {
  if (isObjectedTo(request) || request.proof?.onBehalf !== undefined) return false;
  const file = await openSubjectFile(vault, request);
  const proved = file.identifiers.filter(({ provedBy }) => provedBy !== undefined);
  const owned = { file: { identifiers: proved }, found: { identifiers: [], matches: [] } };
  const phoneRegion = sources.phoneRegionOf(request.controller);
  return matchAccount({ ...owned, phoneRegion }, identifiers.reveal(), issuer) !== undefined;
}

function tryOf(desk: DeliveryDesk, { controller, link, secretHash, issuer }: SignInAtLink): Try {
  return { desk, shown: { controller, link }, hash: secretHash, factor: { by: 'account', account: issuer } };
}

/** Nothing, where the link was taken back meanwhile. */
async function noteAt(transaction: Transaction, desk: DeliveryDesk, signIn: SignInAtLink, why: string): Promise<void> {
  const delivery = await transaction.deliveries.lockByLink(signIn.link);
  if (delivery === undefined) return;
  const own = { viewer: { actor: SUBJECT, controller: delivery.controller }, id: delivery.request };
  await noteSignIn(transaction, { desk, own }, { why, issuer: signIn.issuer });
}
