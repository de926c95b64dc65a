import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of the schema that is never taken back: what stands in a store is not thrown away. */
export abstract class ForwardMigration implements MigrationInterface {
  /** Ends in the time it was written, which orders migrations. It never changes. */
  abstract readonly name: string;

  abstract up(runner: QueryRunner): Promise<void>;

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only. Restore a backup instead.'));
  }
}
