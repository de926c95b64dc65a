import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateTokens extends ForwardMigration {
  readonly name = 'CreateTokens1763800000014';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'token',
      columns: {
        id: 'id',
        controller: 'id',
        name: 'name',
        secret_hash: 'id',
        scopes: 'text',
        created_by: 'name',
        created_at: 'time',
        expires_at: 'time',
        last_used_at: 'time?',
        revoked_at: 'time?',
      },
      primary: ['id'],
      indices: [{ name: 'token_controller', columns: ['controller', 'created_at', 'id'] }],
    });
  }
}
