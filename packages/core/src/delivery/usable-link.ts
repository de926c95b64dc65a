import type { Transaction } from '../ports/store.js';
import type { ArchiveFile, DataRequest } from '../request/data-request.js';
import { standingArchive } from '../request/given-answer.js';
import { type Delivery, type DownloadLink, MOST_DOWNLOADS, MOST_FAILURES } from './delivery.js';

/** A link that something can be fetched by, and what that is. */
export interface UsableLink {
  readonly delivery: Delivery;
  readonly link: DownloadLink;
  readonly request: DataRequest;
  readonly archive: ArchiveFile;
}

/** Which link, and the controller on whose pages it is shown. */
export interface ShownLink {
  readonly controller: string;
  readonly link: string;
}

/** What a link leads to, held until the transaction ends; `undefined` alike where it is unknown, another controller's, expired, used up, locked or revoked (security R50). */
export async function usableLink(
  { deliveries, requests, now }: Transaction,
  { controller, link: id }: ShownLink,
): Promise<UsableLink | undefined> {
  const delivery = await deliveries.lockByLink(id);
  if (delivery?.link === undefined || delivery.controller !== controller || !isAlive(delivery.link, now)) return undefined;
  const request = await requests.get(delivery.controller, delivery.request);
  const archive = standingArchive(request);
  if (archive === undefined || request?.dataKey === undefined) return undefined;
  return { delivery, link: delivery.link, request, archive };
}

/** Whether something can be fetched by a link: its time is not over, and it is not revoked, used up or locked. */
export function isAlive({ expiresAt, isRevoked, completed, failures }: DownloadLink, now: Date): boolean {
  return now < expiresAt && !isRevoked && completed < MOST_DOWNLOADS && failures < MOST_FAILURES;
}

/**
 * Whether the report of an answer can be read without downloading anything: it is in the archive, and nobody has chosen to have that locked,
 * nor asked for it. Who locks it does not want others to read it where they have looked at it. Special categories alone keep nobody from
 * reading: it leaves nothing on the device, and is read behind the same door.
 */
export function isReadable({ request, delivery: { packing: chosen } }: Pick<UsableLink, 'request' | 'delivery'>): boolean {
  const { rights, disclosure, askedPacking = 'zip' } = request;
  return rights.includes('access') && disclosure !== undefined && (chosen?.packing ?? askedPacking) === 'zip';
}
