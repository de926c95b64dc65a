import type { LimitEntry, LimitRows } from '@habeas/core';
import { LessThan } from 'typeorm';
import { limitFromRow, limitToRow } from './rows/limit.row.js';
import type { Session } from './session.js';

/** Limits in SQL. */
export class SqlLimitRows implements LimitRows {
  constructor(private readonly session: Session) {}

  async lock(entry: string): Promise<LimitEntry | undefined> {
    const row = await this.session.table('sending_limit').findOne({ where: { entry }, ...this.session.locked });
    return row === null ? undefined : limitFromRow(row);
  }

  async put(entry: LimitEntry): Promise<void> {
    await this.session.table('sending_limit').delete({ entry: entry.entry });
    await this.session.table('sending_limit').insert(limitToRow(entry));
  }

  async removeExpired(before: Date): Promise<void> {
    await this.session.table('sending_limit').delete({ expiresAt: LessThan(before.getTime()) });
  }
}
