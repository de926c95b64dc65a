import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { shredded } from '../shred-request.js';

/** The time is over: what is left of the request's personal data is destroyed. */
export function expireStep({ desk, claim }: StepContext): Promise<Commit> {
  return Promise.resolve(async (transaction, request) => {
    if (request.dataKey === undefined) return;
    await shredded(transaction, request, {
      desk,
      viewer: { actor: systemActor(claim.worker), controller: request.controller },
    });
  });
}

/** Removes the files of a request whose key is destroyed. */
export async function shredStep({ desk, request }: StepContext): Promise<Commit> {
  await desk.vault.remove({ controller: request.controller, request: request.id });
  return (transaction) => transaction.evidence.forget(request.controller, request.id);
}
