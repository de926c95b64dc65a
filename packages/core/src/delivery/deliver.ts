import { addCoolOff, cooledOff } from '../identity/cool-off.js';
import { contactOf, noteUntold } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import { happen } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import { isOpen } from '../request/guards.js';
import { withAnswer } from '../request/given-answer.js';
import type { Desk } from '../request/desk.js';
import { keyOf } from '../request/sealed-files.js';
import { addStep } from '../request/workflow.js';
import type { StepProblem } from '../work/step.js';
import { automaticDays } from './archive-days.js';
import { channelOf } from './channel.js';
import type { Delivery } from './delivery.js';
import { issueLink, type LinkIssue } from './issue-link.js';
import { addHold, heldUntil } from './not-before.js';

const DAY_MS = 86_400_000;
/** How long before its end a subject is reminded of it; in the middle of a shorter time. */
const REMINDED_DAYS = 2;

/** What a released request is made available with: a link for a subject who has a claim code. */
export async function deliver(transaction: Transaction, released: DataRequest, issue: LinkIssue): Promise<void> {
  const delivery = await transaction.deliveries.lock(released.controller, released.id);
  const isSent = delivery !== undefined && (await issueLink(transaction, released, unlocked(delivery), issue));
  if (!isSent) await noteUntold(transaction, released, { kind: 'archive_ready', problem: NO_LINK }, issue);
}

/** How an earlier answer was locked is forgotten: that file is of another archive, so it is chosen anew. */
function unlocked({ packing: _packing, ...delivery }: Delivery): Delivery {
  return delivery;
}

const NO_LINK: StepProblem = {
  errorClass: 'not-found',
  message: 'No link was sent: there is no claim code, no proved e-mail address, or no pages to download from.',
  remedy: 'Give its subject a claim code, or hand the archive over another way.',
};

/** The reminder of the end, and the end. */
export async function scheduleEnd(
  transaction: Transaction,
  released: DataRequest,
  { desk, expiresAt }: { readonly desk: Pick<Desk, 'ids'>; readonly expiresAt: Date },
): Promise<void> {
  const left = expiresAt.getTime() - transaction.now.getTime();
  const before = Math.min(REMINDED_DAYS * DAY_MS, left / 2);
  await addStep(transaction, desk, released, { kind: 'remind', dueAt: new Date(expiresAt.getTime() - before) });
  await addStep(transaction, desk, released, { kind: 'expire', dueAt: expiresAt });
}

/**
 * Releases an answer by itself, where it was handed over for that, the gate is open for a copy, nobody acts for another, nothing is missing,
 * and there is a proved address to write to (OUT-08). To one that stands on no record it goes once the contacts on record have had time to
 * object (R57), and one with health information not before its time (DLN-10). Everything else waits for an officer, as does what a person has to hand out (DEL-02); a negative answer always does (OUT-01).
 */
export async function releaseByItself(transaction: Transaction, request: DataRequest, issue: LinkIssue): Promise<void> {
  const isCoolingOff = request.contacts?.isNew === true && request.contacts.cooledOffAt === undefined;
  const isByHand = channelOf(request) !== 'download';
  if (isByHand || !isOpen(isCoolingOff ? cooledOff(request, transaction.now) : request)) return;
  const delivery = await transaction.deliveries.get(request.controller, request.id);
  if (delivery?.isAutomatic !== true || (await contactOf(issue.desk, request)) === undefined) return;
  if (isCoolingOff) {
    await addCoolOff(transaction, request, issue.desk);
    return;
  }
  await releaseInTime(transaction, request, issue);
}

/** Releases it, or has it looked at again once health information may be handed out. */
async function releaseInTime(transaction: Transaction, request: DataRequest, issue: LinkIssue): Promise<void> {
  const until = heldUntil(issue.desk, request, transaction.now);
  if (until !== undefined) {
    await addHold(transaction, request, issue.desk, until);
    return;
  }
  const expiresAt = new Date(transaction.now.getTime() + automaticDays(issue.desk, request.controller) * DAY_MS);
  const dataKey = await issue.desk.vault.keepUntil(keyOf(request), expiresAt);
  const happening = { event: 'release', viewer: issue.viewer, desk: issue.desk } as const;
  const fields = { expiresAt, dataKey, ...withAnswer(request, transaction.now, expiresAt) };
  const change = { fields, details: { complete: true, reason: false, automatic: true } };
  const released = await happen(transaction, request, happening, change);
  await scheduleEnd(transaction, released, { desk: issue.desk, expiresAt });
  await deliver(transaction, released, issue);
}
