import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../../ports/store.js';
import { Refused } from '../../request/refused.js';
import { heldSession, isWhole, type LiveSession } from '../live-session.js';
import { acceptProof, noteRefusal, refuseLocked, refuseProof } from '../proof-outcome.js';
import type { NewSession, StaffDesk } from '../staff-desk.js';
import { isLocked } from '../tries.js';
import { decided, refusedCredentials } from '../verdict.js';
import { giveChallenge, noChallenge, takeChallenge } from './challenges.js';
import { knownAs, type KnownPasskey, namedInTrail, type Passkey } from './passkey.js';
import type { Assertion, PasskeyDesk, PasskeyProof } from './passkey-verifier.js';

/** What an authenticator is asked to sign. */
export interface PasskeyRequest {
  readonly challenge: string;
  /** Any of these will do. */
  readonly known: readonly KnownPasskey[];
  /** Right after the password a touch is enough; a step-up stands alone, and needs the owner to be verified. */
  readonly verification: 'preferred' | 'required';
}

/**
 * Gives this session a challenge for the passkeys of its account: to prove the second factor with, or, where that was done, to
 * step up. Throws `Refused` with `REFUSED` for a session that does not count, and with `WRONG_STATE` where there is no passkey.
 */
export function askForPasskey(desk: StaffDesk, secret: Secret<string>): Promise<PasskeyRequest> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  return desk.store.transact(async (transaction) => {
    const held = await heldSession(transaction, id);
    if (held === undefined) throw refusedCredentials();
    const known = await transaction.passkeys.of(held.account.id);
    if (known.length === 0)
      throw new Refused('WRONG_STATE', 'No passkey is set up.', 'Use another second factor, or set one up.');
    const use = isWhole(held.session) ? STEP_UP : PROVE;
    const challenge = await giveChallenge(transaction, desk, held.session, use.purpose);
    return { challenge, known: known.map(knownAs), verification: use.verification };
  });
}

/**
 * The second half of a sign-in, with a passkey: rotates the session and makes it whole. Throws `Refused` with `REFUSED` for a
 * wrong signature or a session that is not waiting for one, `INVALID_INPUT` where its challenge is used up or too old, and
 * `LIMITED` while the account is locked.
 */
export function provePasskey(desk: PasskeyDesk, secret: Secret<string>, proof: PasskeyProof): Promise<NewSession> {
  return prove(desk, secret, proof, PROVE);
}

/** Proves anew that it is still the same person (security R30), and rotates the session. Throws as {@link provePasskey} does. */
export function stepUpByPasskey(desk: PasskeyDesk, secret: Secret<string>, proof: PasskeyProof): Promise<NewSession> {
  return prove(desk, secret, proof, STEP_UP);
}

const PROVE = { purpose: 'prove', action: 'session.prove', ofWhole: false, verification: 'preferred' } as const;
const STEP_UP = { purpose: 'step-up', action: 'session.step-up', ofWhole: true, verification: 'required' } as const;
type Use = typeof PROVE | typeof STEP_UP;

function prove(desk: PasskeyDesk, secret: Secret<string>, proof: PasskeyProof, use: Use): Promise<NewSession> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const tried = { action: use.action, factor: 'passkey' } as const;
  // A signature is checked in well under a millisecond: that it happens while the account is held keeps all of this one step.
  return decided(desk.store, async (transaction) => {
    const held = await heldSession(transaction, id);
    if (held === undefined || isWhole(held.session) !== use.ofWhole) return { refused: refusedCredentials() };
    const { account } = held;
    const challenge = await takeChallenge(transaction, held.session, use.purpose);
    if (isLocked(account, transaction.now)) return { refused: await refuseLocked(transaction, desk, account, tried) };
    if (challenge === undefined) {
      await noteRefusal(transaction, desk, account, { ...tried, details: { why: 'challenge' } });
      return { refused: noChallenge() };
    }
    const found = await judge(transaction, desk, held, { proof, challenge, use });
    if ('why' in found) return { refused: await refuseProof(transaction, desk, account, { ...tried, details: { ...found } }) };
    await transaction.passkeys.change({ ...found.passkey, counter: found.counter, lastUsedAt: transaction.now });
    const details = { passkey: namedInTrail(found.passkey) };
    return { granted: await acceptProof(transaction, desk, held, { ...tried, details }) };
  });
}

interface Fault {
  readonly why: 'unknown' | 'signature' | 'verification' | 'counter';
  /** Which of the account's it was. */
  readonly passkey?: string;
}

async function judge(
  transaction: Transaction,
  { verifier }: PasskeyDesk,
  { account }: LiveSession,
  { proof, challenge, use }: { readonly proof: PasskeyProof; readonly challenge: string; readonly use: Use },
): Promise<Fault | { readonly passkey: Passkey; readonly counter: number }> {
  const passkey = (await transaction.passkeys.of(account.id)).find(({ credential }) => credential === proof.id);
  if (passkey === undefined) return { why: 'unknown' };
  const named = namedInTrail(passkey);
  const shown = await verifier.asserted(proof, { challenge, passkey });
  if (shown === undefined) return { why: 'signature', passkey: named };
  if (use.verification === 'required' && !shown.isVerified) return { why: 'verification', passkey: named };
  return hasCountedOn(passkey, shown) ? { passkey, counter: shown.counter } : { why: 'counter', passkey: named };
}

/**
 * A counter that stands still or goes back shows that there are two of a key (WebAuthn, §6.1.1). Passkeys that are copied between
 * a person's devices do not count at all: always 0 is no sign of anything. One that has ever counted has to go on.
 */
function hasCountedOn(last: Pick<Passkey, 'counter'>, { counter }: Assertion): boolean {
  return counter > last.counter || (counter === 0 && last.counter === 0);
}
