import { ConnectorError } from '@habeas/connector-sdk';
import type { SqlRow, Statement } from '@habeas/sql-engine';
import type { CustomTypesConfig } from 'pg';
import type { PostgresConfig } from './config.js';
import type { Connections, PostgresLease } from './connections.js';
import { RowBatches } from './row-batches.js';
import { openCursor, run } from './run.js';

/** Runs the engine's statements, in transactions that may only read. */
export class Statements {
  constructor(
    private readonly connections: Connections,
    private readonly types: CustomTypesConfig,
    private readonly config: Pick<PostgresConfig, 'statementTimeoutSeconds' | 'streamTimeoutSeconds'>,
  ) {}

  /** All rows of a small result. */
  async query(statement: Statement, limit: number): Promise<readonly SqlRow[]> {
    return this.connections.use(async (lease) => {
      const cursor = openCursor(lease.connection, statement, this.types);
      const rows = await this.#wait(lease, cursor.read(limit + 1));
      await this.#wait(lease, cursor.close());
      if (rows.length > limit) throw tooManyRows(limit);
      return rows as SqlRow[];
    });
  }

  /** A result of any size, as one statement sees it: later changes by others do not show. */
  async *stream(statement: Statement): AsyncGenerator<readonly SqlRow[]> {
    const lease = await this.connections.leaseForStream();
    let isOpen = true;
    try {
      await this.#wait(lease, run(lease.connection, this.#begin()));
      const batches = new RowBatches(openCursor(lease.connection, statement, this.types), lease.connection);
      for (;;) {
        const batch = await this.#wait(lease, batches.next());
        if (isOpen && batches.isThrough) {
          // Whoever waits for a connection need not wait for the reader of what has come
          await this.#wait(lease, run(lease.connection, 'COMMIT'));
          lease.release();
          isOpen = false;
        }
        if (batch === undefined) return;
        yield batch;
      }
    } finally {
      await lease.discard();
    }
  }

  /** The server counts the time a reader takes between two batches as the statement's own. */
  #begin(): string {
    return `BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = '${this.config.streamTimeoutSeconds}s'`;
  }

  /** The server's own limit comes first; ours is for what it does not mind. */
  #wait<T>(lease: PostgresLease, work: Promise<T>): Promise<T> {
    return lease.guard(work, (this.config.statementTimeoutSeconds + 5) * 1_000);
  }
}

function tooManyRows(limit: number): ConnectorError {
  return new ConnectorError('contract', `The database returned more than ${limit} rows where so many were not expected.`);
}
