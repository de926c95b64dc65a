import type { Transaction } from '../../ports/store.js';
import { notFound, Refused } from '../../request/refused.js';
import { holdAccount } from '../live-session.js';
import { type Principal, requireFreshProof } from '../principal.js';
import type { StaffDesk } from '../staff-desk.js';
import { note } from '../verdict.js';
import { namedInTrail, type Passkey } from './passkey.js';

/** One of a person's own passkeys. */
export type OwnPasskey = Pick<Passkey, 'id' | 'name' | 'createdAt' | 'lastUsedAt'>;

/** A person's passkeys, oldest first. Throws `Refused` with `REFUSED` for programs: they have none. */
export async function listPasskeys({ store }: StaffDesk, principal: Principal): Promise<readonly OwnPasskey[]> {
  const { actor } = personal(principal);
  return (await store.transact(({ passkeys }) => passkeys.of(actor.id))).map(ownOf);
}

/**
 * Removes one of a person's own passkeys, and ends their other sessions: whoever has found it may be in one. Throws `Refused` with
 * `STEP_UP_REQUIRED`, with `NOT_FOUND` where it is not theirs, and with `WRONG_STATE` where it is their last second factor.
 */
export async function removePasskey(desk: StaffDesk, principal: Principal, id: string): Promise<void> {
  const { actor } = personal(principal);
  await desk.store.transact(async (transaction) => {
    requireFreshProof(principal, transaction.now);
    const account = await holdAccount(transaction, actor.id);
    const own = await transaction.passkeys.of(actor.id);
    if (!own.some((passkey) => passkey.id === id)) throw notFound('passkey');
    if (own.length === 1 && account?.totpSecret === undefined)
      throw new Refused('WRONG_STATE', 'This is your only second factor.', 'Set up another one first.');
    await transaction.passkeys.remove(id);
    await endOthers(transaction, principal);
    const details = { passkey: namedInTrail({ id }) };
    await note(transaction, desk, { action: 'staff.remove-passkey', actor, object: { type: 'staff', id: actor.id }, details });
  });
}

async function endOthers({ sessions }: Transaction, { actor, session }: Principal): Promise<void> {
  for (const { id } of await sessions.of(actor.id)) if (id !== session) await sessions.remove(id);
}

function ownOf({ id, name, createdAt, lastUsedAt }: Passkey): OwnPasskey {
  return { id, name, createdAt, ...(lastUsedAt === undefined ? {} : { lastUsedAt }) };
}

function personal(principal: Principal): Principal {
  if (principal.actor.kind !== 'staff') throw new Refused('REFUSED', 'Only people have passkeys.');
  return principal;
}
