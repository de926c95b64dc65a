import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateAuditEntries extends ForwardMigration {
  readonly name = 'CreateAuditEntries1763800000006';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'audit_entry',
      columns: {
        number: 'number',
        id: 'id',
        controller: 'id',
        at: 'time',
        actor_kind: 'id',
        actor_id: 'name',
        action: 'id',
        object_type: 'id',
        object_id: 'name',
        outcome: 'id',
        details: 'text',
        sequence: 'time?',
        previous: 'id?',
        hash: 'id?',
      },
      primary: ['number'],
      indices: [
        { name: 'audit_entry_id', columns: ['id'], unique: true },
        { name: 'audit_entry_sequence', columns: ['sequence'], unique: true },
        { name: 'audit_entry_object', columns: ['controller', 'object_type', 'object_id'] },
      ],
    });
  }
}
