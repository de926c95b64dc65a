import type { StaffDesk } from './staff-desk.js';
import { note } from './verdict.js';

/** A way through the identity provider that came to nothing before anybody was known. */
export interface ProviderFailure {
  readonly action: 'session.begin' | 'session.step-up';
  /** A word of a closed list, never what somebody sent. */
  readonly why: string;
}

/** Notes a failure in the trail (security R83). */
export function noteProviderFailure(desk: Pick<StaffDesk, 'store' | 'ids'>, { action, why }: ProviderFailure): Promise<void> {
  const event = { action, object: { type: 'staff', id: '-' }, outcome: 'refused', details: { by: 'provider', why } } as const;
  return desk.store.transact((transaction) => note(transaction, desk, event));
}
