import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddProviderSession extends ForwardMigration {
  readonly name = 'AddProviderSession1764360000016';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'session', column: 'provider_session', kind: 'id' });
  }
}
