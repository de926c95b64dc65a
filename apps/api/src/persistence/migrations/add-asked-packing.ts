import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddAskedPacking extends ForwardMigration {
  readonly name = 'AddAskedPacking1764540000201';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'asked_packing', kind: 'id' });
  }
}
