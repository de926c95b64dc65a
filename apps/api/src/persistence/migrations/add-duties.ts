import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddDuties extends ForwardMigration {
  readonly name = 'AddDuties1764540000003';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'duties', kind: 'text' });
  }
}

export class AddChannel extends ForwardMigration {
  readonly name = 'AddChannel1764540000013';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'channel', kind: 'id' });
  }
}
