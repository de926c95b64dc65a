import type { Transaction } from '../../ports/store.js';
import { keepChange } from '../../request/change-request.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk } from '../../request/desk.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import type { ProofFacts } from '../proof-facts.js';
import { documentBlob, type DocumentFacts } from './document-facts.js';

const KEY = 'purge-';

/** Has a copy deleted at a time, whatever becomes of the request and whoever is down meanwhile (IDV-04). */
export function addPurge(
  { steps }: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  { controller, id, workflowVersion }: DataRequest,
  { number, dueAt, isEarly = false }: { readonly number: number; readonly dueAt: Date; readonly isEarly?: boolean },
): Promise<void> {
  const key = `${KEY}${String(number)}${isEarly ? '-early' : ''}`;
  return steps.add({ id: ids.next('stp'), controller, request: id, key, kind: 'purge', workflowVersion, dueAt });
}

/**
 * What is known of who asks without the copy, whose key is gone with it; its file is deleted by the next worker. The same where there is
 * none.
 */
export async function withoutCopy(
  transaction: Transaction,
  desk: Pick<Desk, 'ids'>,
  request: DataRequest,
): Promise<{ readonly proof?: ProofFacts }> {
  const { proof } = request;
  const held = proof?.document?.held;
  if (proof?.document === undefined || held === undefined) return {};
  await addPurge(transaction, desk, request, { number: held.number, dueAt: transaction.now, isEarly: true });
  return { proof: { ...proof, document: unheld(proof.document) } };
}

/** Deletes a copy. Where nobody has decided about it until now, that is in the trail. */
export async function purgeStep({ desk, request, claim }: StepContext): Promise<Commit> {
  const number = Number.parseInt(claim.step.key.slice(KEY.length), 10);
  await desk.vault.remove({ controller: request.controller, request: request.id }, documentBlob(number));
  return async (transaction, current) => {
    const { proof } = current;
    if (proof?.document?.held?.number !== number) return;
    const viewer = { actor: systemActor(claim.worker), controller: current.controller };
    const trace = { desk, viewer, action: 'identity.document.expire', details: { number } };
    await keepChange(transaction, { ...current, proof: { ...proof, document: unheld(proof.document) } }, trace);
  };
}

/** A demand without its copy. */
export function unheld({ held: _, ...document }: DocumentFacts): DocumentFacts {
  return document;
}

/** A demand for which nothing has come that shows who asks. */
export function unreceived({ receivedAt: _, ...document }: DocumentFacts): DocumentFacts {
  return document;
}
