import type { ArchiveFile } from '@habeas/core';
import { IsNull, MoreThan, Not } from 'typeorm';
import { receivedFromRow } from './rows/received.row.js';
import { requestFromRow } from './rows/request.row.js';
import type { Session } from './session.js';

/** A blob that the store counts on, with the request it belongs to. */
export interface KeptBlob {
  readonly controller: string;
  readonly request: string;
  readonly dataKey: string;
  /** Its name within the request. */
  readonly name: string;
  /** What it has to come to, where it is an archive. */
  readonly archive?: Pick<ArchiveFile, 'blob' | 'bytes' | 'sha256'>;
}

const PAGE = 100;

/** Every blob that is named in a store in clear: indices and segments of evidence, what is remembered of searches, archives, also those that came. Files of records are named in segments. */
export class KeptBlobs {
  constructor(private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  async *all(): AsyncIterable<KeptBlob> {
    for (let after = ''; ;) {
      const last = after;
      const page = await this.transact((session) => pageOf(session, last));
      for (const { blobs } of page) yield* blobs;
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) break;
    }
    yield* await this.transact(receivedOf);
  }
}

/** What other controllers have sent: some hundreds at most. */
async function receivedOf(session: Session): Promise<readonly KeptBlob[]> {
  const rows = await session.table('received_transmission').find({ where: { state: 'kept' }, order: { number: 'ASC' } });
  return rows.map(receivedFromRow).map(({ controller, id, dataKey = '', blob = '', bytes, sha256 }) => ({
    ...{ controller, request: id, dataKey, name: blob },
    archive: { blob, bytes, sha256 },
  }));
}

async function pageOf(
  session: Session,
  after: string,
): Promise<readonly { readonly id: string; readonly blobs: readonly KeptBlob[] }[]> {
  const where = { id: MoreThan(after), dataKey: Not(IsNull()) };
  const rows = await session.table('request').find({ where, order: { id: 'ASC' }, take: PAGE });
  return Promise.all(
    rows.map(async (row) => {
      const { id, controller, dataKey = '', evidenceIndex, searchMemory, archive, generation = '' } = requestFromRow(row);
      const segments = await session
        .table('evidence_segment')
        .find({ where: { request: id, generation }, select: { blob: true } });
      const owner = { controller, request: id, dataKey };
      const noted = [evidenceIndex, searchMemory].filter((name) => name !== undefined);
      const names = [...noted, ...segments.map(({ blob }) => blob)];
      const blobs: KeptBlob[] = names.map((name) => ({ ...owner, name }));
      return { id, blobs: archive === undefined ? blobs : [...blobs, { ...owner, name: archive.blob, archive }] };
    }),
  );
}
