import type { Message, MessageRows } from '@habeas/core';
import { messageFromRow, messageToRow } from './rows/message.row.js';
import type { Session } from './session.js';

/** Messages in SQL. */
export class SqlMessageRows implements MessageRows {
  constructor(private readonly session: Session) {}

  async add(message: Message): Promise<void> {
    await this.session.table('message').insert(messageToRow(message));
  }

  async get(controller: string, id: string): Promise<Message | undefined> {
    const row = await this.session.table('message').findOneBy({ controller, id });
    return row === null ? undefined : messageFromRow(row);
  }

  async change(message: Message): Promise<void> {
    const { controller, id } = message;
    await this.session.table('message').update({ controller, id }, messageToRow(message));
  }

  async of(controller: string, request: string): Promise<readonly Message[]> {
    const rows = await this.session.table('message').find({ where: { controller, request }, order: { number: 'ASC' } });
    return rows.map(messageFromRow);
  }

  async forget(controller: string, request: string): Promise<void> {
    await this.session.table('message').delete({ controller, request });
  }
}
