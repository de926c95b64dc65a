import { accessSync, constants } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { ConnectorError } from '@habeas/connector-sdk';
import type { PlannedScan, ReadOnlyProof, SqlDatabase, SqlRow, Statement, TableInfo } from '@habeas/sql-engine';
import SqliteDriver from 'better-sqlite3';
import { readCatalogue } from './catalogue/read-catalogue.js';
import { toConnectorError } from './errors.js';
import { rowNamer, type DriverValue } from './rows.js';
import { scansIn } from './scans.js';

/** Which file to open, and when to stop. */
export interface SqliteFile {
  readonly path: string;
  readonly busyTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** What an open database is told beside its driver. */
interface SqliteOptions {
  readonly signal: AbortSignal;
  /** How far it is proved that the source cannot be written. */
  readonly proof: () => ReadOnlyProof['level'];
}

/** Opens a file that exists, for reading only. Throws `not-found` where there is none, `contract` where it is no database. */
export function openSqliteDatabase(file: SqliteFile): SqlDatabase {
  try {
    const driver = new SqliteDriver(file.path, { readonly: true, fileMustExist: true, timeout: file.busyTimeoutMs });
    return sqliteDatabaseOf(driver, { signal: file.signal, proof: () => proofOf(file.path) });
  } catch (error) {
    throw toConnectorError(error);
  }
}

/** A database that is open already, from now on for reading only; it is closed with what is returned. */
export function sqliteDatabaseOf(driver: SqliteDriver.Database, options: SqliteOptions): SqlDatabase {
  // Whoever made the file wrote its views: they get no functions that do more than compute.
  driver.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;');
  driver.prepare('SELECT count(*) FROM sqlite_master').get();
  return new SqliteDatabase(driver, options);
}

/** A file has no accounts. Where the system lets this process write it, only the session's mode stands in between. */
function proofOf(path: string): ReadOnlyProof['level'] {
  try {
    accessSync(path, constants.W_OK);
    return 'session';
  } catch {
    return 'proved';
  }
}

const ROWS_PER_BATCH = 500;
const QUERY_LIMIT = 10_000;

/** One open file. Statements run on this thread; a stream lets others have it between two batches. */
class SqliteDatabase implements SqlDatabase {
  readonly product = 'sqlite';
  readonly defaultSchema = 'main';
  readonly system = `SQLite ${String(new SqliteDriver(':memory:').prepare('SELECT sqlite_version()').pluck().get())}`;
  readonly #driver: SqliteDriver.Database;
  readonly #options: SqliteOptions;
  readonly #open = new Set<IterableIterator<DriverValue[]>>();
  #tables: readonly TableInfo[] | undefined;

  constructor(driver: SqliteDriver.Database, options: SqliteOptions) {
    this.#driver = driver;
    this.#options = options;
  }

  tables(): Promise<readonly TableInfo[]> {
    return this.#attempt(() => {
      this.#tables = readCatalogue(this.#driver);
      return this.#tables;
    });
  }

  query(statement: Statement, limit = QUERY_LIMIT): Promise<readonly SqlRow[]> {
    return this.#attempt(() => {
      const { named, rows } = this.#start(statement);
      const found: SqlRow[] = [];
      for (const values of rows) {
        if (found.length === limit)
          throw new ConnectorError('contract', `A statement that should give ${limit} rows at most gave more.`);
        found.push(named(values));
      }
      return found;
    });
  }

  async *stream(statement: Statement): AsyncIterable<readonly SqlRow[]> {
    const { named, rows } = await this.#attempt(() => this.#start(statement));
    this.#open.add(rows);
    try {
      for (let batch = await this.#batch(named, rows); batch.length > 0; batch = await this.#batch(named, rows)) {
        yield batch;
        await setImmediate();
      }
    } finally {
      rows.return?.();
      this.#open.delete(rows);
    }
  }

  scans(statement: Statement): Promise<readonly PlannedScan[]> {
    return this.#attempt(() => scansIn(this.#driver, statement, this.#tables ?? readCatalogue(this.#driver)));
  }

  readOnlyProof(): Promise<ReadOnlyProof> {
    return Promise.resolve({ level: this.#options.proof(), excess: [] });
  }

  close(): Promise<void> {
    this.#open.forEach((rows) => rows.return?.());
    this.#open.clear();
    this.#driver.close();
    return Promise.resolve();
  }

  #start({ text, params }: Statement): { named: (values: DriverValue[]) => SqlRow; rows: IterableIterator<DriverValue[]> } {
    const prepared = this.#driver.prepare<unknown[], DriverValue[]>(text);
    if (!prepared.reader || !prepared.readonly) throw new ConnectorError('permission', 'Only statements that read are run.');
    const statement = prepared.raw(true).safeIntegers(true);
    return { named: rowNamer(statement.columns().map(({ name }) => name)), rows: statement.iterate(...params) };
  }

  #batch(named: (values: DriverValue[]) => SqlRow, rows: Iterator<DriverValue[]>): Promise<readonly SqlRow[]> {
    return this.#attempt(() => {
      const batch: SqlRow[] = [];
      while (batch.length < ROWS_PER_BATCH) {
        const next = rows.next();
        if (next.done === true) break;
        batch.push(named(next.value));
      }
      return batch;
    });
  }

  /** Runs work of the driver: nothing once the search is cancelled, and its errors as ours. */
  async #attempt<T>(work: () => T): Promise<T> {
    if (this.#options.signal.aborted) throw new ConnectorError('aborted', 'The search was cancelled.');
    try {
      return await Promise.resolve(work());
    } catch (error) {
      throw toConnectorError(error);
    }
  }
}
