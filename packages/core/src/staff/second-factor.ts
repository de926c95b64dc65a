import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { heldSession, isWhole, type LiveSession, liveSession, rotateSession } from './live-session.js';
import { withoutRecoveryCode } from './recovery-codes.js';
import type { StaffAccount } from './staff.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { openTotp } from './totp-secret.js';
import { afterFailure, afterSuccess, isLocked } from './tries.js';
import { decided, note, refusedCredentials, staffActor } from './verdict.js';

/** What shows that it is the person: a code of their authenticator, or one of the ten for when it is lost. */
export interface Proof {
  readonly kind: 'totp' | 'recovery';
  readonly code: Secret<string>;
}

/**
 * The second half of a sign-in: rotates the session and makes it whole. Each code works once. Throws `Refused` with `REFUSED`
 * for a wrong code or a session that is not waiting for one, `LIMITED` while the account is locked, `WRONG_STATE` where no
 * second factor is set up.
 */
export function proveSecondFactor(desk: StaffDesk, secret: Secret<string>, proof: Proof): Promise<NewSession> {
  return prove(desk, secret, { proof, action: 'session.prove', ofWhole: false });
}

/** Proves anew that it is still the same person (security R30), and rotates the session. Throws as {@link proveSecondFactor} does. */
export function stepUp(desk: StaffDesk, secret: Secret<string>, code: Secret<string>): Promise<NewSession> {
  return prove(desk, secret, { proof: { kind: 'totp', code }, action: 'session.step-up', ofWhole: true });
}

interface Attempt {
  readonly proof: Proof;
  readonly action: string;
  readonly ofWhole: boolean;
}

async function prove(desk: StaffDesk, secret: Secret<string>, attempt: Attempt): Promise<NewSession> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const seen = await desk.store.transact((transaction) => liveSession(transaction, id));
  if (seen === undefined || isWhole(seen.session) !== attempt.ofWhole) throw refusedCredentials();
  const sealed = seen.account.totpSecret;
  if (sealed === undefined) throw new Refused('WRONG_STATE', 'No second factor is set up.', 'Set one up with this session.');
  const uri = await openTotp(desk, seen.account.id, sealed);
  return decided(desk.store, async (transaction) => {
    const held = await heldSession(transaction, id);
    if (held?.account.totpSecret !== sealed) return { refused: refusedCredentials() };
    if (isLocked(held.account, transaction.now))
      return { refused: await refuse(transaction, desk, held, { attempt, why: 'locked' }) };
    const after = accepted(desk, held.account, attempt.proof, { uri, now: transaction.now });
    if (after === undefined) return { refused: await refuse(transaction, desk, held, { attempt, why: 'code' }) };
    return { granted: await accept(transaction, desk, { ...held, account: after }, attempt) };
  });
}

/** The account without the code that was used, or `undefined` where the code is not one. */
function accepted(
  { crypto }: StaffDesk,
  account: StaffAccount,
  { kind, code }: Proof,
  { uri, now }: { readonly uri: Secret<string>; readonly now: Date },
): StaffAccount | undefined {
  if (kind === 'recovery') return withoutRecoveryCode(crypto, account, code);
  const step = crypto.verifyTotp(uri, code, now);
  const isNew = step !== undefined && step > (account.totpStep ?? -1);
  return isNew ? { ...account, totpStep: step } : undefined;
}

async function accept(
  transaction: Transaction,
  desk: StaffDesk,
  { session, account }: LiveSession,
  { action, proof }: Attempt,
): Promise<NewSession> {
  await transaction.staff.change(afterSuccess(account));
  const { id } = account;
  const details = proof.kind === 'totp' ? { factor: proof.kind } : { factor: proof.kind, left: account.recoveryCodes.length };
  await note(transaction, desk, { action, actor: staffActor(id), object: { type: 'staff', id }, details });
  return rotateSession(transaction, desk, session);
}

async function refuse(
  transaction: Transaction,
  desk: StaffDesk,
  { account }: LiveSession,
  { attempt, why }: { readonly attempt: Attempt; readonly why: 'locked' | 'code' },
): Promise<Refused> {
  if (why === 'code') await transaction.staff.change(afterFailure(account, transaction.now));
  const details = { factor: attempt.proof.kind, why };
  const object = { type: 'staff', id: account.id } as const;
  await note(transaction, desk, { action: attempt.action, object, outcome: 'refused', details });
  if (why === 'code') return refusedCredentials();
  return new Refused('LIMITED', 'There were too many failed tries.', 'Wait for a while, and try again.');
}
