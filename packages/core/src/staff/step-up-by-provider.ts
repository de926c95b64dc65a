import type { Transaction } from '../ports/store.js';
import { heldSession, isWhole, type LiveSession, rotateSession } from './live-session.js';
import { isFresh } from './principal.js';
import { notAfter } from './sign-in-by-provider.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { decided, note, refusedCredentials, staffActor } from './verdict.js';
import { type Objection, objectionTo, refuseVouched, upToDate } from './vouched-account.js';
import { vouchedLogin, type VouchedIdentity } from './vouched-identity.js';

const ACTION = 'session.step-up';

/**
 * Proves anew, by a sign-in at the identity provider within the last five minutes, that it is still the same person (security
 * R30), and rotates the session, which is named by its id. Their roles are taken anew too. Throws `Refused` with `REFUSED` for
 * somebody else, where the session is over, and as `signInByProvider` does, and with `STEP_UP_REQUIRED` for an older sign-in.
 */
export function stepUpByProvider(desk: StaffDesk, session: string, identity: VouchedIdentity): Promise<NewSession> {
  return decided(desk.store, async (transaction) => {
    const held = await heldSession(transaction, session);
    if (held === undefined || !isWhole(held.session)) return { refused: refusedCredentials() };
    const why = objection(desk, held, identity, transaction.now);
    // What somebody else may do says nothing about the one whose session it is.
    return why === undefined
      ? { granted: await accept(transaction, desk, held, identity) }
      : { refused: await refuseVouched(transaction, desk, held.account, { action: ACTION, why }) };
  });
}

function objection({ crypto }: StaffDesk, { account }: LiveSession, identity: VouchedIdentity, now: Date): Objection | undefined {
  if (account.login !== vouchedLogin(crypto, identity)) return 'person';
  const why = objectionTo(account, identity);
  if (why !== undefined) return why;
  // The second factor here is proved here.
  if (identity.proof !== 'whole') return 'proof';
  return isFresh({ steppedUpAt: identity.provedAt }, now) ? undefined : 'stale';
}

async function accept(
  transaction: Transaction,
  desk: StaffDesk,
  { session, account }: LiveSession,
  identity: VouchedIdentity,
): Promise<NewSession> {
  const { id } = await upToDate(transaction, desk, account, identity);
  const details = { factor: 'provider' };
  await note(transaction, desk, { action: ACTION, actor: staffActor(id), object: { type: 'staff', id }, details });
  return rotateSession(transaction, desk, session, notAfter(transaction.now, identity.provedAt));
}
