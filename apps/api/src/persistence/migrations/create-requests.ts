import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateRequests extends ForwardMigration {
  readonly name = 'CreateRequests1763800000001';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'request',
      columns: {
        id: 'id',
        controller: 'id',
        reference: 'id',
        state: 'id',
        version: 'count',
        rights: 'text',
        format: 'id',
        language: 'id',
        received_at: 'time',
        due_at: 'time',
        identifier_kinds: 'text',
        workflow_version: 'count',
        data_key: 'text?',
        subject_file: 'text?',
        case_file: 'text?',
        ledger: 'text',
        complete: 'count?',
        queued: 'count',
        included: 'count',
        generation: 'id?',
        evidence_index: 'name?',
        archive: 'text?',
        expires_at: 'time?',
        resumes_in: 'id?',
        rounds: 'count',
        problem: 'text?',
        created_at: 'time',
        updated_at: 'time',
      },
      primary: ['id'],
      indices: [
        { name: 'request_reference', columns: ['controller', 'reference'], unique: true },
        { name: 'request_due', columns: ['controller', 'due_at', 'id'] },
      ],
    });
  }
}
