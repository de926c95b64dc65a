import type { StaffAccount } from './staff.js';

/** So many failed sign-ins in a row are forgiven; the last of them locks the account for the first time. */
const FORGIVEN = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;

/** Whether further tries are refused, right or wrong. */
export function isLocked({ lockedUntil }: StaffAccount, now: Date): boolean {
  return lockedUntil !== undefined && now < lockedUntil;
}

/**
 * The account after one more failure. From the fifth in a row on it is locked: for a minute, and twice as long each further time,
 * up to an hour. A try that is refused because of the lock does not count, so nobody is locked out for ever.
 */
export function afterFailure(account: StaffAccount, now: Date): StaffAccount {
  const failures = account.failures + 1;
  if (failures < FORGIVEN) return { ...account, failures };
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** (failures - FORGIVEN), LONGEST_LOCK_MS);
  return { ...account, failures, lockedUntil: new Date(now.getTime() + lockMs) };
}

/** The account after the second factor was proved. A right password alone forgives nothing: codes could be guessed between. */
export function afterSuccess({ lockedUntil: _lockedUntil, ...account }: StaffAccount): StaffAccount {
  return { ...account, failures: 0 };
}
