import { type CollectionSpec, recordId, type SourceRecord } from '@habeas/connector-sdk';
import { evidenceFindings } from '../evidence/evidence-findings.js';
import type { RecordPlace } from '../third-party/redact.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';
import { gatheredOf } from './gathered.js';
import { notFound } from './refused.js';

/** One record as it was read, and the collection that it is in. */
export interface FoundRecord {
  readonly collection: CollectionSpec;
  readonly record: SourceRecord;
}

/**
 * One record of a request's evidence, read up to where it stands and no further. Throws `Refused`: `NOT_FOUND` where there is none, and
 * as `gatheredOf` does.
 */
export async function findRecord(
  desk: Pick<Desk, 'store' | 'vault'>,
  request: DataRequest,
  { source, collection, recordId: id }: RecordPlace,
): Promise<FoundRecord> {
  const { index, segments, read } = await gatheredOf(desk, request);
  const place = index.collections.find((each) => each.source.id === source && each.collection.name === collection);
  if (place === undefined) throw notFound('collection');
  for await (const found of evidenceFindings({ ...index, collections: [place] }, segments, read).collections()) {
    for await (const batch of found.records()) {
      const record = batch.find(({ key }) => recordId(key) === id);
      if (record !== undefined) return { collection: place.collection, record };
    }
  }
  throw notFound('record');
}
