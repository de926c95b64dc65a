import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateWebhookCalls extends ForwardMigration {
  readonly name = 'CreateWebhookCalls1764460000080';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'webhook_call',
      columns: {
        number: 'number',
        id: 'id',
        controller: 'id',
        request: 'id',
        endpoint: 'id',
        event: 'id',
        facts: 'text',
        happened_at: 'time',
        state: 'id',
        rounds: 'count',
        sent_at: 'time?',
        failed_at: 'time?',
        status: 'count?',
        problem: 'text?',
      },
      primary: ['number'],
      indices: [
        { name: 'webhook_call_id', columns: ['id'], unique: true },
        { name: 'webhook_call_request', columns: ['request'] },
        { name: 'webhook_call_standing', columns: ['controller', 'endpoint', 'state'] },
      ],
    });
  }
}
