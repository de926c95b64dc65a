import { type MessageActor, noteMessage } from '../mail/note-message.js';
import type { Transaction } from '../ports/store.js';
import { ended } from '../transmission/order-transmission.js';
import { happen, lockRequest } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { PERSONAL_FIELDS } from './guards.js';
import { addStep } from './workflow.js';

/** Destroys the personal data of a decided request: its key at once, so that nothing can be read, and its files after it. */
export async function shredRequest(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) =>
    shredded(transaction, await lockRequest(transaction, viewer, id), { desk, viewer }),
  );
  desk.wake();
  return changed;
}

/** The same, within a transaction that holds the request. */
export async function shredded(
  transaction: Transaction,
  request: DataRequest,
  { desk, viewer }: { readonly desk: Pick<Desk, 'ids'>; readonly viewer: Viewer },
): Promise<DataRequest> {
  const fields = { ...PERSONAL, ...stoppedTransmissions(transaction, request), rounds: request.rounds + 1 };
  const changed = await happen(transaction, request, { event: 'shred', viewer, desk }, { fields });
  await transaction.steps.cancelOf(request.controller, request.id, ['webhook']);
  await transaction.evidence.forget(request.controller, request.id);
  await noteUnsent(transaction, request, { desk, viewer });
  await transaction.messages.forget(request.controller, request.id);
  await transaction.deliveries.remove(request.controller, request.id);
  await transaction.proofs.remove(request.controller, request.id);
  await transaction.followers.removeOf(request.controller, request.id);
  await addStep(transaction, desk, changed, { kind: 'shred' });
  return changed;
}

/** What was still to be sent to another controller does not go any more. */
function stoppedTransmissions({ now }: Transaction, { transmissions }: DataRequest): Pick<DataRequest, 'transmissions'> {
  const end = { state: 'failed', reason: 'stopped', endedAt: now.toISOString() } as const;
  const stopped = transmissions?.map((each) => (each.state === 'waiting' ? ended(each, end) : each));
  return stopped === undefined ? {} : { transmissions: stopped };
}

/** Messages that still waited will never go out: the trail says so, when nothing else does any more (IDV-08). */
async function noteUnsent(transaction: Transaction, request: DataRequest, actor: MessageActor): Promise<void> {
  const waiting = (await transaction.messages.of(request.controller, request.id)).filter(({ state }) => state === 'waiting');
  for (const message of waiting) {
    await noteMessage(transaction, message, actor, { verb: 'fail', details: { errorClass: 'aborted' } });
  }
}

const PERSONAL = Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, undefined])) as Partial<DataRequest>;
