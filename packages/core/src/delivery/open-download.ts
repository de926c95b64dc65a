import type { Secret } from '@habeas/connector-sdk';
import type { Actor } from '../audit/audit-entry.js';
import type { Transaction } from '../ports/store.js';
import type { Desk } from '../request/desk.js';
import { isClaim } from './claim-code.js';
import { CODES_IN_A_ROW, type Delivery, type DownloadLink, MOST_FAILURES, SESSION_MS, WAIT_MS } from './delivery.js';
import type { DeliveryCrypto } from './delivery-house.js';
import { type ShownLink, usableLink, type UsableLink } from './usable-link.js';

/** What somebody shows who wants to download. */
export interface DownloadKeys extends ShownLink {
  /** What stands in the fragment of the link. */
  readonly secret: Secret<string>;
  readonly claimCode: Secret<string>;
}

/**
 * - `open`: the browser is let in, with this in its cookie
 * - `wrong`: the link is good, and the claim code is not; `wait`: there were too many of those, none is looked at for a while
 * - `gone`: whatever else there is to say about the link is not said
 */
export type DownloadDoor =
  | { readonly outcome: 'open'; readonly cookie: Secret<string>; readonly expiresAt: Date }
  | { readonly outcome: 'wrong' | 'wait' | 'gone' };

/** What deliveries are handed out with. */
export type DeliveryDesk = Pick<Desk, 'store' | 'ids' | 'delivery'>;

/** Whoever holds a link: they have no account, and are not named. */
export const SUBJECT: Actor = { kind: 'nobody', id: 'subject' };

/**
 * Lets a browser in that shows a link's secret and its request's claim code. A try is paid for before it is looked at, so that two
 * hundred at once are as few as one after the other. Takes as long for a link that is worth nothing as for a wrong code (security R50 to R52).
 */
export async function openDownload(desk: DeliveryDesk, { secret, claimCode, ...shown }: DownloadKeys): Promise<DownloadDoor> {
  const { crypto } = desk.delivery;
  const hash = crypto.sha256Hex(secret.reveal());
  const paid = await desk.store.transact((transaction) => payForTry(transaction, { desk, shown, hash }));
  const isRight = await isClaim(crypto, paid === 'gone' || paid === 'wait' ? undefined : paid, claimCode);
  if (paid === 'gone' || paid === 'wait') return { outcome: paid };
  if (!isRight) return { outcome: 'wrong' };
  return desk.store.transact((transaction) => letIn(transaction, { desk, shown, hash }));
}

interface Try {
  readonly desk: DeliveryDesk;
  readonly shown: ShownLink;
  /** Of the secret that was shown. */
  readonly hash: string;
}

/** Counts the try as a failure, until it proves to be none. A wrong secret costs the subject nothing. */
async function payForTry(transaction: Transaction, { desk, shown, hash }: Try): Promise<Delivery | 'wait' | 'gone'> {
  const usable = await opened(transaction, desk.delivery.crypto, shown, hash);
  if (usable === undefined) return 'gone';
  const { delivery, link } = usable;
  if (link.waitUntil !== undefined && transaction.now < link.waitUntil) return 'wait';
  const failures = link.failures + 1;
  const wait = failures % CODES_IN_A_ROW === 0 ? { waitUntil: new Date(transaction.now.getTime() + WAIT_MS) } : {};
  await transaction.deliveries.change({ ...delivery, link: { ...link, failures, ...wait } });
  await note(transaction, desk, usable, failures === MOST_FAILURES ? 'delivery.lock' : 'delivery.try');
  return delivery;
}

/** The code was right: the try that was paid for is given back. */
async function letIn(transaction: Transaction, { desk, shown, hash }: Try): Promise<DownloadDoor> {
  const { crypto } = desk.delivery;
  const delivery = await transaction.deliveries.lockByLink(shown.link);
  if (delivery?.link !== undefined) await transaction.deliveries.change({ ...delivery, link: givenBack(delivery.link) });
  const usable = await opened(transaction, crypto, shown, hash);
  if (usable === undefined) return { outcome: 'gone' };
  const cookie = crypto.randomSecret();
  const expiresAt = new Date(transaction.now.getTime() + SESSION_MS);
  const { controller, request } = usable.delivery;
  await transaction.downloads.removeExpired(transaction.now);
  await transaction.downloads.add({
    id: crypto.sha256Hex(cookie.reveal()),
    controller,
    request,
    link: shown.link,
    expiresAt,
    sent: [],
  });
  await note(transaction, desk, usable, 'delivery.open');
  return { outcome: 'open', cookie, expiresAt };
}

/** The link without the try, and without the wait that only this try has brought about. */
function givenBack({ waitUntil, ...link }: DownloadLink): DownloadLink {
  const failures = link.failures - 1;
  return waitUntil === undefined || link.failures % CODES_IN_A_ROW === 0
    ? { ...link, failures }
    : { ...link, failures, waitUntil };
}

async function opened(
  transaction: Transaction,
  crypto: DeliveryCrypto,
  shown: ShownLink,
  hash: string,
): Promise<UsableLink | undefined> {
  const usable = await usableLink(transaction, shown);
  return usable !== undefined && crypto.isEqual(usable.link.secretHash, hash) ? usable : undefined;
}

async function note(
  { audit }: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  { delivery, link }: UsableLink,
  action: 'delivery.try' | 'delivery.lock' | 'delivery.open',
): Promise<void> {
  await audit.add({
    id: ids.next('aud'),
    controller: delivery.controller,
    actor: SUBJECT,
    action,
    object: { type: 'request', id: delivery.request },
    outcome: action === 'delivery.open' ? 'done' : 'refused',
    details: { link: link.id },
  });
}
