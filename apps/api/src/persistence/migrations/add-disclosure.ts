import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddDisclosure extends ForwardMigration {
  readonly name = 'AddDisclosure1764460000017';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'disclosure', kind: 'text' });
  }
}

export class AddRulings extends ForwardMigration {
  readonly name = 'AddRulings1764460000018';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'rulings', kind: 'text' });
  }
}
