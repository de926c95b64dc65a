import { type ProofFacts, withProof } from '../proof/proof-facts.js';
import type { Transaction } from '../ports/store.js';
import { beginSearch } from '../request/begin-search.js';
import { happen } from '../request/change-request.js';
import type { DataRequest, GivenText } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { keyOf, openSubjectFile, sealFile } from '../request/sealed-files.js';

/** How a contact on record was proved, as it is kept with it. */
const PROVED_BY = 'a code that was sent to this address, which stands on record';

/** Who has proved that they read a contact on record: which of those that were written to, from 0. */
export interface ContactProof {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly which: number;
}

/**
 * Takes in that somebody reads a contact on record, in a transaction that holds the request: that address counts as proved, and nothing that
 * they gave does; the record leads from one to the other (IDV-02). The search begins, or begins anew where an answer waited for it (IDV-09).
 * Nothing happens where the code is one that was drawn for nobody.
 */
export async function proveContact(
  transaction: Transaction,
  request: DataRequest,
  { desk, viewer, which }: ContactProof,
): Promise<DataRequest | undefined> {
  const { contacts, ...file } = await openSubjectFile(desk.vault, request);
  const value = contacts?.at(which);
  if (value === undefined) return undefined;
  const proved: GivenText = { kind: 'email', value, provedBy: PROVED_BY, isOnRecord: true };
  const identifiers = [...file.identifiers, proved];
  const subjectFile = await sealFile(desk.vault, keyOf(request), 'subject', { ...file, identifiers });
  const details = { proved: [identifiers.length], onRecord: true };
  const change = { details, isProved: true };
  const fields = { subjectFile, proof: withCode(request, transaction.now, viewer) };
  if (request.state !== 'received') {
    return beginSearch(transaction, { ...request, ...fields }, { event: 'confirm', viewer, desk, change });
  }
  const ready = await happen(transaction, request, { event: 'attest', viewer, desk }, { fields, ...change });
  return beginSearch(transaction, ready, { event: 'start', viewer, desk });
}

/** What is known of who asks, and a code that they have entered. */
export function withCode({ proof }: DataRequest, now: Date, { actor }: Viewer): ProofFacts {
  return withProof(proof, { kind: 'code', at: now.toISOString(), by: actor.id });
}
