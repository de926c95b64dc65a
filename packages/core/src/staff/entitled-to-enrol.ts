import type { Transaction } from '../ports/store.js';
import { factorsOf } from './factors.js';
import { isWhole, type LiveSession } from './live-session.js';
import { requireFreshProof } from './principal.js';
import { refusedCredentials } from './verdict.js';

/**
 * Lets somebody set up a second factor: whose account has none of any kind and whose password was right, or who has just proved
 * one that they have. Otherwise a password alone would be enough to add a factor. Throws `Refused` with `REFUSED` or
 * `STEP_UP_REQUIRED`.
 */
export async function entitledToEnrol(transaction: Transaction, live: LiveSession | undefined): Promise<LiveSession> {
  if (live === undefined) throw refusedCredentials();
  if (isWhole(live.session)) requireFreshProof(live.session, transaction.now);
  else if ((await factorsOf(transaction, live.account)).length > 0) throw refusedCredentials();
  return live;
}
