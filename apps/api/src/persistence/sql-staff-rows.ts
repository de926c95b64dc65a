import {
  LoginTaken,
  type ServiceToken,
  type SessionRows,
  type StaffAccount,
  type StaffRows,
  type StaffSession,
  type TokenRows,
} from '@habeas/core';
import { LessThan } from 'typeorm';
import { sessionFromRow, sessionToRow, staffFromRow, staffToRow, tokenFromRow, tokenToRow } from './rows/staff.row.js';
import type { Session } from './session.js';
import { isDuplicate } from './store-fault.js';

/** Accounts in SQL. */
export class SqlStaffRows implements StaffRows {
  constructor(private readonly session: Session) {}

  async add(account: StaffAccount): Promise<void> {
    await this.session.table('staff').insert(staffToRow(account)).catch(this.#refuse(account));
  }

  async get(id: string): Promise<StaffAccount | undefined> {
    const row = await this.session.table('staff').findOneBy({ id });
    return row === null ? undefined : staffFromRow(row);
  }

  async lockByLogin(login: string): Promise<StaffAccount | undefined> {
    const row = await this.session.table('staff').findOne({ where: { login }, ...this.session.locked });
    return row === null ? undefined : staffFromRow(row);
  }

  async change(account: StaffAccount): Promise<void> {
    await this.session.table('staff').update({ id: account.id }, staffToRow(account)).catch(this.#refuse(account));
  }

  /** Reads all accounts: those of an installation are few, and their grants are always read with them. */
  async list(controller: string): Promise<readonly StaffAccount[]> {
    const rows = await this.session.table('staff').find({ order: { login: 'ASC' } });
    return rows.map(staffFromRow).filter(({ grants }) => grants.some((grant) => grant.controller === controller));
  }

  count(): Promise<number> {
    return this.session.table('staff').count();
  }

  #refuse({ id, login }: StaffAccount): (error: unknown) => Promise<never> {
    return async (error) => {
      const holder = isDuplicate(error) ? await this.session.table('staff').findOneBy({ login }) : null;
      throw holder !== null && holder.id !== id ? new LoginTaken() : error;
    };
  }
}

/** Sessions in SQL. */
export class SqlSessionRows implements SessionRows {
  constructor(private readonly session: Session) {}

  async add(session: StaffSession): Promise<void> {
    await this.session.table('session').insert(sessionToRow(session));
  }

  async get(id: string): Promise<StaffSession | undefined> {
    const row = await this.session.table('session').findOneBy({ id });
    return row === null ? undefined : sessionFromRow(row);
  }

  async change(session: StaffSession): Promise<void> {
    await this.session.table('session').update({ id: session.id }, sessionToRow(session));
  }

  async remove(id: string): Promise<void> {
    await this.session.table('session').delete({ id });
  }

  async of(staff: string): Promise<readonly StaffSession[]> {
    const rows = await this.session.table('session').find({ where: { staff }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(sessionFromRow);
  }

  async ofProvider(providerSession: string): Promise<readonly StaffSession[]> {
    return (await this.session.table('session').findBy({ providerSession })).map(sessionFromRow);
  }

  async removeOf(staff: string): Promise<void> {
    await this.session.table('session').delete({ staff });
  }

  async removeExpired(before: Date): Promise<void> {
    await this.session.table('session').delete({ expiresAt: LessThan(before.getTime()) });
  }
}

/** Tokens in SQL. */
export class SqlTokenRows implements TokenRows {
  constructor(private readonly session: Session) {}

  async add(token: ServiceToken): Promise<void> {
    await this.session.table('token').insert(tokenToRow(token));
  }

  async get(id: string): Promise<ServiceToken | undefined> {
    const row = await this.session.table('token').findOneBy({ id });
    return row === null ? undefined : tokenFromRow(row);
  }

  async change(token: ServiceToken): Promise<void> {
    await this.session.table('token').update({ id: token.id }, tokenToRow(token));
  }

  async list(controller: string): Promise<readonly ServiceToken[]> {
    const rows = await this.session.table('token').find({ where: { controller }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(tokenFromRow);
  }
}
