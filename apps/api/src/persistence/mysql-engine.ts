import mysql, { type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Engine, persevere, Undone } from './engine.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { refuseUnsafeServer } from './mysql-safety.js';
import { entitiesOf } from './rows/tables.js';
import { silentLogger } from './silent-logger.js';
import { driverCodeOf, withoutValues } from './store-fault.js';

/** What is different between one MySQL and another. */
export interface MysqlOptions {
  readonly url: string;
  readonly connections: number;
  readonly patienceMs: number;
  /** Accepts a server that may lose the last second of its work with its machine. */
  readonly allowsLazyFlush: boolean;
}

/**
 * Each connection's own settings, whatever the server's are.
 *
 * - Strict: a value that is too long is refused, not cut. No other mode, so that a backslash escapes as the driver thinks.
 * - READ COMMITTED: REPEATABLE READ locks the gaps between rows, and workers that claim or add steps would wait for each
 *   other, and deadlock, over rows that none of them has. What must not change meanwhile is locked row by row, and a changed
 *   request is stored only where its version still is what it was, so nothing depends on two reads being alike.
 */
const SESSION_SETTINGS = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES', time_zone = '+00:00', innodb_lock_wait_timeout = 10, autocommit = 1",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** A store on MySQL 8 or MariaDB. Throws `StoreRefused` where the server may lose what it has acknowledged. */
export async function openMysql(options: MysqlOptions): Promise<Engine> {
  const dataSource = new DataSource({
    type: 'mysql',
    driver: { ...mysql, createPool },
    url: options.url,
    charset: 'utf8mb4',
    poolSize: options.connections,
    connectTimeout: 10_000,
    bigNumberStrings: false,
    entities: entitiesOf('mysql'),
    migrations: [...MIGRATIONS],
    logging: false,
    logger: silentLogger,
  });
  try {
    await persevere(options.patienceMs, () => dataSource.initialize().catch(undoneWhereGone));
    await refuseUnsafeServer(dataSource, options.allowsLazyFlush);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw withoutValues(error);
  }
  return new MysqlEngine(dataSource, options.patienceMs);
}

function createPool(options: PoolOptions): Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', (connection: PoolConnection) => {
    for (const setting of SESSION_SETTINGS) {
      // Sent before anything else on it. One without its settings is of no use to anybody.
      connection.query(setting, (error: unknown) => {
        if (error !== null && error !== undefined) connection.destroy();
      });
    }
  });
  return pool;
}

/** A server that is gone, or has no connection left. */
const GONE =
  /^(?:PROTOCOL_|ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|EAI_AGAIN$|ER_CON_COUNT_ERROR$|ER_SERVER_SHUTDOWN$|ER_CONNECTION_KILLED$)/u;
/** A transaction that stood in another one's way. */
const IN_THE_WAY = /^ER_(?:LOCK_DEADLOCK|LOCK_WAIT_TIMEOUT|CHECKREAD)$/u;

function undoneWhereGone(error: unknown): never {
  throw GONE.test(driverCodeOf(error) ?? '') ? new Undone(error) : error;
}

/** Many connections, each with one transaction at a time. */
class MysqlEngine implements Engine {
  readonly product = 'mysql';

  constructor(
    readonly dataSource: DataSource,
    private readonly patienceMs: number,
  ) {}

  run<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    return persevere(this.patienceMs, () => this.#once(work));
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  async #once<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction().catch(undoneWhereGone);
      const watch = watchFor(runner);
      const result = await this.#work(runner, { work, watch });
      await this.#commit(runner);
      return result;
    } finally {
      await runner.release();
    }
  }

  async #work<T>(runner: QueryRunner, { work, watch }: Watched<T>): Promise<T> {
    try {
      const result = await work(runner);
      if (watch.undone === undefined) return result;
    } catch (error) {
      await rollBack(runner);
      throw watch.undone ?? error;
    }
    await rollBack(runner);
    throw watch.undone;
  }

  /** A connection that is lost now leaves open whether the transaction was committed: it is not run again. */
  async #commit(runner: QueryRunner): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      await rollBack(runner);
      throw IN_THE_WAY.test(driverCodeOf(error) ?? '') ? new Undone(error) : error;
    }
  }
}

interface Watch {
  /** Why the server has undone the transaction, if it has. */
  undone?: Undone;
}

interface Watched<T> {
  readonly work: (runner: QueryRunner) => Promise<T>;
  readonly watch: Watch;
}

/**
 * After a deadlock the server has rolled back, and would commit each further statement by itself: none is let through,
 * even where somebody has caught the error.
 */
function watchFor(runner: QueryRunner): Watch {
  const watch: Watch = {};
  const query = runner.query.bind(runner);
  runner.query = (async (...args: Parameters<typeof query>): Promise<unknown> => {
    if (watch.undone !== undefined && args[0] !== 'ROLLBACK') throw watch.undone;
    try {
      return (await query(...args)) as unknown;
    } catch (error) {
      const code = driverCodeOf(error) ?? '';
      if (args[0] !== 'COMMIT' && (GONE.test(code) || IN_THE_WAY.test(code))) watch.undone ??= new Undone(error);
      throw error;
    }
  }) as QueryRunner['query'];
  return watch;
}

/** Where that fails, the connection goes, and the server rolls back. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    const connection = (await runner.connect()) as PoolConnection;
    connection.destroy();
  }
}
