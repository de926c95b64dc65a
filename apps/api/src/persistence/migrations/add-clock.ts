import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddClock extends ForwardMigration {
  readonly name = 'AddClock1764460000019';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'clock', kind: 'text' });
  }
}
