import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateSessions extends ForwardMigration {
  readonly name = 'CreateSessions1763800000013';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'session',
      columns: {
        id: 'id',
        staff: 'id',
        created_at: 'time',
        last_seen_at: 'time',
        expires_at: 'time',
        stepped_up_at: 'time?',
      },
      primary: ['id'],
      indices: [
        { name: 'session_staff', columns: ['staff'] },
        { name: 'session_expires', columns: ['expires_at'] },
      ],
    });
  }
}
