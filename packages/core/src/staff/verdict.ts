import type { Actor } from '../audit/audit-entry.js';
import type { JsonObject } from '@habeas/connector-sdk';
import type { Store, Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import type { StaffDesk } from './staff-desk.js';

/** What a transaction came to. A refusal is given back and not thrown, so that what was counted and noted of it stays. */
export type Verdict<T> = { readonly granted: T } | { readonly refused: Refused };

/** Runs a transaction, and throws its refusal after it was committed. */
export async function decided<T>(store: Store, work: (transaction: Transaction) => Promise<Verdict<T>>): Promise<T> {
  const verdict = await store.transact(work);
  if ('refused' in verdict) throw verdict.refused;
  return verdict.granted;
}

/** The one answer to credentials that are unknown, wrong, expired, revoked or locked: it tells nobody which. */
export function refusedCredentials(): Refused {
  return new Refused('REFUSED', 'These credentials are not valid.', 'After several failed tries, wait for a while.');
}

/** Something that happened around staff access. No names, no logins, nothing of what was typed (security R83). */
export interface StaffEvent {
  readonly action: string;
  readonly object: { readonly type: 'session' | 'staff' | 'token' | 'installation'; readonly id: string };
  /** Somebody who is not known yet, where it is missing. */
  readonly actor?: Actor;
  /** The whole installation, where it is missing. */
  readonly controller?: string;
  readonly outcome?: 'done' | 'refused';
  readonly details?: JsonObject;
}

/** Adds an entry to the trail. */
export function note(transaction: Transaction, desk: Pick<StaffDesk, 'ids'>, event: StaffEvent): Promise<void> {
  return transaction.audit.add({
    id: desk.ids.next('aud'),
    controller: '*',
    actor: NOBODY,
    outcome: 'done',
    details: {},
    ...event,
  });
}

const NOBODY: Actor = { kind: 'nobody', id: '-' };

/** A member of staff, as the trail names them. */
export function staffActor(id: string): Actor {
  return { kind: 'staff', id };
}
