import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { properName } from './account-text.js';
import type { Grant, Role, StaffAccount } from './staff.js';
import type { StaffDesk } from './staff-desk.js';
import { note, refusedCredentials } from './verdict.js';
import { vouchedLogin, type VouchedIdentity } from './vouched-identity.js';

/** Who gives roles, as the trail names them. */
const PROVIDER = { kind: 'system', id: 'identity-provider' } as const;

/** Why somebody is not let in whom a provider vouches for. */
export type Objection = 'disabled' | 'role' | 'proof' | 'person' | 'stale';

/** What speaks against somebody, whether or not they have an account yet. */
export function objectionTo(account: StaffAccount | undefined, { grants, proof }: VouchedIdentity): Objection | undefined {
  if (account?.disabledAt !== undefined) return 'disabled';
  if (grants.length === 0) return 'role';
  return proof === 'too-weak' ? 'proof' : undefined;
}

/** The account with the name and the roles that the provider gives it now; it is made where there is none yet. */
export async function upToDate(
  transaction: Transaction,
  desk: StaffDesk,
  account: StaffAccount | undefined,
  identity: VouchedIdentity,
): Promise<StaffAccount> {
  const displayName = properName(identity.displayName, 'A name');
  const known = account ?? (await newAccount(transaction, desk, { ...identity, displayName }));
  const changed = { ...known, displayName, grants: identity.grants };
  await transaction.staff.change(changed);
  await noteGrants(transaction, desk, known, identity.grants);
  return changed;
}

async function newAccount(transaction: Transaction, desk: StaffDesk, identity: VouchedIdentity): Promise<StaffAccount> {
  const { staff, idempotency, now } = transaction;
  const { displayName } = identity;
  const id = desk.ids.next('stf');
  const login = vouchedLogin(desk.crypto, identity);
  // There is no row yet that two at once could wait for: the second fails here, runs again, and finds an account.
  await idempotency.add('*', `account ${login}`, { fingerprint: 'account', result: id });
  const account = { id, login, displayName, grants: [], recoveryCodes: [], failures: 0, createdAt: now };
  await staff.add(account);
  await note(transaction, desk, { action: 'staff.add', actor: PROVIDER, object: { type: 'staff', id } });
  return account;
}

/** Refuses somebody, in the trail too. Who has an account and no role any more loses what they had at once, and their sessions. */
export async function refuseVouched(
  transaction: Transaction,
  desk: StaffDesk,
  account: StaffAccount | undefined,
  { action, why }: { readonly action: string; readonly why: Objection },
): Promise<Refused> {
  if (account !== undefined && why === 'role') {
    await transaction.staff.change({ ...account, grants: [] });
    await transaction.sessions.removeOf(account.id);
    await noteGrants(transaction, desk, account, []);
  }
  const object = { type: 'staff', id: account?.id ?? '-' } as const;
  await note(transaction, desk, { action, object, outcome: 'refused', details: { by: 'provider', why } });
  return refusalFor(why);
}

function refusalFor(why: Objection): Refused {
  switch (why) {
    case 'role':
      return new Refused('REFUSED', 'You have no role in this service.', 'Ask whoever manages your identity provider for one.');
    case 'proof':
      return new Refused(
        'REFUSED',
        'Your identity provider did not ask for a second factor.',
        'Set one up there, and begin again.',
      );
    case 'person':
      return new Refused('REFUSED', 'Somebody else has signed in at the identity provider.', 'Sign out there, and begin again.');
    case 'stale':
      return new Refused('STEP_UP_REQUIRED', 'Your identity provider did not ask you anew who you are.', 'Begin again.');
    case 'disabled':
      return refusedCredentials();
  }
}

/** An entry for each controller in which something changes: its own officers and auditors see it. */
async function noteGrants(
  transaction: Transaction,
  desk: StaffDesk,
  { id, grants: before }: StaffAccount,
  after: readonly Grant[],
): Promise<void> {
  const controllers = new Set([...before, ...after].map(({ controller }) => controller));
  for (const controller of controllers) {
    const roles = rolesIn(after, controller);
    if (roles.join() === rolesIn(before, controller).join()) continue;
    const about = { actor: PROVIDER, controller, object: { type: 'staff', id } as const };
    await note(transaction, desk, { action: 'staff.change-grants', ...about, details: { roles } });
  }
}

function rolesIn(grants: readonly Grant[], controller: string): Role[] {
  return grants.filter((grant) => grant.controller === controller).map(({ role }) => role).sort(); // prettier-ignore
}
