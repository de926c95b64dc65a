import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { newLogin, properName } from './account-text.js';
import { issueCode, purposeOf, SET_UP } from './one-time-code.js';
import { newPassword } from './password-rules.js';
import type { StaffAccount } from './staff.js';
import type { OneTimeCode, StaffDesk } from './staff-desk.js';
import { decided, note, refusedCredentials, staffActor } from './verdict.js';

const VALID_MS = 15 * 60_000;

/** The first member of staff. */
export interface FirstOfficer {
  readonly login: string;
  readonly displayName: string;
  readonly password: Secret<string>;
  /** All controllers of the installation. */
  readonly controllers: readonly string[];
}

/** The code with which the first account can be made: for 15 minutes, once. `undefined` where there are accounts (security R28). */
export function beginSetUp(desk: StaffDesk): Promise<OneTimeCode | undefined> {
  return desk.store.transact(async (transaction) => {
    if ((await transaction.staff.count()) > 0) return undefined;
    await note(transaction, desk, { action: 'setup.begin', actor: SYSTEM, object: INSTALLATION });
    return issueCode(transaction, desk, SET_UP, VALID_MS);
  });
}

const SYSTEM = { kind: 'system', id: 'installation' } as const;
const INSTALLATION = { type: 'installation', id: '*' } as const;

/**
 * Makes the first account, with the role `dpo` in every controller, and gives its id. Throws `Refused` with `REFUSED` where the
 * code is not valid or somebody was first, and with `INVALID_INPUT`, which leaves the code as it was.
 */
export async function completeSetUp(desk: StaffDesk, code: Secret<string>, officer: FirstOfficer): Promise<string> {
  await decided(desk.store, async (transaction) => {
    if (await isOpen(transaction, desk, code)) return { granted: undefined };
    await note(transaction, desk, { action: 'setup.complete', object: INSTALLATION, outcome: 'refused' });
    return { refused: refusedCredentials() };
  });
  const account = await firstAccount(desk, officer);
  return desk.store.transact(async (transaction) => {
    if (!(await isOpen(transaction, desk, code))) throw refusedCredentials();
    // There is no row yet that two at once could wait for: the second fails here, runs again, and finds an account.
    await transaction.idempotency.add('*', SET_UP, { fingerprint: SET_UP, result: account.id });
    await transaction.sessions.removeOf(SET_UP);
    await transaction.staff.add({ ...account, createdAt: transaction.now });
    await note(transaction, desk, { action: 'setup.complete', actor: staffActor(account.id), object: INSTALLATION });
    return account.id;
  });
}

async function isOpen(transaction: Transaction, desk: StaffDesk, code: Secret<string>): Promise<boolean> {
  return (await transaction.staff.count()) === 0 && (await purposeOf(transaction, desk, code)) === SET_UP;
}

async function firstAccount(desk: StaffDesk, officer: FirstOfficer): Promise<Omit<StaffAccount, 'createdAt'>> {
  const { controllers, password } = officer;
  if (controllers.length === 0) throw new Refused('INVALID_INPUT', 'There has to be a controller.');
  const login = newLogin(officer.login);
  const displayName = properName(officer.displayName, 'A name');
  const passwordHash = await newPassword(desk, password, [login, displayName, ...controllers]);
  return {
    id: desk.ids.next('stf'),
    login,
    displayName,
    grants: controllers.map((controller) => ({ controller, role: 'dpo' })),
    passwordHash,
    recoveryCodes: [],
    failures: 0,
  };
}
