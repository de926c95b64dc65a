import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateReferences extends ForwardMigration {
  readonly name = 'CreateReferences1763800000002';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'reference',
      columns: { controller: 'id', year: 'count', last_number: 'count' },
      primary: ['controller', 'year'],
    });
  }
}
