import type { Secret } from '@habeas/connector-sdk';
import { isClaim } from './claim-code.js';
import { type DeliveryDesk, type DownloadDoor, letIn, payForTry } from './link-tries.js';
import type { ShownLink } from './usable-link.js';

/** What somebody shows who wants to download. */
export interface DownloadKeys extends ShownLink {
  /** What stands in the fragment of the link. */
  readonly secret: Secret<string>;
  readonly claimCode: Secret<string>;
}

/**
 * Lets a browser in that shows a link's secret and its request's claim code. A try is paid for before it is looked at, so that two
 * hundred at once are as few as one after the other. Takes as long for a link that is worth nothing as for a wrong code (security R50 to R52).
 */
export async function openDownload(desk: DeliveryDesk, { secret, claimCode, ...shown }: DownloadKeys): Promise<DownloadDoor> {
  const { crypto } = desk.delivery;
  const tried = { desk, shown, hash: crypto.sha256Hex(secret.reveal()), factor: { by: 'claim_code' } } as const;
  const paid = await desk.store.transact((transaction) => payForTry(transaction, tried));
  const isRight = await isClaim(crypto, paid === 'gone' || paid === 'wait' ? undefined : paid, claimCode);
  if (paid === 'gone' || paid === 'wait') return { outcome: paid };
  if (!isRight) return { outcome: 'wrong' };
  return desk.store.transact((transaction) => letIn(transaction, tried));
}
