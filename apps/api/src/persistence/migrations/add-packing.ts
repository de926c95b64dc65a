import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddPacking extends ForwardMigration {
  readonly name = 'AddPacking1764460000050';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'delivery', column: 'packing', kind: 'text' });
  }
}
