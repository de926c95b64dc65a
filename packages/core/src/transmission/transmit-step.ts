import { ConnectorError, isRetryable } from '@habeas/connector-sdk';
import { answerMaterial } from '../heir/answer-material.js';
import { followLink, tellSubject } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Viewer } from '../request/desk.js';
import { keyOf } from '../request/sealed-files.js';
import type { Commit, StepContext } from '../work/step-context.js';
import { systemActor } from '../work/worker.js';
import { ended, failTransmission, TRANSMIT_KEY, transmissionOf, withTransmission } from './order-transmission.js';
import type { Transmission, TransmissionReason, TransmissionReceipt, TransmittedFile } from './transmission.js';

/** For how long a receiver that cannot be reached is tried again. */
const PATIENCE_MS = 24 * 60 * 60_000;
/** When it is looked again whether an addition is out. */
const ADDITION_MS = 15 * 60_000;

/** What is known while one transmission is worked on. */
interface Sending {
  readonly context: StepContext;
  readonly id: string;
  readonly viewer: Viewer;
}

/** Why it does not take place, where that is not for the worker to know. */
class NotFeasible extends Error {
  override readonly name = 'NotFeasible';

  constructor(readonly reason: TransmissionReason) {
    super('This transmission does not take place.');
  }
}

/**
 * Sends the portable part of what is held about somebody to another controller, as they said (Art. 20(2)). The archive is made once, and
 * noted before its first byte goes: whoever is killed sends the same one again, under the same id. It is deleted when the step is over.
 */
export async function transmitStep(context: StepContext): Promise<Commit> {
  const { desk, request, claim } = context;
  const { controller } = request;
  const id = claim.step.key.slice(TRANSMIT_KEY.length);
  const sending = { context, id, viewer: { actor: systemActor(claim.worker), controller } };
  const transmission = transmissionOf(request, id);
  if (transmission?.state === 'waiting') await transmit(sending, transmission);
  await desk.vault.remove({ controller, request: request.id }, `${folderOf(id)}/`);
  return () => Promise.resolve();
}

function folderOf(id: string): string {
  return `transmit/${id}`;
}

async function transmit(sending: Sending, { receiver, file: known }: Transmission): Promise<void> {
  const { context, id } = sending;
  const { desk, signal } = context;
  try {
    if (desk.transmitter === undefined || receiver === undefined) throw new NotFeasible('not-listed');
    await requireLink(context);
    const { bytes, sha256, blob } = known ?? (await made(sending));
    const content = desk.vault.read(keyOf(context.request), blob);
    const what = { id, controller: context.request.controller, receiver, bytes, sha256, content };
    const receipt = await desk.transmitter.send({ ...what, attempt: context.claim.fence }, signal);
    await change(sending, (transaction, request) => keepReceipt(transaction, request, { ...receipt, receiver }, sending));
  } catch (error) {
    await change(sending, async (transaction, request) => {
      const reason = signal.aborted ? undefined : reasonOf(error, transmissionOf(request, id), transaction.now);
      // Where it may still go well, and where the fault is ours, the step is not over
      if (reason === undefined) throw error;
      await failTransmission(transaction, request, { transmission: id, reason }, { desk, viewer: sending.viewer });
    });
  }
}

/** Commits only while the lease is held. */
function change(
  { context, viewer }: Sending,
  work: (transaction: Transaction, request: DataRequest) => Promise<unknown>,
): Promise<void> {
  return context.checkpoint(async (transaction) => {
    await work(transaction, await lockRequest(transaction, viewer, context.request.id));
  });
}

/** An answer that was taken back goes to nobody else either. */
async function requireLink({ desk, request }: StepContext): Promise<void> {
  const delivery = await desk.store.transact(({ deliveries }) => deliveries.get(request.controller, request.id));
  if (delivery?.link?.isRevoked === true) throw new NotFeasible('stopped');
}

async function made(sending: Sending): Promise<TransmittedFile> {
  const { context, id, viewer } = sending;
  const { desk, request, signal, claim } = context;
  if (request.state !== 'released') {
    const remedy = 'Nothing has to be done: it goes on once the addition is out.';
    throw new ConnectorError('transient', 'An addition is being prepared.', { remedy, retryAfterMs: ADDITION_MS });
  }
  // The portable part, whatever was asked for: what is for access alone never goes to anybody else
  const draft = desk.archives.make({ ...request, rights: ['portability'] }, await answerMaterial(desk, request), signal);
  const blob = `${folderOf(id)}/${String(claim.fence)}`;
  await desk.vault.put(keyOf(request), blob, draft.content);
  signal.throwIfAborted();
  const { bytes, sha256, records, files, disclosure } = draft.result();
  if (disclosure === undefined) throw new NotFeasible('undetermined');
  if (records + files === 0) throw new NotFeasible('nothing-portable');
  const file = { blob, bytes, sha256 };
  await change(sending, async (transaction, current) => {
    const waiting = transmissionOf(current, id);
    if (waiting?.state !== 'waiting') throw new NotFeasible('stopped');
    const noted = withTransmission(current, { ...waiting, file, madeAt: transaction.now.toISOString() });
    const details = { transmission: id, bytes, sha256, records, files };
    await keepChange(transaction, noted, { desk, viewer, action: 'transmission.make', details });
  });
  return file;
}

async function keepReceipt(
  transaction: Transaction,
  request: DataRequest,
  { bytes, sha256, receiver }: TransmissionReceipt & { readonly receiver: string },
  { context: { desk }, id, viewer }: Sending,
): Promise<void> {
  const waiting = transmissionOf(request, id);
  if (waiting?.state !== 'waiting') return;
  const end = { state: 'sent', endedAt: transaction.now.toISOString(), receipt: { bytes, sha256 } } as const;
  const details = { transmission: id, receiver, bytes, sha256 };
  const trace = { desk, viewer, action: 'transmission.send', details };
  const sent = await keepChange(transaction, withTransmission(request, ended(waiting, end)), trace);
  const facts = { reference: request.reference, ...(await followLink(transaction, request, desk)) };
  await tellSubject(transaction, sent, { kind: 'transmitted', facts }, { desk, viewer });
}

/** Why it is given up; `undefined` where it is tried again, and for faults that are not the receiver's. */
function reasonOf(error: unknown, transmission: Transmission | undefined, now: Date): TransmissionReason | undefined {
  if (error instanceof NotFeasible) return error.reason;
  if (!(error instanceof ConnectorError)) return undefined;
  if (isRetryable(error.errorClass)) return isTooLate(transmission, now) ? 'unreachable' : undefined;
  if (error.errorClass === 'not-found') return 'not-listed';
  return error.errorClass === 'egress' ? 'fault' : 'refused';
}

function isTooLate(transmission: Transmission | undefined, now: Date): boolean {
  const since = transmission?.madeAt;
  return since !== undefined && now.getTime() - new Date(since).getTime() >= PATIENCE_MS;
}
