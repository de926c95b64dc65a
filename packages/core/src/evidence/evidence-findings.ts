import type { FoundFile, SourceRecord, Via } from '@habeas/connector-sdk';
import type { CollectionFindings, Findings } from '../findings/findings.js';
import type { EvidenceIndex } from './evidence-index.js';
import { type EvidenceLine, type KeptFile, readLines } from './evidence-lines.js';
import type { EvidenceSegment } from './segment.js';

/** Records in one batch. */
const BATCH = 500;

/** Reads what was stored under a name. */
export type ReadStored = (name: string) => AsyncIterable<Uint8Array>;

/** The findings as evidence keeps them: the same as when they were read, as often as they are wanted. */
export function evidenceFindings(index: EvidenceIndex, segments: readonly EvidenceSegment[], read: ReadStored): Findings {
  const bySource = new Map<string, EvidenceSegment[]>();
  for (const segment of segments) {
    const place = placeOf(segment.source, segment.collection);
    const earlier = bySource.get(place);
    if (earlier === undefined) bySource.set(place, [segment]);
    else earlier.push(segment);
  }
  return {
    async *collections() {
      for (const { source, collection } of index.collections) {
        const own = bySource.get(placeOf(source.id, collection.name)) ?? [];
        await Promise.resolve();
        yield { source, collection, ...partsOf(own, read) };
      }
    },
    matches: () => index.account.matches,
    account: () => index.account,
  };
}

function placeOf(source: string, collection: string): string {
  return JSON.stringify([source, collection]);
}

function partsOf(segments: readonly EvidenceSegment[], read: ReadStored): Pick<CollectionFindings, 'records' | 'files'> {
  return {
    records: () => recordsOf(segments, read),
    files: () => filesOf(segments, read),
  };
}

async function* recordsOf(
  segments: readonly EvidenceSegment[],
  read: ReadStored,
): AsyncGenerator<readonly SourceRecord[], void, undefined> {
  for (const { blob } of segments.filter(({ records }) => records > 0)) {
    let via: readonly Via[] = [];
    let batch: SourceRecord[] = [];
    for await (const line of linesOf(blob, read)) {
      if ('via' in line) via = line.via;
      else if ('key' in line) batch.push({ ...line, via });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

async function* filesOf(segments: readonly EvidenceSegment[], read: ReadStored): AsyncGenerator<FoundFile, void, undefined> {
  for (const { blob } of segments.filter(({ files }) => files > 0)) {
    for await (const line of linesOf(blob, read)) if ('file' in line) yield fileOf(line.file, read);
  }
}

function linesOf(blob: string, read: ReadStored): AsyncIterable<EvidenceLine> {
  return readLines(read(blob));
}

function fileOf(kept: KeptFile, read: ReadStored): FoundFile {
  const { id, key, field, bytes, name, mediaType } = kept;
  const file = { id, key, field, ...defined({ bytes, name, mediaType }) };
  return { ...file, open: () => ('blob' in kept ? read(kept.blob) : inline(kept.base64)) };
}

function defined(fields: { readonly [Name in 'bytes' | 'name' | 'mediaType']: FoundFile[Name] | undefined }): Partial<FoundFile> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function* inline(base64: string): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > 0) yield bytes;
}
