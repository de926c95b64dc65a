import { LoginTaken, type SessionRows, type StaffRows, type TokenRows } from '../../ports/staff-rows.js';
import type { ServiceToken, StaffAccount, StaffSession } from '../../staff/staff.js';
import { compareParts, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Accounts in memory. */
export class MemoryStaffRows implements StaffRows {
  readonly #accounts: MemoryTable<StaffAccount>;

  constructor(journal: MemoryJournal) {
    this.#accounts = new MemoryTable(journal);
  }

  async add(account: StaffAccount): Promise<void> {
    if ((await this.lockByLogin(account.login)) !== undefined) throw new LoginTaken();
    this.#accounts.add(account.id, account);
  }

  get(id: string): Promise<StaffAccount | undefined> {
    return Promise.resolve(this.#accounts.get(id));
  }

  lockByLogin(login: string): Promise<StaffAccount | undefined> {
    return Promise.resolve(this.#accounts.where((each) => each.login === login)[0]);
  }

  async change(account: StaffAccount): Promise<void> {
    const holder = await this.lockByLogin(account.login);
    if (holder !== undefined && holder.id !== account.id) throw new LoginTaken();
    if (this.#accounts.get(account.id) !== undefined) this.#accounts.put(account.id, account);
  }

  list(controller: string): Promise<readonly StaffAccount[]> {
    const found = this.#accounts.where(({ grants }) => grants.some((grant) => grant.controller === controller));
    return Promise.resolve(found.sort((left, right) => compareParts([left.login], [right.login])));
  }

  count(): Promise<number> {
    return Promise.resolve(this.#accounts.size);
  }
}

/** Sessions in memory. */
export class MemorySessionRows implements SessionRows {
  readonly #sessions: MemoryTable<StaffSession>;

  constructor(journal: MemoryJournal) {
    this.#sessions = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(session: StaffSession): Promise<void> {
    this.#sessions.add(session.id, session);
  }

  get(id: string): Promise<StaffSession | undefined> {
    return Promise.resolve(this.#sessions.get(id));
  }

  change(session: StaffSession): Promise<void> {
    if (this.#sessions.get(session.id) !== undefined) this.#sessions.put(session.id, session);
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.#sessions.remove(id);
    return Promise.resolve();
  }

  of(staff: string): Promise<readonly StaffSession[]> {
    const found = this.#sessions.where((each) => each.staff === staff);
    return Promise.resolve(found.sort((left, right) => compareParts(placeOf(left), placeOf(right))));
  }

  ofProvider(providerSession: string): Promise<readonly StaffSession[]> {
    return Promise.resolve(this.#sessions.where((each) => each.providerSession === providerSession));
  }

  removeOf(staff: string): Promise<void> {
    this.#sessions.removeWhere((each) => each.staff === staff);
    return Promise.resolve();
  }

  removeExpired(before: Date): Promise<void> {
    this.#sessions.removeWhere(({ expiresAt }) => expiresAt < before);
    return Promise.resolve();
  }
}

/** Tokens in memory. */
export class MemoryTokenRows implements TokenRows {
  readonly #tokens: MemoryTable<ServiceToken>;

  constructor(journal: MemoryJournal) {
    this.#tokens = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(token: ServiceToken): Promise<void> {
    this.#tokens.add(token.id, token);
  }

  get(id: string): Promise<ServiceToken | undefined> {
    return Promise.resolve(this.#tokens.get(id));
  }

  change(token: ServiceToken): Promise<void> {
    if (this.#tokens.get(token.id) !== undefined) this.#tokens.put(token.id, token);
    return Promise.resolve();
  }

  list(controller: string): Promise<readonly ServiceToken[]> {
    const found = this.#tokens.where((each) => each.controller === controller);
    return Promise.resolve(found.sort((left, right) => compareParts(placeOf(left), placeOf(right))));
  }
}

function placeOf({ createdAt, id }: { readonly createdAt: Date; readonly id: string }): readonly (string | number)[] {
  return [createdAt.getTime(), id];
}
