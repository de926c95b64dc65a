import type { Transaction } from '../ports/store.js';
import { beginSession, beginWholeSession, type SessionOrigin } from './live-session.js';
import type { StaffAccount } from './staff.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { decided, note, staffActor } from './verdict.js';
import { objectionTo, refuseVouched, upToDate } from './vouched-account.js';
import { providerSessionOf, vouchedLogin, type VouchedIdentity } from './vouched-identity.js';

/**
 * Signs somebody in whom an identity provider vouches for, with the roles that it gives them now, and no others (security R27).
 * The first time makes their account. Throws `Refused` with `REFUSED` where they have no role or their account is disabled, and
 * where no second factor was or can be proved; who had a role and has none any more loses their other sessions too.
 */
export function signInByProvider(desk: StaffDesk, identity: VouchedIdentity): Promise<NewSession> {
  const login = vouchedLogin(desk.crypto, identity);
  return decided(desk.store, async (transaction) => {
    const account = await transaction.staff.lockByLogin(login);
    const why = objectionTo(account, identity);
    return why === undefined
      ? { granted: await accept(transaction, desk, await upToDate(transaction, desk, account, identity), identity) }
      : { refused: await refuseVouched(transaction, desk, account, { action: 'session.begin', why }) };
  });
}

async function accept(
  transaction: Transaction,
  desk: StaffDesk,
  account: StaffAccount,
  identity: VouchedIdentity,
): Promise<NewSession> {
  const { id } = account;
  const { proof, provedAt } = identity;
  await transaction.sessions.removeExpired(transaction.now);
  const details = { by: 'provider', proof };
  await note(transaction, desk, { action: 'session.begin', actor: staffActor(id), object: { type: 'staff', id }, details });
  const origin = originOf(desk, identity);
  if (proof !== 'whole') return beginSession(transaction, desk, account, origin);
  return beginWholeSession(transaction, desk, account, { ...origin, steppedUpAt: notAfter(transaction.now, provedAt) });
}

function originOf({ crypto }: StaffDesk, { issuer, session }: VouchedIdentity): SessionOrigin {
  return session === undefined ? {} : { providerSession: providerSessionOf(crypto, issuer, session) };
}

/** A proof is never of the future: the provider's clock may be ahead. */
export function notAfter(now: Date, at: Date): Date {
  return at < now ? at : now;
}
