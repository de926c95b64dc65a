import { writeIndex } from '../../evidence/evidence-index.js';
import { EvidenceWriter } from '../../evidence/evidence-writer.js';
import type { Account, CollectionFindings } from '../../findings/findings.js';
import type { Discovery } from '../../discovery/discovery.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { happen } from '../change-request.js';
import { ledgerLines } from '../ledger-lines.js';
import { withLedger } from '../clock/with-ledger.js';
import { keyOf } from '../sealed-files.js';
import { storeText } from '../stored-text.js';
import { addStep } from '../workflow.js';
import { caseOf, sealFound, searchFor, type SubjectSearch } from './discover-subject.js';
import { Generation } from './generation.js';
import { keepMemory } from './recall-sources.js';
import { settled } from './search-step.js';
import { Watch } from './watch.js';

/**
 * Reads everything that belongs to the included matches into sealed evidence. Finds the matches anew first: a reading that was
 * interrupted goes on where its last checkpoint stands if they are still the same, and begins again if they are not.
 */
export async function gatherStep(context: StepContext): Promise<Commit> {
  const { desk, request, signal } = context;
  const search = await searchFor(desk, request, { signal, onProgress: new Watch(context).listener });
  try {
    const discovery = await search.run.discover();
    signal.throwIfAborted();
    const found = caseOf(discovery);
    const counts = { included: discovery.included.length, queued: discovery.queued.length };
    if (discovery.queued.length > 0) {
      return await settled(context, { found, ...counts }, { search, ledger: discovery.ledgerSoFar() });
    }
    const { generation, index, complete, ledger } = await readEverything(context, search, discovery);
    const searchMemory = await keepMemory(context, search.memory(ledger));
    return async (transaction, current) => {
      const viewer = { actor: systemActor(context.claim.worker), controller: current.controller };
      const caseFile = await sealFound(desk.vault, current, found);
      const dated = withLedger(desk, current, { ledger: ledgerLines(ledger), now: transaction.now });
      const fields = { caseFile, ...dated, complete, generation, evidenceIndex: index, searchMemory, ...counts };
      const change = { fields, details: { complete, ...counts } };
      const gathered = await happen(transaction, current, { event: 'gathered', viewer, desk }, change);
      await addStep(transaction, desk, gathered, { kind: 'assemble' });
    };
  } finally {
    await search.run.close();
  }
}

async function readEverything(
  context: StepContext,
  search: SubjectSearch,
  discovery: Discovery,
): Promise<{ readonly generation: string; readonly index: string } & Pick<Account, 'complete' | 'ledger'>> {
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
  const read = findings.account();
  const account = { ...read, ledger: search.timed(read.ledger) };
  const index = generation.nameFor('index');
  const text = writeIndex({ account, collections });
  await storeText(desk.vault, keyOf(request), index, text);
  return { generation: generation.id, index, complete: account.complete, ledger: account.ledger };
}
