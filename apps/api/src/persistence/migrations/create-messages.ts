import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateMessages extends ForwardMigration {
  readonly name = 'CreateMessages1764460000022';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'message',
      columns: {
        number: 'number',
        id: 'id',
        controller: 'id',
        request: 'id',
        kind: 'id',
        language: 'id',
        state: 'id',
        sealed: 'text?',
        queued_at: 'time',
        sent_at: 'time?',
        receipt: 'id?',
        failed_at: 'time?',
        bounced_at: 'time?',
        problem: 'text?',
      },
      primary: ['number'],
      indices: [
        { name: 'message_id', columns: ['id'], unique: true },
        { name: 'message_request', columns: ['request'] },
      ],
    });
  }
}
