import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateAnswers extends ForwardMigration {
  readonly name = 'CreateAnswers1763800000011';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'answer',
      columns: { controller: 'id', key_hash: 'id', fingerprint: 'name', result: 'text', created_at: 'time' },
      primary: ['controller', 'key_hash'],
      indices: [{ name: 'answer_created', columns: ['created_at'] }],
    });
  }
}
