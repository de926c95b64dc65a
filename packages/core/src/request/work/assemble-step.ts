import { evidenceFindings } from '../../evidence/evidence-findings.js';
import { type EvidenceIndex, readIndex } from '../../evidence/evidence-index.js';
import type { Findings } from '../../findings/findings.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { happen } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { Refused } from '../refused.js';
import { keyOf } from '../sealed-files.js';

/** Makes the archive of the evidence, in one pass, and stores it sealed: nothing of it is ever on a disk in clear. */
export async function assembleStep(context: StepContext): Promise<Commit> {
  const { desk, request, signal, claim } = context;
  const findings = await findingsOf(desk, request);
  const draft = desk.archives.make(request, findings, signal);
  const blob = `archive/${String(request.rounds)}-${String(claim.fence)}`;
  await desk.vault.put(keyOf(request), blob, draft.content);
  signal.throwIfAborted();
  const { bytes, sha256, records, files, complete } = draft.result();
  return async (transaction, current) => {
    const viewer = { actor: systemActor(claim.worker), controller: current.controller };
    const fields = { archive: { blob, bytes, sha256, records, files }, complete };
    await happen(transaction, current, { event: 'assembled', viewer, desk }, { fields, details: { complete, records, files } });
  };
}

/** What was found, as evidence keeps it. Throws `Refused` where nothing was gathered, or it was destroyed. */
export async function findingsOf({ store, vault }: Pick<Desk, 'store' | 'vault'>, request: DataRequest): Promise<Findings> {
  const { controller, id, generation, evidenceIndex } = request;
  if (generation === undefined || evidenceIndex === undefined) {
    throw new Refused('WRONG_STATE', 'Nothing has been gathered for this request.');
  }
  const key = keyOf(request);
  const index = await indexOf(vault.read(key, evidenceIndex));
  const segments = await store.transact((transaction) => transaction.evidence.segments(controller, id, generation));
  return evidenceFindings(index, segments, (name) => vault.read(key, name));
}

async function indexOf(stored: AsyncIterable<Uint8Array>): Promise<EvidenceIndex> {
  const parts: Uint8Array[] = [];
  for await (const part of stored) parts.push(part);
  return readIndex(Buffer.concat(parts).toString());
}
