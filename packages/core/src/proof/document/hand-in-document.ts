import type { Transaction } from '../../ports/store.js';
import { keepChange, lockRequest } from '../../request/change-request.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk, Viewer } from '../../request/desk.js';
import { notFound, Refused } from '../../request/refused.js';
import { requireFreshProof } from '../../staff/principal.js';
import { requireOpen } from '../note-doubt.js';
import { viewProofFacts } from '../proof-facts.js';
import { documentBytes } from './document-bytes.js';
import { documentBlob, type DocumentFacts, MOST_DOCUMENTS, QUARANTINE_MS } from './document-facts.js';
import { addPurge } from './purge.js';

/**
 * Puts a copy into quarantine: sealed under a key of its own, for a day at most (IDV-04). The timer that deletes it is kept before the first
 * byte of it is. Throws `Refused`: `NOT_FOUND`, `STEP_UP_REQUIRED`; `WRONG_STATE` where none is asked for, one waits already, or the request is
 * decided; `LIMITED` after five; `INVALID_INPUT` for a file that is not taken.
 */
export function handInDocument(desk: Desk, viewer: Viewer, id: string, content: AsyncIterable<Uint8Array>): Promise<DataRequest> {
  return handIn({ desk, viewer, id }, content, ({ now }) => {
    requireFreshProof(viewer, now);
  });
}

/** The same by the person who asks, on the page that follows their request. */
export function handInOwnDocument(
  desk: Desk,
  viewer: Viewer,
  id: string,
  content: AsyncIterable<Uint8Array>,
): Promise<DataRequest> {
  return handIn({ desk, viewer, id }, content, () => undefined);
}

async function handIn(
  { desk, viewer, id }: HandingIn,
  content: AsyncIterable<Uint8Array>,
  requireProof: (transaction: Transaction) => void,
): Promise<DataRequest> {
  await desk.store.transact(async (transaction) => {
    const request = await transaction.requests.get(viewer.controller, id);
    if (request === undefined) throw notFound('request');
    requireProof(transaction);
    demandOf(request);
  });
  const { type, bytes } = await documentBytes(content);
  const { number, deleteBy } = await desk.store.transact((transaction) => begun(transaction, { desk, viewer, id }));
  const dataKey = await desk.vault.createKey({ controller: viewer.controller, request: id }, deleteBy);
  const key = { controller: viewer.controller, request: id, dataKey };
  await desk.vault.put(key, documentBlob(number), onePart(bytes));
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const document = demandOf(request);
    const held = { number, type, bytes: bytes.byteLength, dataKey, deleteBy: deleteBy.toISOString() };
    const receivedAt = document.receivedAt ?? transaction.now.toISOString();
    const proof = { ...viewProofFacts(request), document: { ...document, held, receivedAt } };
    const trace = { desk, viewer, action: 'identity.document', details: { number, type, bytes: bytes.byteLength } };
    return keepChange(transaction, { ...request, proof }, trace);
  });
}

interface HandingIn {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly id: string;
}

async function begun(
  transaction: Transaction,
  { desk, viewer, id }: HandingIn,
): Promise<{ readonly number: number; readonly deleteBy: Date }> {
  const request = await lockRequest(transaction, viewer, id);
  const document = demandOf(request);
  const number = document.handedIn + 1;
  if (number > MOST_DOCUMENTS) throw new Refused('LIMITED', 'Documents were handed in five times for this request.');
  const deleteBy = new Date(transaction.now.getTime() + QUARANTINE_MS);
  await addPurge(transaction, desk, request, { number, dueAt: deleteBy });
  const proof = { ...viewProofFacts(request), document: { ...document, handedIn: number } };
  const trace = { desk, viewer, action: 'identity.document.begin', details: { number } };
  await keepChange(transaction, { ...request, proof }, trace);
  return { number, deleteBy };
}

/** The demand that a copy can be handed in for now. */
function demandOf(request: DataRequest): DocumentFacts {
  requireOpen(request);
  const { document } = viewProofFacts(request);
  if (document === undefined) throw new Refused('WRONG_STATE', 'No document is asked for.');
  if (document.held !== undefined) throw new Refused('WRONG_STATE', 'A document waits for a decision already.');
  if (document.checked?.outcome === 'accepted') throw new Refused('WRONG_STATE', 'The document was checked already.');
  return document;
}

async function* onePart(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield bytes;
}
