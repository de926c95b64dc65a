import { setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { abortedError, Lease, Turns } from '@habeas/sql-engine';
import { createConnection, createPool, type Connection, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { timeoutError } from './errors.js';
import { run } from './run.js';

/** How long ending a statement on the server may take before the connection is dropped regardless, in milliseconds. */
const KILL_LIMIT_MS = 2_000;

/** See {@link Lease}. */
export type MysqlLease = Lease<PoolConnection>;

/** What the connections of one source have in common. */
export interface ConnectionSettings {
  readonly options: PoolOptions;
  /** At least two. */
  readonly limit: number;
  /** How long preparing a new connection may take, in milliseconds. */
  readonly setUpLimitMs: number;
  /** Ends everything that is running. */
  readonly signal: AbortSignal;
  /** Prepares a new connection: nothing is run on it before. */
  setUp(connection: PoolConnection): Promise<void>;
}

/** A limited number of connections to one database, each used by one statement at a time. Errors are the driver's own. */
export class Connections {
  readonly #pool: Pool;
  readonly #prepared = new WeakSet<PoolConnection>();
  readonly #leases = new Set<MysqlLease>();
  /** One connection is kept for queries: whoever reads a stream asks them meanwhile, and streams alone could block each other. */
  readonly #streams: Turns;

  /** Follows the request's signal. Whoever waits listens to it, and those may be many. */
  readonly #ended = new AbortController();
  readonly #onAbort = (): void => {
    this.#ended.abort();
  };

  constructor(private readonly settings: ConnectionSettings) {
    this.#streams = new Turns(settings.limit - 1);
    setMaxListeners(0, this.#ended.signal);
    if (settings.signal.aborted) this.#onAbort();
    else settings.signal.addEventListener('abort', this.#onAbort, { once: true });
    this.#pool = createPool({ ...settings.options, connectionLimit: settings.limit });
    // Whoever waits for a lost connection is told; without a listener the same news would end the process
    this.#pool.on('connection', (connection) => connection.on('error', () => undefined));
  }

  /** A connection of one's own, to be released or discarded. Waits for one; rejects when the request is cancelled. */
  lease(): Promise<MysqlLease> {
    return this.#lease(() => undefined);
  }

  /** The same, for as long as a stream takes. */
  async leaseForStream(): Promise<MysqlLease> {
    await this.#streams.take(this.#ended.signal);
    return this.#lease(() => {
      this.#streams.giveBack();
    });
  }

  /** `onEnd` is told once, also where there is no lease in the end. */
  async #lease(onEnd: () => void): Promise<MysqlLease> {
    const connection = await this.#acquire().catch((error: unknown) => {
      onEnd();
      throw error;
    });
    const lease: MysqlLease = new Lease(connection, {
      signal: this.#ended.signal,
      kill: () => this.#kill(connection),
      close: () => {
        closeHard(connection);
      },
      tooLong: timeoutError,
      takeBack: () => {
        connection.release();
      },
      onEnd: () => {
        this.#leases.delete(lease);
        onEnd();
      },
    });
    this.#leases.add(lease);
    if (this.#prepared.has(connection)) return lease;
    try {
      await lease.guard(this.settings.setUp(connection), this.settings.setUpLimitMs);
    } catch (error) {
      await lease.discard();
      throw error;
    }
    this.#prepared.add(connection);
    return lease;
  }

  /** Runs something on a connection, and puts the connection back only if that went well. */
  async use<T>(work: (lease: MysqlLease) => Promise<T>): Promise<T> {
    const lease = await this.lease();
    try {
      const result = await work(lease);
      lease.release();
      return result;
    } catch (error) {
      await lease.discard();
      throw error;
    }
  }

  /** Ends what is running and closes all connections. Safe to call twice. */
  async close(): Promise<void> {
    this.settings.signal.removeEventListener('abort', this.#onAbort);
    await Promise.all([...this.#leases].map((lease) => lease.discard()));
    // A server that is gone cannot be told good-bye
    await new Promise<void>((resolve) => {
      this.#pool.end(() => {
        resolve();
      });
    });
  }

  #acquire(): Promise<PoolConnection> {
    const { signal } = this.#ended;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        reject(abortedError());
      };
      if (signal.aborted) {
        giveUp();
        return;
      }
      signal.addEventListener('abort', giveUp, { once: true });
      this.#pool.getConnection((error, connection) => {
        signal.removeEventListener('abort', giveUp);
        if (error !== null) reject(error);
        else if (signal.aborted) connection.release();
        else resolve(connection);
      });
    });
  }

  /** Ends a connection on the server, from a second one: the server notices a closed socket only when it writes to it. */
  async #kill({ threadId }: PoolConnection): Promise<void> {
    const killer = createConnection({ ...this.settings.options, connectTimeout: KILL_LIMIT_MS });
    killer.on('error', () => undefined); // then the server ends the statement when it writes to the closed socket
    const tooLong = new AbortController();
    try {
      await Promise.race([run(killer, `KILL ${threadId}`), pause(KILL_LIMIT_MS, undefined, { signal: tooLong.signal })]);
    } finally {
      tooLong.abort();
      closeHard(killer);
    }
  }
}

/** The driver only half-closes a connection: a socket with unread rows would stay open for ever. */
function closeHard(connection: Connection): void {
  connection.destroy();
  (connection as unknown as { readonly stream: Socket }).stream.destroy();
}
