import type { ServiceToken, StaffAccount, StaffSession } from '../staff/staff.js';

/** Accounts of staff. They belong to the installation; their grants say in which controllers they may do what. */
export interface StaffRows {
  /** Throws `LoginTaken` where the login exists. */
  add(account: StaffAccount): Promise<void>;
  get(id: string): Promise<StaffAccount | undefined>;
  /** Holds the account until the transaction ends: two sign-ins at once count one after the other. */
  lockByLogin(login: string): Promise<StaffAccount | undefined>;
  change(account: StaffAccount): Promise<void>;
  /** By login. Only accounts with a grant in this controller. */
  list(controller: string): Promise<readonly StaffAccount[]>;
  count(): Promise<number>;
}

/** Sessions of browsers. */
export interface SessionRows {
  add(session: StaffSession): Promise<void>;
  get(id: string): Promise<StaffSession | undefined>;
  change(session: StaffSession): Promise<void>;
  remove(id: string): Promise<void>;
  of(staff: string): Promise<readonly StaffSession[]>;
  /** Those that came from this session of an identity provider. */
  ofProvider(providerSession: string): Promise<readonly StaffSession[]>;
  removeOf(staff: string): Promise<void>;
  removeExpired(before: Date): Promise<void>;
}

/** Tokens of programs. */
export interface TokenRows {
  add(token: ServiceToken): Promise<void>;
  get(id: string): Promise<ServiceToken | undefined>;
  change(token: ServiceToken): Promise<void>;
  list(controller: string): Promise<readonly ServiceToken[]>;
}

/** The login is another account's. */
export class LoginTaken extends Error {
  override readonly name = 'LoginTaken';
  readonly code = 'LOGIN_TAKEN';

  constructor() {
    super('Another account has this login.');
  }
}
