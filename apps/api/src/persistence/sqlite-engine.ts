import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Engine, persevere, Undone } from './engine.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { entitiesOf } from './rows/tables.js';
import { silentLogger } from './silent-logger.js';
import { driverCodeOf, StoreFault, StoreRefused, withoutValues } from './store-fault.js';

/** How long SQLite itself waits for another process. It blocks this one meanwhile: the longer wait is ours. */
const BUSY_TIMEOUT_MS = 20;
/** SQLite cuts its log back to this size whenever it begins it anew. */
const LOG_LIMIT_BYTES = 64 * 1024 * 1024;
/** How long transactions may follow each other before the rest of the process gets its turn. */
const LONGEST_TURN_MS = 5;

/**
 * A store in one file, for any number of processes of one machine. The file is made where it is missing, for its owner only.
 * Throws `StoreRefused` where the file system cannot hold a write-ahead log.
 */
export async function openSqlite(path: string, patienceMs: number): Promise<Engine> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: path,
    timeout: BUSY_TIMEOUT_MS,
    prepareDatabase: (database: unknown) => {
      prepareOrClose(database as Database.Database, path);
    },
    entities: entitiesOf('sqlite'),
    migrations: [...MIGRATIONS],
    logging: false,
    logger: silentLogger,
  });
  try {
    if (path !== ':memory:') await createFile(path);
    await persevere(patienceMs, () => dataSource.initialize().catch(undoneWhereBusy));
  } catch (error) {
    throw withoutValues(error);
  }
  return new SqliteEngine(dataSource, patienceMs);
}

async function createFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // The log and the index beside it get the rights of the file.
  closeSync(openSync(path, 'a', 0o600));
}

function prepareOrClose(database: Database.Database, path: string): void {
  try {
    prepare(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database.Database, path: string): void {
  const mode = database.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal' && path !== ':memory:') {
    throw new StoreRefused('SQLite cannot keep a write-ahead log here. Put the store on a local file system.');
  }
  database.pragma('synchronous = FULL'); // security R1
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('trusted_schema = OFF');
  database.pragma(`journal_size_limit = ${LOG_LIMIT_BYTES}`);
}

function undoneWhereBusy(error: unknown): never {
  throw driverCodeOf(error)?.startsWith('SQLITE_BUSY') === true ? new Undone(error) : error;
}

/** One connection: TypeORM would mix two transactions of one process into one, so they come one after the other. */
class SqliteEngine implements Engine {
  readonly product = 'sqlite';
  readonly #runner: QueryRunner;
  /** The connection, while a transaction is open. */
  #open: Database.Database | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #turnBegan = 0;

  constructor(
    readonly dataSource: DataSource,
    private readonly patienceMs: number,
  ) {
    // It keeps prepared statements, so there is one for all transactions.
    this.#runner = dataSource.createQueryRunner();
    const query = this.#runner.query.bind(this.#runner);
    this.#runner.query = (async (...args: Parameters<typeof query>): Promise<unknown> => {
      this.#refuseAfterRollback();
      return (await query(...args)) as unknown;
    }) as QueryRunner['query'];
  }

  run<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => persevere(this.patienceMs, () => this.#once(work)));
    this.#last = result.catch(() => undefined).then(() => this.#giveWay());
    return result;
  }

  /**
   * SQLite answers without a turn of the event loop: without one now and then, many transactions would keep timers from firing.
   * A turn for each would make those that stand in line as slow as everything else that the process does.
   */
  async #giveWay(): Promise<void> {
    if (performance.now() - this.#turnBegan < LONGEST_TURN_MS) return;
    await setImmediate();
    this.#turnBegan = performance.now();
  }

  async close(): Promise<void> {
    await this.#last;
    await this.dataSource.destroy();
  }

  async #once<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    // Writers come one at a time from their begin: nothing is read that a later write could find changed.
    await this.#runner.query('BEGIN IMMEDIATE').catch(undoneWhereBusy);
    this.#open = (await this.#runner.connect()) as Database.Database;
    try {
      const result = await work(this.#runner);
      await this.#runner.query('COMMIT');
      return result;
    } catch (error) {
      if (this.#open.inTransaction) await this.#runner.query('ROLLBACK');
      throw error;
    } finally {
      this.#open = undefined;
    }
  }

  /**
   * After a full disk or an input fault SQLite has rolled back, and would commit each further statement by itself: none is
   * let through, even where somebody has caught the error.
   */
  #refuseAfterRollback(): void {
    if (this.#open?.inTransaction === false) throw new StoreFault('SQLITE_ABORT_ROLLBACK');
  }
}
