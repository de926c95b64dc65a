import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateAddressProofs extends ForwardMigration {
  readonly name = 'CreateAddressProofs1764460000032';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'address_proof',
      columns: {
        controller: 'id',
        request: 'id',
        identifier: 'count',
        code: 'text',
        sent_at: 'time',
        sent: 'count',
        failures: 'count',
        failures_in_all: 'count',
      },
      primary: ['controller', 'request'],
    });
  }
}

export class CreateFollowSessions extends ForwardMigration {
  readonly name = 'CreateFollowSessions1764460000033';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'follow_session',
      columns: { id: 'id', controller: 'id', request: 'id', expires_at: 'time' },
      primary: ['id'],
      indices: [
        { name: 'follow_session_request', columns: ['controller', 'request'] },
        { name: 'follow_session_expires', columns: ['expires_at'] },
      ],
    });
  }
}
