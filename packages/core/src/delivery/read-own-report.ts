import type { RequestKey } from '../ports/request-vault.js';
import type { ArchiveFile } from '../request/data-request.js';
import { keyOf } from '../request/sealed-files.js';
import { type DownloadPass, passedLink } from './fetch-archive.js';
import { type DeliveryDesk, SUBJECT } from './link-tries.js';
import { isReadable } from './usable-link.js';

/** Where a report lies that its subject reads. */
export interface OwnReport {
  readonly archive: ArchiveFile;
  readonly key: RequestKey;
}

/**
 * Lets a browser that was let in read the report of its answer (FMT-03), out of the archive itself: behind the same link, claim code and
 * half-hour as the download, and for as long as anything can be downloaded. It counts as no download, does not prolong the half-hour, and
 * is in the trail each time. `undefined` alike for whatever is not to be read.
 */
export function readOwnReport(desk: DeliveryDesk, pass: DownloadPass, language: 'en' | 'fr'): Promise<OwnReport | undefined> {
  return desk.store.transact(async (transaction) => {
    const usable = await passedLink(transaction, desk, pass);
    if (usable === undefined || !isReadable(usable)) return undefined;
    const { request, archive, link } = usable;
    await transaction.audit.add({
      id: desk.ids.next('aud'),
      controller: request.controller,
      actor: SUBJECT,
      action: 'delivery.read',
      object: { type: 'request', id: request.id },
      outcome: 'done',
      details: { link: link.id, language },
    });
    return { archive, key: keyOf(request) };
  });
}
