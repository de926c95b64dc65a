import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddSearchMemory extends ForwardMigration {
  readonly name = 'AddSearchMemory1764460000060';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'search_memory', kind: 'name' });
  }
}

export class AddRetriedSource extends ForwardMigration {
  readonly name = 'AddRetriedSource1764460000061';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'retried_source', kind: 'id' });
  }
}

export class AddAnswers extends ForwardMigration {
  readonly name = 'AddAnswers1764460000062';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'answers', kind: 'text' });
  }
}
