import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { happen } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import { ledgerLines } from '../ledger-lines.js';
import { addStep } from '../workflow.js';
import { caseOf, type FoundCase, sealFound, searchFor } from './discover-subject.js';
import { Watch } from './watch.js';

/** Searches all sources for the subject, to the fixpoint; then reading begins, or a human decides about what is doubtful. */
export async function searchStep(context: StepContext): Promise<Commit> {
  const { desk, request, signal } = context;
  const watch = new Watch(context);
  const { run } = await searchFor(desk, request, { signal, onProgress: watch.listener });
  try {
    const discovery = await run.discover();
    signal.throwIfAborted();
    const fields = {
      ledger: ledgerLines(discovery.ledgerSoFar()),
      included: discovery.included.length,
      queued: discovery.queued.length,
    };
    return settled(context, caseOf(discovery), fields);
  } finally {
    await run.close();
  }
}

/** What a search changes in its request. */
type Found = Pick<DataRequest, 'included' | 'queued' | 'ledger'>;

/** Goes on with reading, or waits for a human. */
export function settled({ desk, claim }: StepContext, found: FoundCase, counted: Found): Commit {
  return async (transaction, request) => {
    const viewer = { actor: systemActor(claim.worker), controller: request.controller };
    const fields = { ...counted, caseFile: await sealFound(desk.vault, request, found) };
    const event = fields.queued > 0 ? 'matches-doubtful' : 'matches-settled';
    const details = { included: fields.included, queued: fields.queued };
    const changed = await happen(transaction, request, { event, viewer, desk }, { fields, details });
    if (event === 'matches-settled') await addStep(transaction, desk, changed, { kind: 'gather' });
  };
}
