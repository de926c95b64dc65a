import type { Secret } from '@habeas/connector-sdk';
import { computeDeadlines } from '../deadline/deadlines.js';
import { isReleased } from '../delivery/issue-link.js';
import { noteUntold } from '../mail/tell-subject.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Transaction } from '../ports/store.js';
import { keepChange } from '../request/change-request.js';
import { clockOf } from '../request/clock/clock-of.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { isDecided } from '../request/transitions.js';
import { subjectViewer } from './ask-for-data.js';
import { isObjectedTo } from './contact-facts.js';

/** What stands in the link of a notice. */
export interface StopKeys {
  readonly controller: string;
  readonly request: string;
  readonly secret: Secret<string>;
}

/** The request that a notice is about; `undefined` for any secret that is not its own, and once its end is decided without an answer. */
export async function stoppable(desk: Pick<Desk, 'store' | 'delivery'>, keys: StopKeys): Promise<DataRequest | undefined> {
  const request = await desk.store.transact(({ requests }) => requests.get(keys.controller, keys.request));
  return request !== undefined && isNamed(desk, request, keys) ? request : undefined;
}

function isNamed({ delivery }: Pick<Desk, 'delivery'>, request: DataRequest, { secret }: StopKeys): boolean {
  const isOver = isDecided(request) && !isReleased(request);
  const hash = request.contacts?.notice?.secretHash;
  return hash !== undefined && !isOver && delivery.crypto.isEqual(hash, delivery.crypto.sha256Hex(secret.reveal()));
}

/**
 * Takes in that whoever reads a contact on record did not ask (R57): nothing goes out by itself any more, the codes and a link that went out are
 * worth nothing, and an officer is told. Only an officer decides then, with a reason. A second time changes nothing. `undefined`
 * as {@link stoppable} says.
 */
export async function objectToRequest(desk: Desk, keys: StopKeys): Promise<DataRequest | undefined> {
  const stopped = await desk.store.transact(async (transaction) => {
    const request = await transaction.requests.lock(keys.controller, keys.request);
    if (request === undefined || !isNamed(desk, request, keys)) return undefined;
    return isObjectedTo(request) ? request : stop(transaction, desk, request);
  });
  desk.wake();
  return stopped;
}

async function stop(transaction: Transaction, desk: Desk, request: DataRequest): Promise<DataRequest> {
  const { controller, id, state } = request;
  const viewer = subjectViewer(controller);
  const contacts = { isNew: false, ...request.contacts, objectedAt: transaction.now.toISOString() };
  const trace = { desk, viewer, action: 'identity.object', details: { standing: state } };
  const stopped = await keepChange(transaction, { ...request, contacts }, trace);
  await transaction.proofs.remove(controller, id);
  const delivery = await transaction.deliveries.lock(controller, id);
  if (delivery?.link !== undefined) {
    await transaction.deliveries.change({ ...delivery, link: { ...delivery.link, isRevoked: true } });
  }
  await tellOfficer(transaction, stopped, { desk, viewer });
  return stopped;
}

/** Tells those who decide that a request waits for them, or that its time is nearly over: whose it is and what about is in no e-mail. */
export async function tellOfficer(
  transaction: Transaction,
  request: DataRequest,
  { desk, viewer }: { readonly desk: Pick<Desk, 'clocks' | 'delivery' | 'ids' | 'vault'>; readonly viewer: Viewer },
  kind: 'review_needed' | 'due_soon' = 'review_needed',
): Promise<void> {
  const { controller, language, reference } = request;
  const to = desk.delivery.officerOf(controller);
  if (to === undefined) {
    await noteUntold(transaction, request, { kind, problem: NO_OFFICER }, { desk, viewer });
    return;
  }
  const settings = desk.clocks.settingsOf(controller);
  const dueOn = computeDeadlines(clockOf(request, settings), settings, transaction.now).workBy;
  await queueMessage(transaction, desk, request, viewer, { kind, to, language, facts: { reference, dueOn } });
}

const NO_OFFICER = {
  errorClass: 'not-found',
  message: 'The register names no mailbox of those who decide: this message goes nowhere.',
  remedy: 'Name the e-mail address of the data protection officer in the register.',
} as const;
