import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddProof extends ForwardMigration {
  readonly name = 'AddProof1764460000060';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'proof', kind: 'text' });
  }
}
