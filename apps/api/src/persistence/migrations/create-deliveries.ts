import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreateDeliveries extends ForwardMigration {
  readonly name = 'CreateDeliveries1764460000030';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'delivery',
      columns: {
        controller: 'id',
        request: 'id',
        claim: 'text',
        is_automatic: 'count',
        finds: 'count',
        finds_wait_until: 'time?',
        link: 'id?',
        secret_hash: 'id?',
        issued_at: 'time?',
        expires_at: 'time?',
        is_revoked: 'count',
        completed: 'count',
        failures: 'count',
        wait_until: 'time?',
      },
      primary: ['controller', 'request'],
      indices: [{ name: 'delivery_link', columns: ['link'], unique: true }],
    });
  }
}

export class CreateDownloadSessions extends ForwardMigration {
  readonly name = 'CreateDownloadSessions1764460000031';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'download_session',
      columns: { id: 'id', controller: 'id', request: 'id', link: 'id', expires_at: 'time', sent: 'text' },
      primary: ['id'],
      indices: [
        { name: 'download_session_request', columns: ['controller', 'request'] },
        { name: 'download_session_expires', columns: ['expires_at'] },
      ],
    });
  }
}
