import type { ReceivedTransmission, ReceivedTransmissionRows } from '@habeas/core';
import { type FindOptionsWhere, LessThanOrEqual } from 'typeorm';
import { receivedFromRow, type ReceivedRow, receivedToRow } from './rows/received.row.js';
import type { Session } from './session.js';

/** What other controllers have sent, in SQL. */
export class SqlReceivedRows implements ReceivedTransmissionRows {
  constructor(private readonly session: Session) {}

  async add(received: ReceivedTransmission): Promise<void> {
    await this.session.table('received_transmission').insert(receivedToRow(received));
  }

  lock(controller: string, id: string): Promise<ReceivedTransmission | undefined> {
    return this.#locked({ controller, id });
  }

  lockOffered(controller: string, sender: string, offered: string): Promise<ReceivedTransmission | undefined> {
    return this.#locked({ controller, sender, offered });
  }

  async change(received: ReceivedTransmission): Promise<void> {
    const { controller, id } = received;
    await this.session.table('received_transmission').update({ controller, id }, receivedToRow(received));
  }

  kept(controller: string): Promise<readonly ReceivedTransmission[]> {
    return this.#all({ controller, state: 'kept' });
  }

  over(before: Date): Promise<readonly ReceivedTransmission[]> {
    return this.#all({ isStored: 1, expiresAt: LessThanOrEqual(before.getTime()) });
  }

  async #locked(where: FindOptionsWhere<ReceivedRow>): Promise<ReceivedTransmission | undefined> {
    const row = await this.session.table('received_transmission').findOne({ where, ...this.session.locked });
    return row === null ? undefined : receivedFromRow(row);
  }

  async #all(where: FindOptionsWhere<ReceivedRow>): Promise<readonly ReceivedTransmission[]> {
    const rows = await this.session.table('received_transmission').find({ where, order: { number: 'ASC' } });
    return rows.map(receivedFromRow);
  }
}
