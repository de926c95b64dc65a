import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { holdAccount } from './live-session.js';
import { purposeOf, resetAccount, resetOf } from './one-time-code.js';
import { newPassword } from './password-rules.js';
import type { StaffAccount } from './staff.js';
import type { StaffDesk } from './staff-desk.js';
import { afterSuccess } from './tries.js';
import { decided, note, refusedCredentials, staffActor } from './verdict.js';

/**
 * Sets the password of the account that a one-time code was made for, ends its sessions, and gives its login. Throws `Refused`
 * with `REFUSED` where the code is not valid, and with `INVALID_INPUT` for a password that will not do, which leaves the code
 * as it was.
 */
export async function resetPassword(desk: StaffDesk, code: Secret<string>, password: Secret<string>): Promise<string> {
  const { login, displayName, grants } = await decided(desk.store, async (transaction) => {
    const account = await accountOf(transaction, desk, code);
    if (account !== undefined) return { granted: account };
    await note(transaction, desk, { action: 'staff.set-password', object: { type: 'staff', id: '-' }, outcome: 'refused' });
    return { refused: refusedCredentials() };
  });
  const passwordHash = await newPassword(desk, password, [login, displayName, ...grants.map(({ controller }) => controller)]);
  return desk.store.transact(async (transaction) => {
    const account = await accountOf(transaction, desk, code);
    if (account === undefined) throw refusedCredentials();
    const { id } = account;
    await transaction.staff.change({ ...afterSuccess(account), passwordHash });
    await transaction.sessions.removeOf(resetOf(id));
    await transaction.sessions.removeOf(id);
    await note(transaction, desk, { action: 'staff.set-password', actor: staffActor(id), object: { type: 'staff', id } });
    return login;
  });
}

/** The account, held. The code is looked at again once it is: somebody else may have used it meanwhile. */
async function accountOf(transaction: Transaction, desk: StaffDesk, code: Secret<string>): Promise<StaffAccount | undefined> {
  const id = resetAccount((await purposeOf(transaction, desk, code)) ?? '');
  const account = id === undefined ? undefined : await holdAccount(transaction, id);
  return (await purposeOf(transaction, desk, code)) === undefined ? undefined : account;
}
