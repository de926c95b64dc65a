import type { Secret } from '@habeas/connector-sdk';
import { payNothing } from '../limits/pay-nothing.js';
import type { Transaction } from '../ports/store.js';
import { beginSearch } from '../request/begin-search.js';
import { happen, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import { attestation } from '../request/decide-request.js';
import type { Desk } from '../request/desk.js';
import { acknowledge } from './acknowledge.js';
import { type AddressProof, CODE_MINUTES, ON_RECORD, TRIES_PER_CODE, TRIES_PER_REQUEST } from './address-proof.js';
import { codePlace } from './code-sending.js';
import { proveContact, withCode } from './prove-contact.js';
import { awaitsProof, type OwnRequest } from './send-code.js';
import { whichKeptCode } from '../delivery/short-code.js';

/** How an identifier was proved, as it is kept with it. */
const PROVED_BY = 'a code that was sent to this address';

/**
 * Proves by the code that was sent to an address that whoever asks reads it (security R56, L1): that identifier counts as proved, and no other
 * (R57), the search begins, and the receipt is acknowledged (INT-04). A try is paid for before it is looked at. A code that is wrong, used,
 * too old, or was never sent is false alike, at the same cost.
 */
export async function proveAddress(desk: Desk, own: OwnRequest, code: Secret<string>): Promise<boolean> {
  const paid = await desk.store.transact((transaction) => payForTry(transaction, desk, own));
  const kept = paid === undefined ? undefined : { place: codePlace(own.id), sealed: paid.code };
  const which = await whichKeptCode(desk.delivery.crypto, kept, code);
  if (which === undefined || paid === undefined) return false;
  const isProved = await desk.store.transact((transaction) => prove(transaction, desk, own, { paid, which }));
  if (isProved) desk.wake();
  return isProved;
}

async function payForTry(
  transaction: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  { viewer, id }: OwnRequest,
): Promise<AddressProof | undefined> {
  const { proofs, audit, now } = transaction;
  const proof = await proofs.lock(viewer.controller, id);
  if (proof === undefined || !isGood(proof, now)) {
    await payNothing(transaction);
    return undefined;
  }
  await proofs.put({ ...proof, failures: proof.failures + 1, failuresInAll: proof.failuresInAll + 1 });
  await audit.add({
    id: ids.next('aud'),
    controller: viewer.controller,
    actor: viewer.actor,
    action: 'identity.try',
    object: { type: 'request', id },
    outcome: 'refused',
    details: { tries: proof.failuresInAll + 1 },
  });
  return proof;
}

function isGood({ sentAt, failures, failuresInAll }: AddressProof, now: Date): boolean {
  const isFresh = now.getTime() - sentAt.getTime() < CODE_MINUTES * 60_000;
  return isFresh && failures < TRIES_PER_CODE && failuresInAll < TRIES_PER_REQUEST;
}

/** Which code was right, and what was paid for the try. */
interface RightCode {
  readonly paid: AddressProof;
  readonly which: number;
}

/** The code was right, and works once. */
async function prove(
  transaction: Transaction,
  desk: Desk,
  { viewer, id }: OwnRequest,
  { paid, which }: RightCode,
): Promise<boolean> {
  const request = await lockRequest(transaction, viewer, id);
  const proof = await transaction.proofs.lock(viewer.controller, id);
  if (proof?.code !== paid.code || !awaitsProof(request, proof)) return false;
  const begun =
    proof.identifier === ON_RECORD
      ? await proveContact(transaction, request, { desk, viewer, which })
      : await proveGiven(transaction, desk, request, { viewer, id, identifier: proof.identifier });
  if (begun === undefined) return false;
  await transaction.proofs.remove(viewer.controller, id);
  if (request.state === 'received') await acknowledge(transaction, desk, begun, viewer);
  return true;
}

async function proveGiven(
  transaction: Transaction,
  desk: Desk,
  request: DataRequest,
  { viewer, identifier }: OwnRequest & Pick<AddressProof, 'identifier'>,
): Promise<DataRequest> {
  const plan = await attestation(desk, request, [{ identifier, provedBy: PROVED_BY }]);
  const fields = { ...plan.fields, proof: withCode(request, transaction.now, viewer) };
  const ready = await happen(transaction, request, { event: 'attest', viewer, desk }, { ...plan, fields });
  return beginSearch(transaction, ready, { event: 'start', viewer, desk });
}
