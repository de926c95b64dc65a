import type { Secret } from '@habeas/connector-sdk';
import type { StaffDesk } from './staff-desk.js';

/** Seals an account's TOTP secret so that it opens in this account only. */
export function sealTotp({ crypto }: StaffDesk, staff: string, uri: Secret<string>): Promise<string> {
  return crypto.seal(placeOf(staff), uri);
}

/** Opens it. Throws where it was changed or belongs to another account: then the installation's key or its store is not the right one. */
export async function openTotp({ crypto }: StaffDesk, staff: string, sealed: string): Promise<Secret<string>> {
  const uri = await crypto.open(placeOf(staff), sealed);
  if (uri === undefined) throw new Error('A stored second factor does not open: the key of the installation is not its own.');
  return uri;
}

function placeOf(staff: string): string {
  return `staff/${staff}/totp`;
}
