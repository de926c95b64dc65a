import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import type { OneTimeCode, StaffDesk } from './staff-desk.js';

const RESET_PREFIX = 'reset:';

/** What the code of first set-up is for: it is no account's id. */
export const SET_UP = 'setup';

/** What a code for a new password of this account is for. */
export function resetOf(staff: string): string {
  return `${RESET_PREFIX}${staff}`;
}

/** Whose password a code is for; `undefined` where it is for something else. */
export function resetAccount(purpose: string): string | undefined {
  return purpose.startsWith(RESET_PREFIX) ? purpose.slice(RESET_PREFIX.length) : undefined;
}

/** Makes a code that works once. Earlier ones for the same purpose are worth nothing any more. */
export async function issueCode(
  { sessions, now }: Transaction,
  { crypto }: StaffDesk,
  purpose: string,
  validMs: number,
): Promise<OneTimeCode> {
  const code = crypto.randomSecret();
  const expiresAt = new Date(now.getTime() + validMs);
  await sessions.removeOf(purpose);
  await sessions.add({ id: crypto.sha256Hex(code.reveal()), staff: purpose, createdAt: now, lastSeenAt: now, expiresAt });
  return { code, expiresAt };
}

/** What a code is for; `undefined` where it is unknown, used or expired. */
export async function purposeOf(
  { sessions, now }: Transaction,
  { crypto }: StaffDesk,
  code: Secret<string>,
): Promise<string | undefined> {
  const row = await sessions.get(crypto.sha256Hex(code.reveal().trim()));
  return row !== undefined && now < row.expiresAt ? row.staff : undefined;
}
