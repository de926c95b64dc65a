import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { createTable } from './migration-table.js';

export class CreatePasskeyChallenges extends ForwardMigration {
  readonly name = 'CreatePasskeyChallenges1763800000032';

  override up(runner: QueryRunner): Promise<void> {
    return createTable(runner, {
      name: 'passkey_challenge',
      columns: { session: 'id', purpose: 'id', challenge: 'id', expires_at: 'time' },
      primary: ['session'],
      indices: [{ name: 'passkey_challenge_expires', columns: ['expires_at'] }],
    });
  }
}
