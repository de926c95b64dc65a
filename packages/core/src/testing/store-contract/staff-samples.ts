import type { ServiceToken, StaffAccount, StaffSession } from '../../staff/staff.js';
import { ACME, OTHER } from './samples.js';

const AT = new Date('2026-03-01T09:00:00.123Z');

/** An account that has nothing that may be missing. */
export function sampleAccount(changes: Partial<StaffAccount> = {}): StaffAccount {
  return {
    id: 'staff-1',
    login: 'dana@example.org',
    displayName: 'Dana Example',
    grants: [{ controller: ACME, role: 'dpo' }],
    recoveryCodes: [],
    failures: 0,
    createdAt: AT,
    ...changes,
  };
}

/** An account with everything that it can have. */
export const FULL_ACCOUNT: Required<StaffAccount> = {
  ...sampleAccount(),
  grants: [
    { controller: ACME, role: 'dpo' },
    { controller: OTHER, role: 'auditor' },
  ],
  passwordHash: '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA',
  totpSecret: 'sealed',
  totpStep: 58_000_000,
  recoveryCodes: ['ab'.repeat(32)],
  failures: 3,
  lockedUntil: AT,
  disabledAt: AT,
};

/** A session of the sample account. */
export function sampleSession(changes: Partial<StaffSession> = {}): StaffSession {
  return {
    id: 'cd'.repeat(32),
    staff: 'staff-1',
    createdAt: AT,
    lastSeenAt: AT,
    expiresAt: new Date('2026-03-01T17:00:00.123Z'),
    ...changes,
  };
}

/** A token of a program. */
export function sampleToken(changes: Partial<ServiceToken> = {}): ServiceToken {
  return {
    id: 'token-1',
    controller: ACME,
    name: 'Web form',
    secretHash: 'ef'.repeat(32),
    scopes: ['request.open'],
    createdBy: 'staff-1',
    createdAt: AT,
    expiresAt: new Date('2027-03-01T09:00:00.123Z'),
    ...changes,
  };
}
