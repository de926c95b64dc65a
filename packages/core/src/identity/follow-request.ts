import type { Secret } from '@habeas/connector-sdk';
import { isClaim } from '../delivery/claim-code.js';
import type { Delivery } from '../delivery/delivery.js';
import { typedReference } from '../delivery/typed-code.js';
import { payNothing } from '../limits/pay-nothing.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { addFollower } from './ask-for-data.js';

/** What somebody shows who comes back to a request. */
export interface ClaimKeys {
  readonly controller: string;
  readonly reference: string;
  readonly claimCode: Secret<string>;
}

/** Whether a browser may follow a request. `wrong` for a code, and for a request that there is not; `wait` after too many of them. */
export type FollowDoor =
  | { readonly outcome: 'open'; readonly cookie: Secret<string>; readonly request: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly seconds: number };

/** So many wrong codes, and none is looked at for a while: each time twice as long. */
const IN_A_ROW = 5;
const FIRST_WAIT_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/**
 * Lets a browser follow a request whose reference and claim code it shows. It sees how far the request is, and nothing that was found: for
 * that it takes the link too. References can be guessed and codes cannot; who tries nevertheless waits longer and longer.
 */
export async function enterByClaim(desk: Desk, { controller, reference, claimCode }: ClaimKeys): Promise<FollowDoor> {
  const paid = await desk.store.transact((transaction) => payForTry(transaction, controller, typedReference(reference)));
  const delivery = paid !== undefined && 'claim' in paid ? paid : undefined;
  const isRight = await isClaim(desk.delivery.crypto, delivery, claimCode);
  if (paid !== undefined && 'seconds' in paid) return { outcome: 'wait', seconds: paid.seconds };
  if (!isRight || delivery === undefined) return { outcome: 'wrong' };
  const cookie = desk.delivery.crypto.randomSecret();
  return desk.store.transact(async (transaction) => {
    const { findsWaitUntil: _, ...now } = (await transaction.deliveries.lock(controller, delivery.request)) ?? {};
    if (!('claim' in now)) return { outcome: 'wrong' };
    await transaction.deliveries.change({ ...now, finds: 0 });
    await addFollower(transaction, desk, { controller, request: delivery.request, cookie });
    return { outcome: 'open', cookie, request: delivery.request };
  });
}

async function payForTry(
  transaction: Transaction,
  controller: string,
  reference: string,
): Promise<Delivery | { readonly seconds: number } | undefined> {
  const { requests, deliveries, now } = transaction;
  const request = await requests.byReference(controller, reference);
  const delivery = request === undefined ? undefined : await deliveries.lock(controller, request.id);
  if (delivery === undefined) {
    await payNothing(transaction);
    return undefined;
  }
  const { findsWaitUntil: until } = delivery;
  if (until !== undefined && now < until) return { seconds: Math.ceil((until.getTime() - now.getTime()) / 1_000) };
  const finds = delivery.finds + 1;
  const wait = finds % IN_A_ROW === 0 ? { findsWaitUntil: new Date(now.getTime() + waitAfter(finds)) } : {};
  await deliveries.change({ ...delivery, finds, ...wait });
  return delivery;
}

function waitAfter(finds: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (finds / IN_A_ROW - 1), LONGEST_WAIT_MS);
}

/** The request that a browser may follow; `undefined` where its time is over, or it is another one's. */
export function followedBy(
  desk: Pick<Desk, 'store' | 'delivery'>,
  { controller, id, cookie }: { readonly controller: string; readonly id: string; readonly cookie: Secret<string> },
): Promise<DataRequest | undefined> {
  return desk.store.transact(async ({ followers, requests, now }) => {
    const session = await followers.get(desk.delivery.crypto.sha256Hex(cookie.reveal()));
    const isOwn = session?.controller === controller && session.request === id && now < session.expiresAt;
    return isOwn ? requests.get(controller, id) : undefined;
  });
}
