import { tellSubject, followLink } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import { isReleased } from '../delivery/issue-link.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';
import { requireFreshProof } from '../staff/principal.js';
import { MOST_TRANSMISSIONS, type Receiver, type Transmission, type TransmissionReason } from './transmission.js';

/** What the keys of steps that send begin with; the transmission's id follows. */
export const TRANSMIT_KEY = 'transmit-';

const LONGEST_NAME = 200;

/** The controller that a subject named: one that is listed, or what they call it. */
export type NamedController = { readonly receiver: string } | { readonly name: string };

/**
 * Notes that a subject has told staff, by another way than their pages, to send their data to another controller, with their instruction.
 * Throws `Refused` with `STEP_UP_REQUIRED` without a fresh proof, and as {@link orderOwnTransmission} does.
 */
export async function orderTransmission(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { instruction, ...named }: NamedController & { readonly instruction: string },
): Promise<DataRequest> {
  if (instruction.trim() === '') throw new Refused('INVALID_INPUT', 'What the subject said is missing.');
  return order({ desk, viewer, named, text: instruction.trim(), by: 'staff' }, id);
}

/**
 * A subject's own instruction, by the page that follows their request. What cannot be done is noted and told to them with its reason, and
 * changes nothing of the download (DEL-05). Throws `Refused`: `NOT_FOUND`; `WRONG_STATE` where there is no answer to send, its link was
 * taken back, or the same is being sent already; `LIMITED` after ten.
 */
export function orderOwnTransmission(desk: Desk, viewer: Viewer, id: string, named: NamedController): Promise<DataRequest> {
  return order({ desk, viewer, named, by: 'subject' }, id);
}

interface Order {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly named: NamedController;
  readonly by: Transmission['orderedBy'];
  readonly text?: string;
}

async function order(given: Order, id: string): Promise<DataRequest> {
  const { desk, viewer, named, by } = given;
  if ('name' in named && !isName(named.name)) throw new Refused('INVALID_INPUT', 'Name the other controller.');
  const changed = await desk.store.transact(async (transaction) => {
    if (by === 'staff') requireFreshProof(viewer, transaction.now);
    const request = await lockRequest(transaction, viewer, id);
    await requireSendable(transaction, request, named);
    const receiver = 'receiver' in named ? receiverOf(desk, viewer.controller, named.receiver) : undefined;
    const ordered: Transmission = {
      id: desk.ids.next('tra'),
      ...(receiver === undefined ? {} : { receiver: receiver.id }),
      orderedBy: by,
      orderedAt: transaction.now.toISOString(),
      state: 'waiting',
    };
    const noted = await withOrder(transaction, request, ordered, given);
    const reason = obstacleTo(request, receiver);
    if (reason !== undefined) return failTransmission(transaction, noted, { transmission: ordered.id, reason }, { desk, viewer });
    await transaction.steps.add({
      ...{ id: desk.ids.next('stp'), controller: request.controller, request: id },
      ...{ key: `${TRANSMIT_KEY}${ordered.id}`, kind: 'transmit', dueAt: transaction.now },
      workflowVersion: request.workflowVersion,
    });
    return noted;
  });
  desk.wake();
  return changed;
}

function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_NAME;
}

async function requireSendable({ deliveries }: Transaction, request: DataRequest, named: NamedController): Promise<void> {
  const { transmissions = [] } = request;
  const delivery = await deliveries.get(request.controller, request.id);
  if (!isReleased(request) || delivery?.link?.isRevoked === true) {
    throw new Refused('WRONG_STATE', 'There is no answer of this request that could be sent.', 'Release it first.');
  }
  if (transmissions.length >= MOST_TRANSMISSIONS) throw new Refused('LIMITED', 'The data of this request was sent ten times.');
  const isWaiting = transmissions.some(
    ({ state, receiver }) => state === 'waiting' && 'receiver' in named && receiver === named.receiver,
  );
  if (isWaiting) throw new Refused('WRONG_STATE', 'It is being sent there already.', 'Wait for what becomes of it.');
}

