import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateTrailCheckpoints extends ForwardMigration {
  readonly name = 'CreateTrailCheckpoints1763800000040';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'trail_checkpoint',
      columns: { size: 'time', at: 'time', note: 'text', peaks: 'text' },
      primary: ['size'],
    });
  }
}
