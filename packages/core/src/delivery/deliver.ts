import type { Transaction } from '../ports/store.js';
import { happen } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import { isOpen } from '../request/guards.js';
import { withAnswer } from '../request/given-answer.js';
import { keyOf } from '../request/sealed-files.js';
import { addStep } from '../request/workflow.js';
import type { Delivery } from './delivery.js';
import { contactOf, issueLink, type LinkIssue } from './issue-link.js';

const DAY_MS = 86_400_000;
/** How long an answer that went out by itself can be fetched (security R53). */
const AUTOMATIC_DAYS = 7;

/** What a released request is made available with: its end, and a link for a subject who has a claim code. */
export async function deliver(transaction: Transaction, released: DataRequest, issue: LinkIssue): Promise<void> {
  const delivery = await transaction.deliveries.lock(released.controller, released.id);
  if (delivery !== undefined) await issueLink(transaction, released, ofThis(released, delivery), issue);
}

/** How an earlier answer was locked is forgotten: that file is of another archive, so it is chosen anew. */
function ofThis({ answers = [] }: DataRequest, { packing, ...delivery }: Delivery): Delivery {
  return answers.length > 1 || packing === undefined ? delivery : { ...delivery, packing };
}

/**
 * Releases an answer by itself, where it was handed over for that, the gate is open for a copy, nobody acts for another, nothing is missing,
 * and there is a proved address to write to (OUT-08). Everything else waits for an officer; a negative answer always does (OUT-01).
 */
export async function releaseByItself(transaction: Transaction, request: DataRequest, issue: LinkIssue): Promise<void> {
  if (!isOpen(request)) return;
  const delivery = await transaction.deliveries.get(request.controller, request.id);
  if (delivery?.isAutomatic !== true || (await contactOf(issue.desk, request)) === undefined) return;
  const expiresAt = new Date(transaction.now.getTime() + AUTOMATIC_DAYS * DAY_MS);
  const dataKey = await issue.desk.vault.keepUntil(keyOf(request), expiresAt);
  const happening = { event: 'release', viewer: issue.viewer, desk: issue.desk } as const;
  const fields = { expiresAt, dataKey, ...withAnswer(request, transaction.now, expiresAt) };
  const change = { fields, details: { complete: true, reason: false, automatic: true } };
  const released = await happen(transaction, request, happening, change);
  await addStep(transaction, issue.desk, released, { kind: 'expire', dueAt: expiresAt });
  await deliver(transaction, released, issue);
}