function receiverOf({ receivers }: Desk, controller: string, id: string): Receiver | undefined {
  return receivers?.receiversOf(controller).find((each) => each.id === id);
}

/** What is known to stand in the way before anything was tried. */
function obstacleTo({ disclosure }: DataRequest, receiver: Receiver | undefined): TransmissionReason | undefined {
  if (receiver === undefined) return 'not-listed';
  if (!receiver.takesData) return 'no-endpoint';
  return disclosure === undefined ? 'undetermined' : undefined;
}

async function withOrder(
  transaction: Transaction,
  request: DataRequest,
  ordered: Transmission,
  { desk, viewer, named, text }: Order,
): Promise<DataRequest> {
  const words = { ...('name' in named ? { name: named.name } : {}), ...(text === undefined ? {} : { text }) };
  const noted = {
    ...request,
    transmissions: [...(request.transmissions ?? []), ordered],
    ...(Object.keys(words).length === 0 ? {} : { caseFile: await withWords({ desk, viewer, request, ordered }, words) }),
  };
  const { id: transmission, receiver = 'unlisted', orderedBy } = ordered;
  const details = { transmission, receiver, orderedBy };
  return keepChange(transaction, noted, { desk, viewer, action: 'transmission.order', details });
}

async function withWords(
  {
    desk,
    viewer,
    request,
    ordered,
  }: { readonly request: DataRequest; readonly ordered: Transmission } & Pick<Order, 'desk' | 'viewer'>,
  words: { readonly name?: string; readonly text?: string },
): Promise<string> {
  const file = await openCaseFile(desk.vault, request);
  const by = ordered.orderedBy === 'subject' ? 'subject' : viewer.actor.id;
  const said = { transmission: ordered.id, ...words, by, at: ordered.orderedAt };
  return sealFile(desk.vault, keyOf(request), 'case', { ...file, transmissionWords: [...(file.transmissionWords ?? []), said] });
}

/** What became of a transmission that does not take place. */
export interface FailedTransmission {
  readonly transmission: string;
  readonly reason: TransmissionReason;
}

/** Notes that a transmission does not take place, and tells the subject. Nothing where it has ended already. */
export async function failTransmission(
  transaction: Transaction,
  request: DataRequest,
  { transmission: id, reason }: FailedTransmission,
  { desk, viewer }: { readonly desk: Pick<Desk, 'delivery' | 'ids' | 'vault'>; readonly viewer: Viewer },
): Promise<DataRequest> {
  const waiting = transmissionOf(request, id);
  if (waiting?.state !== 'waiting') return request;
  const end = { state: 'failed', reason, endedAt: transaction.now.toISOString() } as const;
  const details = { transmission: id, receiver: waiting.receiver ?? 'unlisted', reason };
  const trace = { desk, viewer, action: 'transmission.fail', details };
  const failed = await keepChange(transaction, withTransmission(request, ended(waiting, end)), trace);
  const facts = { reference: request.reference, ...(await followLink(transaction, request, desk)) };
  await tellSubject(transaction, failed, { kind: 'not_transmitted', facts }, { desk, viewer });
  return failed;
}

/** One transmission of a request. */
export function transmissionOf({ transmissions = [] }: DataRequest, id: string): Transmission | undefined {
  return transmissions.find((each) => each.id === id);
}

/** A request with one of its transmissions as it is now. */
export function withTransmission(request: DataRequest, changed: Transmission): DataRequest {
  const { transmissions = [] } = request;
  return { ...request, transmissions: transmissions.map((each) => (each.id === changed.id ? changed : each)) };
}

/** A transmission that is over: its archive is not there any more. */
export function ended(
  { file: _file, ...waiting }: Transmission,
  end: Pick<Transmission, 'state' | 'endedAt' | 'reason' | 'receipt'>,
): Transmission {
  return { ...waiting, ...end };
}
