import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Engine } from './engine.js';
import { StoreRefused } from './store-fault.js';

/** How long a process waits for another one that migrates the same store, in seconds. */
const LOCK_WAIT_S = 60;

/** What stands in a store that is not this version's. */
export interface MigrationState {
  /** Names of migrations that this version has and the store has not. */
  readonly pending: readonly string[];
  /** Names of migrations that the store has and this version does not know. */
  readonly unknown: readonly string[];
}

/**
 * Brings the schema of a store up to this version, one process at a time. Throws `StoreRefused` where a newer version has
 * been there already: it would not understand what that one has written.
 */
export async function migrate(engine: Engine): Promise<void> {
  if (engine.product === 'mysql') await migrateMysql(engine.dataSource);
  // One transaction: it happens whole or not at all.
  else await engine.run((runner) => bringUp(engine.dataSource, runner));
}

/** Compares the schema of a store with this version. */
export async function migrationState(dataSource: DataSource, runner: QueryRunner): Promise<MigrationState> {
  const known = dataSource.migrations.map(({ name }) => name ?? '');
  const executed = (await runner.hasTable('migrations')) ? await executedNames(runner) : [];
  return {
    pending: known.filter((name) => !executed.includes(name)),
    unknown: executed.filter((name) => !known.includes(name)),
  };
}

async function executedNames(runner: QueryRunner): Promise<readonly string[]> {
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as readonly { readonly name: string }[];
  return rows.map(({ name }) => name);
}

async function bringUp(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const { pending, unknown } = await migrationState(dataSource, runner);
  if (unknown.length > 0) {
    throw new StoreRefused(`A newer version has changed this store (${unknown.join(', ')}). Start that version, or a newer one.`);
  }
  if (pending.length === 0) return;
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}

async function migrateMysql(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const lock = `SHA1(CONCAT('habeas migrations ', DATABASE()))`;
    const [taken] = (await runner.query(`SELECT GET_LOCK(${lock}, ${LOCK_WAIT_S}) AS isTaken`)) as readonly {
      isTaken: unknown;
    }[];
    if (Number(taken?.isTaken) !== 1)
      throw new StoreRefused('Another process is migrating this store. Start again when it is done.');
    try {
      await bringUp(dataSource, runner);
    } finally {
      await runner.query(`SELECT RELEASE_LOCK(${lock})`);
    }
  } finally {
    await runner.release();
  }
}
