import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { isVouchedFor, newLogin, properName } from './account-text.js';
import { factorsOf } from './factors.js';
import { holdAccount } from './live-session.js';
import { issueCode, resetOf } from './one-time-code.js';
import { requirePermission } from './permissions.js';
import type { StaffViewer } from './principal.js';
import { type AccountToChange, accountToChange, officerNow, requireWholeAccount } from './staff-authority.js';
import type { Role, StaffAccount } from './staff.js';
import type { OneTimeCode, StaffDesk } from './staff-desk.js';
import { memberOf, type StaffMember } from './staff-member.js';
import { note } from './verdict.js';

/** How long a code for a first or a new password is valid. */
const CODE_VALID_MS = 24 * 60 * 60_000;

/** Somebody who is to work here. */
export interface NewStaff {
  readonly login: string;
  readonly displayName: string;
  /** In the viewer's controller. */
  readonly roles: readonly Role[];
}

/** An account whose owner has to choose a password with this code within a day. */
export interface Invitation {
  readonly member: StaffMember;
  readonly code: OneTimeCode;
}

/** The members of staff of the viewer's controller, by login. */
export async function listStaff({ store }: StaffDesk, viewer: StaffViewer): Promise<readonly StaffMember[]> {
  requirePermission(viewer, 'staff.manage');
  return store.transact(async (transaction) => {
    const members: StaffMember[] = [];
    for (const account of await transaction.staff.list(viewer.controller))
      members.push(memberOf(account, viewer.controller, await factorsOf(transaction, account)));
    return members;
  });
}

/** Makes an account. Throws `Refused` with `INVALID_INPUT` where its login is taken, and where something given is not what it has to be. */
export async function addStaff(desk: StaffDesk, viewer: StaffViewer, given: NewStaff): Promise<Invitation> {
  const login = newLogin(given.login);
  const displayName = properName(given.displayName, 'A name');
  const roles = rolesOf(given.roles);
  if (roles.length === 0) throw new Refused('INVALID_INPUT', 'A member of staff has at least one role.');
  const id = desk.ids.next('stf');
  return desk.store.transact(async (transaction) => {
    officerNow(await holdAccount(transaction, viewer.actor.id), viewer, transaction.now);
    const grants = roles.map((role) => ({ controller: viewer.controller, role }));
    const account = { id, login, displayName, grants, recoveryCodes: [], failures: 0, createdAt: transaction.now };
    await transaction.staff.add(account).catch(refuseTakenLogin);
    await noteChange(transaction, desk, viewer, { action: 'staff.add', id, details: { roles } });
    return { member: memberOf(account, viewer.controller), code: await issueCode(transaction, desk, resetOf(id), CODE_VALID_MS) };
  });
}

/**
 * Replaces somebody's roles in the viewer's controller; none ends their access to it. It counts from their next call on. Throws
 * `Refused` with `WRONG_STATE` where an identity provider would have to give a role: here it can only be taken, until then.
 */
export async function changeGrants(
  desk: StaffDesk,
  viewer: StaffViewer,
  id: string,
  given: readonly Role[],
): Promise<StaffMember> {
  const roles = rolesOf(given);
  const { controller } = viewer;
  return change(desk, viewer, id, async (transaction, { account }) => {
    const elsewhere = account.grants.filter((grant) => grant.controller !== controller);
    if (isVouchedFor(account)) requireHeld(memberOf(account, controller).roles, roles);
    const changed = { ...account, grants: [...elsewhere, ...roles.map((role) => ({ controller, role }))] };
    await transaction.staff.change(changed);
    await noteChange(transaction, desk, viewer, { action: 'staff.change-grants', id, details: { roles } });
    return memberOf(changed, controller, await factorsOf(transaction, changed));
  });
}

/** Ends somebody's access everywhere and at once. Throws `Refused` with `REFUSED` where they work for others' controllers too. */
export function disableStaff(desk: StaffDesk, viewer: StaffViewer, id: string): Promise<StaffMember> {
  return change(desk, viewer, id, async (transaction, held) => {
    requireWholeAccount(held);
    const changed = { ...held.account, disabledAt: transaction.now };
    await transaction.staff.change(changed);
    await transaction.sessions.removeOf(resetOf(id));
    await transaction.sessions.removeOf(id);
    await noteChange(transaction, desk, viewer, { action: 'staff.disable', id });
    return memberOf(changed, viewer.controller, await factorsOf(transaction, changed));
  });
}

/**
 * Lets somebody begin anew who has lost their password or second factors, or was disabled: all are void at once, and with the
 * code they choose a new password. Throws as {@link disableStaff} does, and with `WRONG_STATE` where an identity provider vouches
 * for the person.
 */
export function resetStaff(desk: StaffDesk, viewer: StaffViewer, id: string): Promise<Invitation> {
  return change(desk, viewer, id, async (transaction, held) => {
    requireWholeAccount(held);
    if (isVouchedFor(held.account)) throw new Refused('WRONG_STATE', 'This account has no password: ask its identity provider.');
    const changed = bare(held.account);
    await transaction.staff.change(changed);
    await transaction.passkeys.removeOf(id);
    await transaction.sessions.removeOf(id);
    await noteChange(transaction, desk, viewer, { action: 'staff.reset', id });
    return { member: memberOf(changed, viewer.controller), code: await issueCode(transaction, desk, resetOf(id), CODE_VALID_MS) };
  });
}

function change<T>(
  desk: StaffDesk,
  viewer: StaffViewer,
  id: string,
  work: (transaction: Transaction, held: AccountToChange) => Promise<T>,
): Promise<T> {
  return desk.store.transact(async (transaction) => work(transaction, await accountToChange(transaction, viewer, id)));
}

function noteChange(
  transaction: Transaction,
  desk: StaffDesk,
  { actor, controller }: StaffViewer,
  { action, id, details = {} }: { readonly action: string; readonly id: string; readonly details?: JsonObject },
): Promise<void> {
  return note(transaction, desk, { action, actor, controller, object: { type: 'staff', id }, details });
}

function requireHeld(held: readonly Role[], roles: readonly Role[]): void {
  if (roles.every((role) => held.includes(role))) return;
  throw new Refused('WRONG_STATE', 'An identity provider gives this account its roles.', 'Give it the role there.');
}

/** Each once. Throws for `service`, which is for tokens. */
function rolesOf(roles: readonly Role[]): Role[] {
  if (roles.includes('service')) throw new Refused('INVALID_INPUT', 'The role service is for programs: create a token.');
  return [...new Set(roles)];
}

/** The account without anything that proves who has it. */
function bare({ id, login, displayName, grants, createdAt }: StaffAccount): StaffAccount {
  return { id, login, displayName, grants, createdAt, recoveryCodes: [], failures: 0 };
}

function refuseTakenLogin(error: unknown): never {
  if ((error as { readonly code?: unknown }).code !== 'LOGIN_TAKEN') throw error;
  throw new Refused('INVALID_INPUT', 'This login is taken.', 'Choose another one.');
}
