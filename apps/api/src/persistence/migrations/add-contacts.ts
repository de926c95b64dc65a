import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddContacts extends ForwardMigration {
  readonly name = 'AddContacts1764460000040';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'contacts', kind: 'text' });
  }
}
