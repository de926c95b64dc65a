import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';

export class BeginTrail extends ForwardMigration {
  readonly name = 'BeginTrail1763800000008';

  override async up(runner: QueryRunner): Promise<void> {
    const found = (await runner.query("SELECT id FROM trail_head WHERE id = 'trail'")) as readonly unknown[];
    if (found.length > 0) return;
    await runner.query("INSERT INTO trail_head (id, sequence, hash) VALUES ('trail', 0, ?)", ['0'.repeat(64)]);
  }
}
