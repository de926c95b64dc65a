import type { Secret } from '@habeas/connector-sdk';
import { notFound, Refused } from '../request/refused.js';
import { heldSession, holdAccount, isLive } from './live-session.js';
import type { Principal } from './principal.js';
import type { StaffDesk } from './staff-desk.js';
import { note, refusedCredentials, staffActor } from './verdict.js';

/** One of a person's own sessions. */
export interface OwnSession {
  /** For {@link revokeSession}; it opens nothing. */
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** Whether it is the one that asks. */
  readonly isThis: boolean;
}

/** Ends a session, whole or not. Throws `Refused` with `REFUSED` where it is none. */
export function signOut(desk: StaffDesk, secret: Secret<string>): Promise<void> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  return desk.store.transact(async (transaction) => {
    const held = await heldSession(transaction, id);
    if (held === undefined) throw refusedCredentials();
    await transaction.sessions.remove(id);
    const staff = held.account.id;
    await note(transaction, desk, { action: 'session.end', actor: staffActor(staff), object: { type: 'staff', id: staff } });
  });
}

/** A person's sessions that still count, oldest first. Throws `Refused` with `REFUSED` for programs: they have none. */
export async function listSessions({ store }: StaffDesk, principal: Principal): Promise<readonly OwnSession[]> {
  const { actor, session: own } = personal(principal);
  return store.transact(async ({ sessions, now }) =>
    (await sessions.of(actor.id))
      .filter((session) => isLive(session, now))
      .map(({ id, createdAt, lastSeenAt, expiresAt }) => ({ id, createdAt, lastSeenAt, expiresAt, isThis: id === own })),
  );
}

/** Ends one of a person's own sessions at once. Throws `Refused` with `NOT_FOUND` where it is not theirs. */
export async function revokeSession(desk: StaffDesk, principal: Principal, id: string): Promise<void> {
  const { actor } = personal(principal);
  await desk.store.transact(async (transaction) => {
    // A session that is just being rotated must not live on under its new secret.
    await holdAccount(transaction, actor.id);
    if ((await transaction.sessions.get(id))?.staff !== actor.id) throw notFound('session');
    await transaction.sessions.remove(id);
    await note(transaction, desk, { action: 'session.revoke', actor, object: { type: 'session', id: id.slice(0, NAMED_BY) } });
  });
}

/** So much of a session's id names it in the trail. */
const NAMED_BY = 16;

function personal(principal: Principal): Principal {
  if (principal.actor.kind !== 'staff') throw new Refused('REFUSED', 'Only people have sessions.');
  return principal;
}
