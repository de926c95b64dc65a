import type { Transaction } from '../ports/store.js';
import type { StaffAccount } from './staff.js';

/** A kind of second factor that an account can have. Recovery codes are no factor of their own: they come with the first. */
export type Factor = 'totp' | 'passkey';

/** The second factors that an account has. One without any can do nothing but set one up. */
export async function factorsOf({ passkeys }: Transaction, { id, totpSecret }: StaffAccount): Promise<readonly Factor[]> {
  const hasPasskeys = (await passkeys.of(id)).length > 0;
  return [...(totpSecret === undefined ? [] : (['totp'] as const)), ...(hasPasskeys ? (['passkey'] as const) : [])];
}
