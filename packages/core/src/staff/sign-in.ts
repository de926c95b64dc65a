import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import type { Refused } from '../request/refused.js';
import { loginOf } from './account-text.js';
import { beginSession } from './live-session.js';
import { normalised } from './password-rules.js';
import type { StaffAccount } from './staff.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { afterFailure, isLocked } from './tries.js';
import { decided, note, refusedCredentials, staffActor } from './verdict.js';

/** What somebody types to sign in. */
export interface Credentials {
  readonly login: string;
  readonly password: Secret<string>;
}

/**
 * The first half of a sign-in: gives a session that can only prove or set up the second factor. Throws `Refused` with `REFUSED`
 * for an unknown login, a wrong password, a locked and a disabled account alike, after the same work. Failures are counted one
 * after the other, however many tries come at once (security R28).
 */
export async function signIn(desk: StaffDesk, { login, password }: Credentials): Promise<NewSession> {
  const name = loginOf(login);
  const hash = await desk.store.transact(async ({ staff }) => (await staff.lockByLogin(name))?.passwordHash);
  // Outside of the transaction: nobody waits for the work of hashing, and a right guess still counts only if it is not locked.
  const isRight = await desk.crypto.verifyPassword(hash, normalised(password), desk.pepper);
  return decided(desk.store, async (transaction) => {
    const account = await transaction.staff.lockByLogin(name);
    const judgement = judge(account, transaction.now, isRight && account?.passwordHash === hash);
    return 'why' in judgement
      ? { refused: await refuse(transaction, desk, judgement) }
      : { granted: await accept(transaction, desk, judgement.accepted) };
  });
}

interface Fault {
  readonly why: 'unknown' | 'disabled' | 'locked' | 'password';
  readonly account?: StaffAccount;
}

function judge(account: StaffAccount | undefined, now: Date, isRight: boolean): Fault | { readonly accepted: StaffAccount } {
  if (account === undefined) return { why: 'unknown' };
  if (account.disabledAt !== undefined) return { why: 'disabled', account };
  if (isLocked(account, now)) return { why: 'locked', account };
  return isRight ? { accepted: account } : { why: 'password', account: afterFailure(account, now) };
}

async function accept(transaction: Transaction, desk: StaffDesk, account: StaffAccount): Promise<NewSession> {
  const { id } = account;
  await transaction.sessions.removeExpired(transaction.now);
  await note(transaction, desk, { action: 'session.begin', actor: staffActor(id), object: { type: 'staff', id } });
  return beginSession(transaction, desk, account);
}

async function refuse(transaction: Transaction, desk: StaffDesk, { why, account }: Fault): Promise<Refused> {
  if (account !== undefined && why === 'password') await transaction.staff.change(account);
  const object = { type: 'staff', id: account?.id ?? '-' } as const;
  await note(transaction, desk, { action: 'session.begin', object, outcome: 'refused', details: { why } });
  return refusedCredentials();
}
