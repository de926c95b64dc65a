import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreatePasskeys extends ForwardMigration {
  readonly name = 'CreatePasskeys1763800000031';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'passkey',
      columns: {
        id: 'id',
        staff: 'id',
        name: 'name',
        credential: 'text',
        public_key: 'text',
        transports: 'text',
        counter: 'time',
        created_at: 'time',
        last_used_at: 'time?',
      },
      primary: ['id'],
      indices: [{ name: 'passkey_staff', columns: ['staff', 'created_at', 'id'] }],
    });
  }
}
