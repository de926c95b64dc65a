import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddFee extends ForwardMigration {
  readonly name = 'AddFee1764540000021';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'fee', kind: 'text' });
  }
}
