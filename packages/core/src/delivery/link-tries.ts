import type { Secret } from '@habeas/connector-sdk';
import type { Actor } from '../audit/audit-entry.js';
import type { Transaction } from '../ports/store.js';
import type { Desk } from '../request/desk.js';
import { CODES_IN_A_ROW, type Delivery, type DownloadLink, MOST_FAILURES, SESSION_MS, WAIT_MS } from './delivery.js';
import type { DeliveryCrypto } from './delivery-house.js';
import { type ShownLink, usableLink, type UsableLink } from './usable-link.js';

/**
 * - `open`: the browser is let in, with this in its cookie
 * - `wrong`: the link is good, and what was shown beside it is not; `wait`: there were too many of those, none is looked at for a while
 * - `gone`: whatever else there is to say about the link is not said
 */
export type DownloadDoor =
  | { readonly outcome: 'open'; readonly cookie: Secret<string>; readonly expiresAt: Date }
  | { readonly outcome: 'wrong' | 'wait' | 'gone' };

/** What deliveries are handed out with. */
export type DeliveryDesk = Pick<Desk, 'store' | 'ids' | 'delivery'>;

/** Whoever holds a link: they have no account, and are not named. */
export const SUBJECT: Actor = { kind: 'nobody', id: 'subject' };

/** What was shown beside a link, as the trail has it. */
export type SecondFactor = { readonly by: 'claim_code' } | { readonly by: 'account'; readonly account: string };

/** Somebody who tries to be let in. */
export interface Try {
  readonly desk: DeliveryDesk;
  readonly shown: ShownLink;
  /** SHA-256 of the secret that was shown, lower-case hexadecimal. */
  readonly hash: string;
  readonly factor: SecondFactor;
}

/** Counts the try as a failure, until it proves to be none. A wrong secret costs the subject nothing. */
export async function payForTry(
  transaction: Transaction,
  { desk, shown, hash, factor }: Try,
): Promise<Delivery | 'wait' | 'gone'> {
  const usable = await opened(transaction, desk.delivery.crypto, shown, hash);
  if (usable === undefined) return 'gone';
  const { delivery, link } = usable;
  if (link.waitUntil !== undefined && transaction.now < link.waitUntil) return 'wait';
  const failures = link.failures + 1;
  const wait = failures % CODES_IN_A_ROW === 0 ? { waitUntil: new Date(transaction.now.getTime() + WAIT_MS) } : {};
  await transaction.deliveries.change({ ...delivery, link: { ...link, failures, ...wait } });
  await note(transaction, { desk, factor }, usable, failures === MOST_FAILURES ? 'delivery.lock' : 'delivery.try');
  return delivery;
}

/** What was shown is right: the try that was paid for is given back. */
export async function letIn(transaction: Transaction, { desk, shown, hash, factor }: Try): Promise<DownloadDoor> {
  const { crypto } = desk.delivery;
  await giveBack(transaction, shown);
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
  await note(transaction, { desk, factor }, usable, 'delivery.open');
  return { outcome: 'open', cookie, expiresAt };
}

/** Takes back the payment for a try. */
export async function giveBack({ deliveries }: Transaction, { link }: ShownLink): Promise<void> {
  const delivery = await deliveries.lockByLink(link);
  if (delivery?.link !== undefined) await deliveries.change({ ...delivery, link: givenBack(delivery.link) });
}

/** The link without the try, and without the wait that only this try has brought about. */
function givenBack({ waitUntil, ...link }: DownloadLink): DownloadLink {
  const failures = link.failures - 1;
  return waitUntil === undefined || link.failures % CODES_IN_A_ROW === 0
    ? { ...link, failures }
    : { ...link, failures, waitUntil };
}

/** What a link leads to whose secret was shown; `undefined` alike for every other. */
export async function opened(
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
  { desk: { ids }, factor }: Pick<Try, 'desk' | 'factor'>,
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
    details: { link: link.id, ...factor },
  });
}
