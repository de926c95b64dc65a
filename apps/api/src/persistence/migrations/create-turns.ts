import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateTurns extends ForwardMigration {
  readonly name = 'CreateTurns1764360000011';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, { name: 'turn', columns: { id: 'id', next_at: 'time' }, primary: ['id'] });
  }
}
