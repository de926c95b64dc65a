import { Secret } from '@habeas/connector-sdk';
import { Refused } from '../request/refused.js';
import { heldSession, isWhole, liveSession } from './live-session.js';
import { acceptProof, refuseLocked, refuseProof } from './proof-outcome.js';
import { withoutRecoveryCode } from './recovery-codes.js';
import type { StaffAccount } from './staff.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { openTotp } from './totp-secret.js';
import { isLocked } from './tries.js';
import { decided, refusedCredentials } from './verdict.js';

/** What shows that it is the person: a code of their authenticator, or one of the ten for when it is lost. */
export interface Proof {
  readonly kind: 'totp' | 'recovery';
  readonly code: Secret<string>;
}

/**
 * The second half of a sign-in: rotates the session and makes it whole. Each code works once. Throws `Refused` with `REFUSED`
 * for a wrong code or a session that is not waiting for one, `LIMITED` while the account is locked, `WRONG_STATE` for the code
 * of an authenticator that is not set up.
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
  if (sealed === undefined && attempt.proof.kind === 'totp')
    throw new Refused('WRONG_STATE', 'No authenticator is set up.', 'Use another second factor, or set one up.');
  const uri = sealed === undefined ? NO_SECRET : await openTotp(desk, seen.account.id, sealed);
  return decided(desk.store, async (transaction) => {
    const held = await heldSession(transaction, id);
    if (held === undefined || held.account.totpSecret !== sealed) return { refused: refusedCredentials() };
    const { account } = held;
    const { action, proof } = attempt;
    const tried = { action, factor: proof.kind };
    if (isLocked(account, transaction.now)) return { refused: await refuseLocked(transaction, desk, account, tried) };
    const after = accepted(desk, account, proof, { uri, now: transaction.now });
    if (after === undefined)
      return { refused: await refuseProof(transaction, desk, account, { ...tried, details: { why: 'code' } }) };
    const details = proof.kind === 'totp' ? {} : { left: after.recoveryCodes.length };
    return { granted: await acceptProof(transaction, desk, { ...held, account: after }, { ...tried, details }) };
  });
}

/** Of no authenticator: no code is one of its. Recovery codes also come with passkeys. */
const NO_SECRET = new Secret('');

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
