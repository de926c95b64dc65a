import { evidenceFindings, type ReadStored } from '../evidence/evidence-findings.js';
import { type EvidenceIndex, readIndex } from '../evidence/evidence-index.js';
import type { EvidenceSegment } from '../evidence/segment.js';
import type { Findings } from '../findings/findings.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';
import { Refused } from './refused.js';
import { keyOf } from './sealed-files.js';
import { storedText } from './stored-text.js';

/** What was read for a request: what is in it, its pieces in order, and how to open one. */
export interface Gathered {
  readonly index: EvidenceIndex;
  /** By source, collection and number. */
  readonly segments: readonly EvidenceSegment[];
  readonly read: ReadStored;
}

/** What evidence keeps of a request. Throws `Refused` with `WRONG_STATE` where nothing was gathered, or it was destroyed. */
export async function gatheredOf({ store, vault }: Pick<Desk, 'store' | 'vault'>, request: DataRequest): Promise<Gathered> {
  const { controller, id, generation, evidenceIndex } = request;
  if (generation === undefined || evidenceIndex === undefined) {
    throw new Refused('WRONG_STATE', 'Nothing has been gathered for this request.');
  }
  const key = keyOf(request);
  const index = readIndex(await storedText(vault, key, evidenceIndex));
  const segments = await store.transact((transaction) => transaction.evidence.segments(controller, id, generation));
  return { index, segments, read: (name) => vault.read(key, name) };
}

/** The same as the findings they were when they were read. Throws as {@link gatheredOf} does. */
export async function findingsOf(desk: Pick<Desk, 'store' | 'vault'>, request: DataRequest): Promise<Findings> {
  const { index, segments, read } = await gatheredOf(desk, request);
  return evidenceFindings(index, segments, read);
}
