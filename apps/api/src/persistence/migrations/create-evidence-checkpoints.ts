import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateEvidenceCheckpoints extends ForwardMigration {
  readonly name = 'CreateEvidenceCheckpoints1763800000005';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'evidence_checkpoint',
      columns: {
        controller: 'id',
        request: 'id',
        generation: 'id',
        source: 'id',
        collection: 'name',
        segments: 'count',
        progress: 'text',
      },
      primary: ['request', 'generation', 'source', 'collection'],
    });
  }
}
