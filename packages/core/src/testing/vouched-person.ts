import type { VouchedIdentity } from '../staff/vouched-identity.js';
import { hidden, type StaffHouse } from './staff-house.js';

export const ISSUER = 'https://login.example.test/realms/staff';

/** Somebody whom a provider vouches for: an officer of the club, who has just proved it with two factors, unless said otherwise. */
export function vouched(house: StaffHouse, changes: Partial<VouchedIdentity> = {}): VouchedIdentity {
  return {
    issuer: ISSUER,
    subject: hidden('248289761001'),
    session: hidden('08a5019c-17e1-4977'),
    displayName: 'Vera',
    grants: [{ controller: 'club', role: 'dpo' }],
    provedAt: house.now(),
    proof: 'whole',
    ...changes,
  };
}
