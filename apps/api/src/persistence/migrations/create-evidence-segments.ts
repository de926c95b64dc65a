import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateEvidenceSegments extends ForwardMigration {
  readonly name = 'CreateEvidenceSegments1763800000004';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'evidence_segment',
      columns: {
        controller: 'id',
        request: 'id',
        generation: 'id',
        source: 'id',
        collection: 'name',
        number: 'count',
        blob: 'name',
        records: 'time',
        files: 'time',
      },
      primary: ['request', 'generation', 'source', 'collection', 'number'],
    });
  }
}
