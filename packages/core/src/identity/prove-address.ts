import type { Secret } from '@habeas/connector-sdk';
import { dateIn } from '../calendar/source-date.js';
import { computeDeadlines } from '../deadline/deadlines.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Transaction } from '../ports/store.js';
import { beginSearch } from '../request/begin-search.js';
import { happen, lockRequest } from '../request/change-request.js';
import { clockOf } from '../request/clock/clock-of.js';
import type { DataRequest } from '../request/data-request.js';
import { attestation } from '../request/decide-request.js';
import type { Desk } from '../request/desk.js';
import { mailboxesOf } from '../request/mailbox.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { type AddressProof, CODE_MINUTES, TRIES_PER_CODE, TRIES_PER_REQUEST } from './address-proof.js';
import { codePlace, type OwnRequest } from './send-code.js';
import { isKeptCode } from '../delivery/short-code.js';
import { withProof } from '../proof/proof-facts.js';

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
  if (!(await isKeptCode(desk.delivery.crypto, kept, code)) || paid === undefined) return false;
  const isProved = await desk.store.transact((transaction) => prove(transaction, desk, own, paid));
  if (isProved) desk.wake();
  return isProved;
}

async function payForTry(
  { proofs, audit, now }: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  { viewer, id }: OwnRequest,
): Promise<AddressProof | undefined> {
  const proof = await proofs.lock(viewer.controller, id);
  if (proof === undefined || !isGood(proof, now)) return undefined;
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

/** The code was right, and works once. */
async function prove(transaction: Transaction, desk: Desk, { viewer, id }: OwnRequest, paid: AddressProof): Promise<boolean> {
  const request = await lockRequest(transaction, viewer, id);
  const proof = await transaction.proofs.lock(viewer.controller, id);
  if (proof?.code !== paid.code || request.state !== 'received') return false;
  await transaction.proofs.remove(viewer.controller, id);
  const plan = await attestation(desk, request, [{ identifier: proof.identifier, provedBy: PROVED_BY }]);
  const brought = withProof(request.proof, { kind: 'code', at: transaction.now.toISOString(), by: viewer.actor.id });
  const change = { ...plan, fields: { ...plan.fields, proof: brought } };
  const ready = await happen(transaction, request, { event: 'attest', viewer, desk }, change);
  const begun = await beginSearch(transaction, ready, { event: 'start', viewer, desk });
  await acknowledge(transaction, desk, begun, { viewer, id, identifier: proof.identifier });
  return true;
}

async function acknowledge(
  transaction: Transaction,
  desk: Desk,
  request: DataRequest,
  { viewer, identifier }: OwnRequest & Pick<AddressProof, 'identifier'>,
): Promise<void> {
  const { identifiers } = await openSubjectFile(desk.vault, request);
  const settings = desk.clocks.settingsOf(request.controller);
  const dueOn = computeDeadlines(clockOf(request, settings), settings, transaction.now).workBy;
  const facts = { reference: request.reference, receivedOn: dateIn(request.receivedAt, settings.zone), dueOn };
  const proved = identifiers.slice(identifier - 1, identifier).flatMap(mailboxesOf);
  for (const to of proved) {
    await queueMessage(transaction, desk, request, viewer, { kind: 'received', to, language: request.language, facts });
  }
}
