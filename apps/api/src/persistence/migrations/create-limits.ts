import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateSendingLimits extends ForwardMigration {
  readonly name = 'CreateSendingLimits1764460000093';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'sending_limit',
      columns: { entry: 'id', times: 'text', expires_at: 'time' },
      primary: ['entry'],
      indices: [{ name: 'sending_limit_expires', columns: ['expires_at'] }],
    });
  }
}
