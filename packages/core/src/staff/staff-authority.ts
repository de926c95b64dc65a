import type { Transaction } from '../ports/store.js';
import { notFound, Refused } from '../request/refused.js';
import { may } from './permissions.js';
import { requireFreshProof, type StaffViewer } from './principal.js';
import type { StaffAccount } from './staff.js';

/** An account, and who is about to change it; both are held. */
export interface AccountToChange {
  readonly account: StaffAccount;
  /** The viewer, with the grants they have now. */
  readonly officer: StaffViewer;
}

/**
 * Holds an account together with the viewer's own, and looks again at the viewer's right to change it: of two officers who
 * remove each other at once, only one succeeds. Nobody changes their own access, and so a controller keeps an officer. Throws
 * `Refused` with `REFUSED` or `STEP_UP_REQUIRED`, with `INVALID_INPUT` for the viewer's own account, and with `NOT_FOUND` for
 * one that has nothing to do with a controller of theirs.
 */
export async function accountToChange(transaction: Transaction, viewer: StaffViewer, id: string): Promise<AccountToChange> {
  if (id === viewer.actor.id) throw new Refused('INVALID_INPUT', 'Another officer has to do this for you.');
  const held = await holdAll(transaction, [viewer.actor.id, id]);
  const officer = officerNow(held.get(viewer.actor.id), viewer, transaction.now);
  const account = held.get(id);
  if (account?.grants.some(({ controller }) => manages(officer, controller)) !== true) throw notFound('member of staff');
  return { account, officer };
}

async function holdAll({ staff }: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, StaffAccount>> {
  const logins: string[] = [];
  for (const id of ids) logins.push((await staff.get(id))?.login ?? '');
  const held = new Map<string, StaffAccount>();
  // Always in the same order, so that two who hold the same accounts do not wait for each other
  for (const login of logins.sort()) {
    const account = await staff.lockByLogin(login);
    if (account !== undefined) held.set(account.id, account);
  }
  return held;
}

/**
 * The viewer with the grants they have now. Throws `Refused` with `REFUSED` where they do not manage staff here any more, and
 * with `STEP_UP_REQUIRED` where they have not just proved that it is them.
 */
export function officerNow(own: StaffAccount | undefined, viewer: StaffViewer, now: Date): StaffViewer {
  const grants = own === undefined || own.disabledAt !== undefined ? [] : own.grants;
  const officer = { ...viewer, grants };
  if (!manages(officer, viewer.controller)) throw new Refused('REFUSED', 'This needs the permission staff.manage.');
  requireFreshProof(viewer, now);
  return officer;
}

/** Throws `Refused` with `REFUSED` where the account has grants in a controller that is not the officer's to manage. */
export function requireWholeAccount({ account, officer }: AccountToChange): void {
  if (account.grants.every(({ controller }) => manages(officer, controller))) return;
  const remedy = 'Take away the roles that are yours to take.';
  throw new Refused('REFUSED', 'This account works for another controller too.', remedy);
}

function manages({ grants, scopes }: StaffViewer, controller: string): boolean {
  const roles = grants.filter((grant) => grant.controller === controller).map(({ role }) => role);
  return may({ roles, scopes }, 'staff.manage');
}
