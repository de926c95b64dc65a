import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';
import { createTable } from './migration-table.js';

export class AddTransmissions extends ForwardMigration {
  readonly name = 'AddTransmissions1764460000091';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'transmissions', kind: 'text' });
  }
}

export class CreateReceivedTransmissions extends ForwardMigration {
  readonly name = 'CreateReceivedTransmissions1764460000101';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'received_transmission',
      columns: {
        number: 'number',
        id: 'id',
        controller: 'id',
        sender: 'id',
        offered: 'id',
        state: 'id',
        attempts: 'count',
        bytes: 'time',
        sha256: 'id',
        begun_at: 'time',
        received_at: 'time?',
        expires_at: 'time',
        blob: 'name?',
        data_key: 'text?',
        is_stored: 'count',
      },
      primary: ['number'],
      indices: [
        { name: 'received_transmission_id', columns: ['id'], unique: true },
        { name: 'received_transmission_offered', columns: ['controller', 'sender', 'offered'], unique: true },
        { name: 'received_transmission_over', columns: ['is_stored', 'expires_at'] },
      ],
    });
  }
}
