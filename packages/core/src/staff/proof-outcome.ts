import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import type { Factor } from './factors.js';
import { type LiveSession, rotateSession } from './live-session.js';
import type { StaffAccount } from './staff.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { afterFailure, afterSuccess } from './tries.js';
import { note, refusedCredentials, staffActor } from './verdict.js';

/** A second factor that was tried, as the trail tells of it. */
export interface TriedFactor {
  /** `session.prove` or `session.step-up`. */
  readonly action: string;
  readonly factor: Factor | 'recovery';
  readonly details?: JsonObject;
}

/** Stores the account as the proof has left it, forgives its failures, and rotates the session. The account has to be held. */
export async function acceptProof(
  transaction: Transaction,
  desk: StaffDesk,
  { session, account }: LiveSession,
  { action, factor, details }: TriedFactor,
): Promise<NewSession> {
  await transaction.staff.change(afterSuccess(account));
  const { id } = account;
  const actor = staffActor(id);
  await note(transaction, desk, { action, actor, object: { type: 'staff', id }, details: { factor, ...details } });
  return rotateSession(transaction, desk, session);
}

/** Notes a try that is refused because of the lock; it does not count. */
export async function refuseLocked(
  transaction: Transaction,
  desk: StaffDesk,
  account: StaffAccount,
  tried: TriedFactor,
): Promise<Refused> {
  await noteRefusal(transaction, desk, account, { ...tried, details: { ...tried.details, why: 'locked' } });
  return new Refused('LIMITED', 'There were too many failed tries.', 'Wait for a while, and try again.');
}

/** Counts and notes a wrong try: `details` say why it was wrong. */
export async function refuseProof(
  transaction: Transaction,
  desk: StaffDesk,
  account: StaffAccount,
  tried: TriedFactor,
): Promise<Refused> {
  await transaction.staff.change(afterFailure(account, transaction.now));
  await noteRefusal(transaction, desk, account, tried);
  return refusedCredentials();
}

/** Notes a try that was refused, and does not count it. */
export function noteRefusal(
  transaction: Transaction,
  desk: StaffDesk,
  { id }: StaffAccount,
  { action, factor, details }: TriedFactor,
): Promise<void> {
  const object = { type: 'staff', id } as const;
  return note(transaction, desk, { action, object, outcome: 'refused', details: { factor, ...details } });
}
