import { writeIndex } from '../../evidence/evidence-index.js';
import { EvidenceWriter } from '../../evidence/evidence-writer.js';
import type { CollectionFindings } from '../../findings/findings.js';
import type { Discovery } from '../../discovery/discovery.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { happen } from '../change-request.js';
import { ledgerLines } from '../ledger-lines.js';
import { keyOf } from '../sealed-files.js';
import { addStep } from '../workflow.js';
import { caseOf, sealFound, searchFor } from './discover-subject.js';
import { Generation } from './generation.js';
import { settled } from './search-step.js';
import { Watch } from './watch.js';

/**
 * Reads everything that belongs to the included matches into sealed evidence. Finds the matches anew first: a reading that was
 * interrupted goes on where its last checkpoint stands if they are still the same, and begins again if they are not.
 */
export async function gatherStep(context: StepContext): Promise<Commit> {
  const { desk, request, signal } = context;
  const { run } = await searchFor(desk, request, { signal, onProgress: new Watch(context).listener });
  try {
    const discovery = await run.discover();
    signal.throwIfAborted();
    const found = caseOf(discovery);
    const counts = { included: discovery.included.length, queued: discovery.queued.length };
    if (discovery.queued.length > 0) {
      return settled(context, found, { ledger: ledgerLines(discovery.ledgerSoFar()), ...counts });
    }
    const { generation, index, complete, ledger } = await readEverything(context, discovery);
    return async (transaction, current) => {
      const viewer = { actor: systemActor(context.claim.worker), controller: current.controller };
      const caseFile = await sealFound(desk.vault, current, found);
      const fields = { caseFile, ledger, complete, generation, evidenceIndex: index, ...counts };
      const change = { fields, details: { complete, ...counts } };
      const gathered = await happen(transaction, current, { event: 'gathered', viewer, desk }, change);
      await addStep(transaction, desk, gathered, { kind: 'assemble' });
    };
  } finally {
    await run.close();
  }
}

async function readEverything(
  context: StepContext,
  discovery: Discovery,
): Promise<{
  readonly generation: string;
  readonly index: string;
  readonly complete: boolean;
  readonly ledger: ReturnType<typeof ledgerLines>;
}> {
  const { desk, request, signal } = context;
  const generation = await Generation.begin(context, discovery.included);
  const findings = discovery.read(generation.earlier);
  const collections: Pick<CollectionFindings, 'source' | 'collection'>[] = [];
  for await (const found of findings.collections()) {
    signal.throwIfAborted();
    collections.push({ source: found.source, collection: found.collection });
    await new EvidenceWriter(found, generation.sinkFor(found)).write(signal);
  }
  signal.throwIfAborted();
  const account = findings.account();
  const index = generation.nameFor('index');
  const text = writeIndex({ account, collections });
  await desk.vault.put(keyOf(request), index, once(Buffer.from(text)));
  return { generation: generation.id, index, complete: account.complete, ledger: ledgerLines(account.ledger) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield bytes;
}
