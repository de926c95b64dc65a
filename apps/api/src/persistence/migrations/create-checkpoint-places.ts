import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateCheckpointPlaces extends ForwardMigration {
  readonly name = 'CreateCheckpointPlaces1763800000041';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'checkpoint_place',
      columns: { id: 'id', size: 'time' },
      primary: ['id'],
    });
  }
}
