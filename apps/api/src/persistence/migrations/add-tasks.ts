import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { addColumn } from './migration-column.js';

export class AddTasks extends ForwardMigration {
  readonly name = 'AddTasks1764460000020';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'tasks', kind: 'text' });
  }
}

export class AddOpenTask extends ForwardMigration {
  readonly name = 'AddOpenTask1764460000021';

  override up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, { table: 'request', column: 'has_open_task', kind: 'count' });
  }
}
