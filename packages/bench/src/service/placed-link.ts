import { createHash, randomBytes } from 'node:crypto';
import { type DataRequest, type Desk, type DownloadLink, handOver, type Viewer } from '@habeas/core';

const DAY_MS = 86_400_000;
const PIECE_BYTES = 65_536;
/** The hostel has pages on which its subjects download. */
const HOSTEL: Viewer = { actor: { kind: 'nobody', id: 'bench' }, controller: 'hostel' };

/** A released request with an archive, and everything its subject has to fetch it by. */
export interface PlacedLink {
  readonly id: string;
  readonly reference: string;
  readonly link: string;
  readonly secret: string;
  readonly claimCode: string;
  readonly archive: { readonly bytes: number; readonly sha256: string };
}

/** What is placed. */
export interface Placing {
  /** Of the archive. Without them there is none to read: only its row. */
  readonly bytes?: number;
  /** What the link is otherwise than new. */
  readonly link?: Partial<DownloadLink>;
}

/**
 * Puts a released request into the store, with an archive of random bytes that is sealed piece by piece, a claim code and a link. Only the
 * search and the mail are left out: they are no part of a download.
 */
export async function placeLink(desk: Desk, { bytes = 0, link: changes = {} }: Placing = {}): Promise<PlacedLink> {
  const key = randomBytes(16).toString('hex');
  const email = { kind: 'email' as const, value: `${key}@example.org` };
  const given = { identifiers: [email], rights: ['access' as const], format: 'csv' as const, language: 'en' as const };
  const { request, claimCode } = await handOver(desk, HOSTEL, given, { key, fingerprint: key });
  const { controller, id, reference, dataKey = '' } = request;
  const { pieces, sha256 } = randomPieces(bytes);
  if (bytes > 0) await desk.vault.put({ controller, request: id, dataKey }, 'archive', pieces);
  const archive = { blob: 'archive', bytes, sha256: sha256(), records: 1, files: 0 };
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + 7 * DAY_MS);
  const link: DownloadLink = {
    ...{ id: desk.ids.next('lnk'), secretHash: desk.delivery.crypto.sha256Hex(secret) },
    ...{ issuedAt: new Date(), expiresAt, isRevoked: false, completed: 0, failures: 0 },
    ...changes,
  };
  await release(desk, { ...request, version: request.version + 1, state: 'released', archive, expiresAt }, link);
  return { id, reference, link: link.id, secret, claimCode: claimCode.reveal(), archive };
}

function release({ store }: Desk, request: DataRequest, link: DownloadLink): Promise<void> {
  return store.transact(async ({ requests, deliveries }) => {
    await requests.change(request);
    const delivery = await deliveries.lock(request.controller, request.id);
    if (delivery === undefined) throw new Error('There is no delivery.');
    await deliveries.change({ ...delivery, link });
  });
}

/** So many random bytes, a piece at a time, and their hash once they were read. */
function randomPieces(bytes: number): { readonly pieces: AsyncIterable<Uint8Array>; readonly sha256: () => string } {
  const hash = createHash('sha256');
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; left -= PIECE_BYTES) {
      const piece = randomBytes(Math.min(left, PIECE_BYTES));
      hash.update(piece);
      yield await Promise.resolve(piece);
    }
  }
  return { pieces: pieces(), sha256: () => hash.digest('hex') };
}
