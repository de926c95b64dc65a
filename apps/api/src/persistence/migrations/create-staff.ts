import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateStaff extends ForwardMigration {
  readonly name = 'CreateStaff1763800000012';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'staff',
      columns: {
        id: 'id',
        login: 'name',
        display_name: 'name',
        grants: 'text',
        password_hash: 'text?',
        totp_secret: 'text?',
        totp_step: 'time?',
        recovery_codes: 'text',
        failures: 'count',
        locked_until: 'time?',
        disabled_at: 'time?',
        created_at: 'time',
      },
      primary: ['id'],
      indices: [{ name: 'staff_login', columns: ['login'], unique: true }],
    });
  }
}
