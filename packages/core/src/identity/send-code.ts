import { queueLimited } from '../mail/queue-limited.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { mailboxesOf } from '../request/mailbox.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { type AddressProof, BETWEEN_CODES_MS, CODE_MINUTES, MOST_CODES, ON_RECORD } from './address-proof.js';
import { awaitsContact, expectContacts } from './contact-codes.js';
import { codePlace, type CodeSending } from './code-sending.js';
import { keptCode, newShortCode } from '../delivery/short-code.js';

/**
 * Sends a code to the first address that the subject gave, in a transaction that holds the request (IDV-02). The address is one that is going
 * to be searched for: what is found under it, whoever reads it may have. Without an address the contacts on record are looked for.
 */
export async function sendCode(
  transaction: Transaction,
  request: DataRequest,
  known: AddressProof | undefined,
  { desk, viewer, code }: CodeSending,
): Promise<void> {
  const { identifiers } = await openSubjectFile(desk.vault, request);
  const position = identifiers.findIndex(({ kind }) => kind === 'email');
  const [to] = identifiers.slice(position, position + 1).flatMap(mailboxesOf);
  if (to === undefined || known?.identifier === ON_RECORD) return expectContacts(transaction, request, known, { desk, code });
  const { controller, id, language, reference } = request;
  await transaction.proofs.put({
    ...{ controller, request: id, identifier: position + 1 },
    code: await keptCode(desk.delivery.crypto, codePlace(id), code),
    sentAt: transaction.now,
    sent: (known?.sent ?? 0) + 1,
    failures: 0,
    failuresInAll: known?.failuresInAll ?? 0,
  });
  const facts = { reference, code: code.code.reveal(), minutes: CODE_MINUTES };
  await queueLimited(transaction, request, { kind: 'code', to, language, facts }, { desk, viewer });
}

/** Which request somebody follows. */
export interface OwnRequest {
  readonly viewer: Viewer;
  readonly id: string;
}

/** Sends another code in place of the last one. False where it is too early, or too many were sent: then nothing is. */
export async function sendCodeAgain(desk: Desk, { viewer, id }: OwnRequest): Promise<boolean> {
  const code = await newShortCode(desk.delivery.crypto);
  const isSent = await desk.store.transact(async (transaction) => {
    const request = await transaction.requests.lock(viewer.controller, id);
    const known = await transaction.proofs.lock(viewer.controller, id);
    if (request === undefined || known === undefined) return false;
    if (!awaitsProof(request, known) || !mayFollow(known, transaction.now)) return false;
    await sendCode(transaction, request, known, { desk, viewer, code });
    return true;
  });
  if (isSent) desk.wake();
  return isSent;
}

/** Whether the proof that is owed would still change something. */
export function awaitsProof(request: DataRequest, { identifier }: AddressProof): boolean {
  return identifier === ON_RECORD ? awaitsContact(request) : request.state === 'received';
}

function mayFollow({ sent, sentAt }: AddressProof, now: Date): boolean {
  return sent < MOST_CODES && now.getTime() - sentAt.getTime() >= BETWEEN_CODES_MS;
}
