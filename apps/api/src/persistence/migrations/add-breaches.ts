import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddBreaches extends ForwardMigration {
  readonly name = 'AddBreaches1764460000114';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'breaches', kind: 'text' });
  }
}
