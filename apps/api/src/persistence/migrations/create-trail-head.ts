import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateTrailHead extends ForwardMigration {
  readonly name = 'CreateTrailHead1763800000007';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'trail_head',
      columns: { id: 'id', sequence: 'time', hash: 'id' },
      primary: ['id'],
    });
  }
}
