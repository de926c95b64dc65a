import type { DeliveryCrypto } from '../delivery/delivery-house.js';
import { keptCode, newShortCode, type ShortCode } from '../delivery/short-code.js';
import { queueLimited } from '../mail/queue-limited.js';
import type { Transaction } from '../ports/store.js';
import { keepChange } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { keyOf, openSubjectFile, sealFile } from '../request/sealed-files.js';
import { addStep } from '../request/workflow.js';
import { type AddressProof, BETWEEN_CODES_MS, CODE_MINUTES, MOST_CONTACTS, ON_RECORD } from './address-proof.js';
import { codePlace, type CodeSending } from './code-sending.js';
import { isObjectedTo, type ProbeOutcome } from './contact-facts.js';
import type { Probe } from './probe-contacts.js';
import { withTold } from './record-notice.js';

/**
 * Has the contacts on record looked for, in a transaction that holds the request. Until that is done, and where nothing comes of it, a code is
 * owed that nobody was sent: whoever asks is told the same, waits as long, and has as many tries, whether anything is on record or not (R57).
 */
export async function expectContacts(
  transaction: Transaction,
  request: DataRequest,
  known: AddressProof | undefined,
  { desk, code }: Pick<CodeSending, 'desk' | 'code'>,
): Promise<void> {
  const { controller, id } = request;
  const sent = (known?.sent ?? 0) + 1;
  await transaction.proofs.put({
    ...{ controller, request: id, identifier: ON_RECORD, sent },
    code: await keptCode(desk.delivery.crypto, codePlace(id), code),
    sentAt: transaction.now,
    failures: 0,
    failuresInAll: known?.failuresInAll ?? 0,
  });
  await addStep(transaction, desk, request, { kind: 'probe', again: sent });
}

/**
 * Asks for a better proof of an answer that would go to a new address (IDV-09): the contacts on record are looked for, where its subject has pages
 * to enter a code on. The first time only: what is owed stays owed.
 */
export async function askForContact(
  transaction: Transaction,
  request: DataRequest,
  sending: Pick<CodeSending, 'desk' | 'code'>,
): Promise<void> {
  const { controller, id } = request;
  const delivery = await transaction.deliveries.get(controller, id);
  const known = await transaction.proofs.lock(controller, id);
  if (delivery !== undefined && known === undefined) await expectContacts(transaction, request, known, sending);
}

/** As many codes as contacts may be written to: always all of them, so that it takes as long for none. */
export function drawContactCodes(crypto: DeliveryCrypto): Promise<readonly ShortCode[]> {
  return Promise.all(Array.from({ length: MOST_CONTACTS }, () => newShortCode(crypto)));
}

/** Where a code on record still leads to something: the request waits for a proof, or its answer for a better one. */
export function awaitsContact(request: Pick<DataRequest, 'state' | 'contacts'>): boolean {
  return !isObjectedTo(request) && (request.state === 'received' || request.state === 'awaiting_release');
}

/** What a look came to, the codes for it, and who notes it. */
export interface ProbeEnd {
  readonly desk: Pick<Desk, 'delivery' | 'ids' | 'vault'>;
  readonly viewer: Viewer;
  readonly probe: Probe;
  readonly codes: readonly ShortCode[];
}

/** Sends a code of its own to each contact that was found, and notes what the look came to. Nothing, where nobody waits for it any more. */
export async function endProbe(transaction: Transaction, request: DataRequest, end: ProbeEnd): Promise<void> {
  const { desk, probe, codes } = end;
  const known = await transaction.proofs.lock(request.controller, request.id);
  if (known?.identifier !== ON_RECORD || !awaitsContact(request)) return;
  const code = await keptCode(desk.delivery.crypto, codePlace(request.id), ...codes);
  await transaction.proofs.put({ ...known, code, failures: 0, sentAt: sentAt(known, transaction.now) });
  const contacts = probe.outcome === 'found' ? probe.contacts : [];
  const { file, facts: notice, link } = withTold(await openSubjectFile(desk.vault, request), contacts, { request, desk });
  const sealed = { ...file, contacts: contacts.map((each) => each.reveal()) };
  const subjectFile = await sealFile(desk.vault, keyOf(request), 'subject', sealed);
  const outcome = probe.outcome === 'found' ? 'codes_sent' : probe.outcome;
  const noted = await noteProbe(transaction, { ...request, ...notice, subjectFile }, outcome, end);
  const { language, reference } = request;
  for (const [index, to] of contacts.entries()) {
    const facts = { reference, code: String(codes[index]?.code.reveal()), minutes: CODE_MINUTES, ...link };
    await queueLimited(transaction, noted, { kind: 'code', to, language, facts }, end);
  }
}

/** As it was when it was asked for, unless that is long ago: when the next may be asked for does not tell how long the look took. */
function sentAt({ sentAt: asked }: AddressProof, now: Date): Date {
  return now.getTime() - asked.getTime() < BETWEEN_CODES_MS ? asked : now;
}

/** Notes what a look at the contacts on record came to, for those who decide. */
export function noteProbe(
  transaction: Transaction,
  request: DataRequest,
  probe: ProbeOutcome,
  { desk, viewer }: Pick<ProbeEnd, 'viewer'> & { readonly desk: Pick<Desk, 'ids'> },
): Promise<DataRequest> {
  const contacts = { isNew: false, ...request.contacts, probe };
  const trace = { desk, viewer, action: 'identity.probe', details: { outcome: probe } };
  return keepChange(transaction, { ...request, contacts }, trace);
}
