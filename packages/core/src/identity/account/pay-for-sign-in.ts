import { Secret } from '@habeas/connector-sdk';
import { countWithin } from '../../limits/limit.js';
import type { Transaction } from '../../ports/store.js';
import type { Desk } from '../../request/desk.js';
import { spendWithin } from '../../request/spend-once.js';
import type { OwnRequest } from '../send-code.js';
import { noteSignIn } from './note-sign-in.js';
import { awaitsAccount } from './signed-in-account.js';

/** A sign-in that has come back from the provider. */
export interface ReturnedSignIn {
  /** What it is called, as a hash: it counts once. */
  readonly flow: string;
  /** Of the browser that began it and may follow the request, by its id. */
  readonly follower: string;
  readonly issuer: string;
}

/** Whether it is looked at. `over` where it was used, its browser may not follow the request any more, or nothing waits for it; `often` after too many. */
export type SignInPayment = 'paid' | 'over' | 'often';

/**
 * Pays for a sign-in before anything of it is looked at: it counts once, in the browser that began it and while that may follow the request, and
 * so often in an hour and a day.
 */
export function payForSignIn(
  desk: Pick<Desk, 'store' | 'ids' | 'delivery'>,
  own: OwnRequest,
  returned: ReturnedSignIn,
): Promise<SignInPayment> {
  return desk.store.transact(async (transaction) => {
    const { controller } = own.viewer;
    const isSpent = !(await spendWithin(transaction, controller, `sign-in ${returned.flow}`));
    if (isSpent || !(await mayFollow(transaction, own, returned)) || !(await isAwaited(transaction, own))) return 'over';
    const counted = { controller, kind: 'sign-in', value: new Secret(own.id) } as const;
    if (await countWithin(transaction, desk.delivery.limits, counted)) return 'paid';
    await noteSignIn(transaction, { desk, own }, { why: 'often', issuer: returned.issuer });
    return 'often';
  });
}

async function mayFollow(
  { followers, now }: Transaction,
  { viewer, id }: OwnRequest,
  { follower }: ReturnedSignIn,
): Promise<boolean> {
  const session = await followers.get(follower);
  return session?.controller === viewer.controller && session.request === id && now < session.expiresAt;
}

async function isAwaited({ requests }: Transaction, { viewer, id }: OwnRequest): Promise<boolean> {
  const request = await requests.lock(viewer.controller, id);
  return request !== undefined && awaitsAccount(request);
}
