import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { requireFreshProof } from '../staff/principal.js';
import { newShortCode } from './short-code.js';
import { keptClaim } from './claim-code.js';
import type { Delivery } from './delivery.js';
import type { ClaimedRequest } from './open-claimed.js';
import { isReleased, issueLink } from './issue-link.js';

/** Takes a link back: whoever has it can do nothing with it any more, and what is being sent ends within seconds (security R53). */
export function revokeLink(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  return change({ desk, viewer, id, action: 'delivery.revoke' }, async (transaction, _request, delivery) => {
    if (delivery?.link === undefined) throw noLink();
    await transaction.deliveries.change({ ...delivery, link: { ...delivery.link, isRevoked: true } });
  });
}

/** Sends the subject a new link in place of the last one: it was lost, used up, locked, or a mail scanner has seen it. */
export function renewLink(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  return change({ desk, viewer, id, action: 'delivery.renew' }, async (transaction, request, delivery) => {
    requireFreshProof(viewer, transaction.now);
    if (delivery?.link === undefined) throw noLink();
    await send(transaction, request, delivery, { desk, viewer });
  });
}

/** How far apart the links are that a subject has sent to them. */
const BETWEEN_LINKS_MS = 10 * 60_000;

/**
 * The same for the subject, who has shown the claim code: the link goes to the proved address and nowhere else, so nobody comes nearer to the
 * archive by it. Throws `Refused` with `LIMITED` where the last one was sent less than ten minutes ago.
 */
export function renewOwnLink(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  return change({ desk, viewer, id, action: 'delivery.renew' }, async (transaction, request, delivery) => {
    if (delivery?.link === undefined || delivery.link.isRevoked) throw noLink();
    if (transaction.now.getTime() - delivery.link.issuedAt.getTime() < BETWEEN_LINKS_MS) {
      throw new Refused('LIMITED', 'A link was sent a short while ago.', 'Wait ten minutes.');
    }
    await send(transaction, request, delivery, { desk, viewer });
  });
}

/**
 * Gives a request's subject a new claim code, for an officer to tell them by another way than the link goes: by telephone, by letter
 * (security R48). What was released already gets a new link with it. Throws `Refused`: `STEP_UP_REQUIRED` without a fresh proof; `WRONG_STATE`
 * once its data was destroyed, when there is nothing that a code could lead to.
 */
export async function renewClaimCode(desk: Desk, viewer: Viewer, id: string): Promise<ClaimedRequest> {
  const { crypto } = desk.delivery;
  const code = await newShortCode(crypto);
  const request = await change({ desk, viewer, id, action: 'delivery.claim' }, async (transaction, locked, known) => {
    requireFreshProof(viewer, transaction.now);
    if (locked.state === 'shredded')
      throw new Refused('WRONG_STATE', 'The data of this request was destroyed: no code leads to it.');
    const claim = await keptClaim(crypto, id, code);
    const delivery: Delivery = { controller: locked.controller, request: id, isAutomatic: false, finds: 0, ...known, claim };
    if (known === undefined) await transaction.deliveries.add(delivery);
    else await transaction.deliveries.change(delivery);
    if (isReleased(locked)) await send(transaction, locked, delivery, { desk, viewer });
  });
  return { request, claimCode: code.code };
}

type Work = (transaction: Transaction, request: DataRequest, delivery: Delivery | undefined) => Promise<void>;

interface Change {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly id: string;
  /** For the trail. */
  readonly action: string;
}

async function change({ desk, viewer, id, action }: Change, work: Work): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    await work(transaction, request, await transaction.deliveries.lock(request.controller, id));
    return keepChange(transaction, request, { desk, viewer, action, details: {} });
  });
  desk.wake();
  return changed;
}

async function send(...issue: Parameters<typeof issueLink>): Promise<void> {
  if (await issueLink(...issue)) return;
  throw new Refused(
    'WRONG_STATE',
    'No address of this subject is proved, or there are no pages to download from: no link can be sent.',
    'Hand the archive over another way.',
  );
}

function noLink(): Refused {
  return new Refused('WRONG_STATE', 'No link was sent for this request.', 'Release it first, or give its subject a claim code.');
}
