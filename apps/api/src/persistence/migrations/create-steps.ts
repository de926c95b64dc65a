import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateSteps extends ForwardMigration {
  readonly name = 'CreateSteps1763800000003';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'step',
      columns: {
        number: 'number',
        id: 'id',
        controller: 'id',
        request: 'id',
        step_key: 'id',
        kind: 'id',
        workflow_version: 'count',
        state: 'id',
        attempts: 'count',
        due_at: 'time',
        claimable_at: 'time?',
        fence: 'time',
        lease_owner: 'name?',
        lease_ends_at: 'time?',
        problem: 'text?',
        progress: 'text?',
      },
      primary: ['number'],
      indices: [
        { name: 'step_id', columns: ['id'], unique: true },
        { name: 'step_request_key', columns: ['request', 'step_key'], unique: true },
        { name: 'step_claimable', columns: ['claimable_at'] },
      ],
    });
  }
}
