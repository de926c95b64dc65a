import type { ArchiveFile } from '@habeas/core';
import { IsNull, MoreThan, Not } from 'typeorm';
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
  readonly archive?: ArchiveFile;
}

const PAGE = 100;

/** Every blob that is named in a store in clear: indices and segments of evidence, what is remembered of searches, archives. Files of records are named in segments. */
export class KeptBlobs {
  constructor(private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  async *all(): AsyncIterable<KeptBlob> {
    for (let after = ''; ;) {
      const last = after;
      const page = await this.transact((session) => pageOf(session, last));
      for (const { blobs } of page) yield* blobs;
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) return;
    }
  }
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
