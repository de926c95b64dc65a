import type { Transaction } from '../../ports/store.js';
import { keepChange, lockRequest } from '../../request/change-request.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk, Viewer } from '../../request/desk.js';
import { Refused } from '../../request/refused.js';
import { requireFreshProof } from '../../staff/principal.js';
import { viewProofFacts, withProof } from '../proof-facts.js';
import { type CheckedDocument, documentBlob, type DocumentType, type HeldDocument, LOOK_MS } from './document-facts.js';
import { unheld, unreceived, withoutCopy } from './purge.js';

/** A copy as it is given to the one who looks at it. */
export interface ShownDocument {
  readonly type: DocumentType;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Gives a copy to an officer who has just proved that it is them; for five minutes nobody else gets it. Each look is in the trail before.
 * Throws `Refused`: `NOT_FOUND`, `STEP_UP_REQUIRED`; `WRONG_STATE` where there is none; `LIMITED` while another looks at it.
 */
export async function lookAtDocument(desk: Desk, viewer: Viewer, id: string): Promise<ShownDocument> {
  const held = await desk.store.transact((transaction) => looked(transaction, desk, viewer, id));
  const { type, bytes, number, dataKey } = held;
  const key = { controller: viewer.controller, request: id, dataKey };
  return { type, bytes, content: desk.vault.read(key, documentBlob(number)) };
}

async function looked(transaction: Transaction, desk: Desk, viewer: Viewer, id: string): Promise<HeldDocument> {
  const request = await lockRequest(transaction, viewer, id);
  const held = heldOf(request, viewer, transaction.now);
  const until = new Date(transaction.now.getTime() + LOOK_MS).toISOString();
  const proof = viewProofFacts(request);
  const document = {
    ...(proof.document as NonNullable<typeof proof.document>),
    held: { ...held, look: { by: viewer.actor.id, until } },
  };
  const trace = { desk, viewer, action: 'identity.document.look', details: { number: held.number } };
  await keepChange(transaction, { ...request, proof: { ...proof, document } }, trace);
  return held;
}

/** What an officer has seen. No number, no name and no date of the document: that it was checked is all that stays (IDV-04). */
export type DocumentVerdict = Pick<CheckedDocument, 'kind' | 'outcome'>;

/**
 * Decides about a copy and deletes it: at once it can be read no more, and the next worker removes it. Throws `Refused`: `NOT_FOUND`,
 * `STEP_UP_REQUIRED`; `WRONG_STATE` where there is none, or this officer has not looked at it; `LIMITED` while another does.
 */
export async function decideDocument(desk: Desk, viewer: Viewer, id: string, verdict: DocumentVerdict): Promise<DataRequest> {
  const { kind, outcome } = verdict;
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const held = heldOf(request, viewer, transaction.now);
    if (held.look?.by !== viewer.actor.id)
      throw new Refused('WRONG_STATE', 'Nobody decides about a document without a look at it.');
    const noted = { at: transaction.now.toISOString(), by: viewer.actor.id };
    const proof = viewProofFacts(request);
    await withoutCopy(transaction, desk, request);
    const shown = unheld(proof.document as NonNullable<typeof proof.document>);
    const document = { ...(outcome === 'accepted' ? shown : unreceived(shown)), checked: { kind, outcome, ...noted } };
    const decided = { ...proof, document };
    const facts = outcome === 'accepted' ? withProof(decided, { kind: 'document', ...noted }) : decided;
    const trace = { desk, viewer, action: 'identity.document.check', details: { kind, outcome, number: held.number } };
    return keepChange(transaction, { ...request, proof: facts }, trace);
  });
  desk.wake();
  return changed;
}

function heldOf(request: DataRequest, viewer: Viewer, now: Date): HeldDocument {
  requireFreshProof(viewer, now);
  const held = viewProofFacts(request).document?.held;
  if (held === undefined || now.toISOString() >= held.deleteBy)
    throw new Refused('WRONG_STATE', 'There is no document to look at.');
  const { look } = held;
  if (look !== undefined && look.by !== viewer.actor.id && now.toISOString() < look.until) {
    throw new Refused('LIMITED', 'Somebody else is looking at it.', 'Wait five minutes.');
  }
  return held;
}
