import type { Secret } from '@habeas/connector-sdk';
import { Refused } from '../request/refused.js';
import { liveSession } from './live-session.js';
import type { Principal } from './principal.js';
import type { StaffDesk } from './staff-desk.js';
import { refusedCredentials, staffActor } from './verdict.js';

/** How often a use is written down, at most. */
const NOTED_EVERY_MS = 60_000;

/**
 * Who has this session, with what they may do now. Throws `Refused` with `REFUSED` where it is unknown, expired, idle for 15
 * minutes, revoked or its account disabled, and with `STEP_UP_REQUIRED` where its second factor is missing.
 */
export function viewSession(desk: StaffDesk, secret: Secret<string>): Promise<Principal> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  return desk.store.transact(async (transaction) => {
    const live = await liveSession(transaction, id);
    if (live === undefined) throw refusedCredentials();
    const { session, account } = live;
    const { expiresAt, steppedUpAt } = session;
    if (steppedUpAt === undefined)
      throw new Refused('STEP_UP_REQUIRED', 'The second factor is missing.', 'Prove it, or set it up.');
    if (isDue(session.lastSeenAt, transaction.now))
      await transaction.sessions.change({ ...session, lastSeenAt: transaction.now });
    const { displayName, grants } = account;
    return { actor: staffActor(account.id), displayName, grants, scopes: [], expiresAt, session: id, steppedUpAt };
  });
}

/** Whether so long has passed since a use was written down that the next is. */
export function isDue(notedAt: Date | undefined, now: Date): boolean {
  return notedAt === undefined || now.getTime() - notedAt.getTime() >= NOTED_EVERY_MS;
}
