import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { abortedError, Lease, Turns } from '@habeas/sql-engine';
import { Client, Pool, type ClientConfig, type PoolClient } from 'pg';
import { timeoutError } from './errors.js';

/** How long ending a statement on the server may take before the connection is dropped regardless, in milliseconds. */
const KILL_LIMIT_MS = 2_000;

/** See {@link Lease}. */
export type PostgresLease = Lease<PoolClient>;

/** What the connections of one source have in common. */
export interface ConnectionSettings {
  readonly options: ClientConfig;
  /** At least two. */
  readonly limit: number;
  /** How long preparing a new connection may take, in milliseconds. */
  readonly setUpLimitMs: number;
  /** Ends everything that is running. */
  readonly signal: AbortSignal;
  /** Prepares a new connection: nothing is run on it before. */
  setUp(client: PoolClient): Promise<void>;
}

/** A limited number of connections to one database, each used by one statement at a time. Errors are the driver's own. */
export class Connections {
  readonly #pool: Pool;
  readonly #prepared = new WeakSet<PoolClient>();
  readonly #leases = new Set<PostgresLease>();
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
    // The pool's own time limit for connecting would apply to waiting in line as well: the clients keep it
    class TimedClient extends Client {
      constructor() {
        super(settings.options);
      }
    }
    this.#pool = new Pool({ max: settings.limit, idleTimeoutMillis: 0, Client: TimedClient });
    // Whoever waits for a lost connection is told; without a listener the same news would end the process
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** A connection of one's own, to be released or discarded. Waits for one; rejects when the request is cancelled. */
  lease(): Promise<PostgresLease> {
    return this.#lease(() => undefined);
  }

  /** The same, for as long as a stream takes. */
  async leaseForStream(): Promise<PostgresLease> {
    await this.#streams.take(this.#ended.signal);
    return this.#lease(() => {
      this.#streams.giveBack();
    });
  }

  /** `onEnd` is told once, also where there is no lease in the end. */
  async #lease(onEnd: () => void): Promise<PostgresLease> {
    const client = await this.#acquire().catch((error: unknown) => {
      onEnd();
      throw error;
    });
    const lease: PostgresLease = new Lease(client, {
      signal: this.#ended.signal,
      kill: () => this.#kill(client),
      close: () => {
        client.release(true);
        client.connection.stream.destroy();
      },
      tooLong: timeoutError,
      takeBack: () => {
        client.release();
      },
      onEnd: () => {
        this.#leases.delete(lease);
        onEnd();
      },
    });
    this.#leases.add(lease);
    if (this.#prepared.has(client)) return lease;
    try {
      await lease.guard(this.settings.setUp(client), this.settings.setUpLimitMs);
    } catch (error) {
      await lease.discard();
      throw error;
    }
    this.#prepared.add(client);
    return lease;
  }

  /** Runs something on a connection, and puts the connection back only if that went well. */
  async use<T>(work: (lease: PostgresLease) => Promise<T>): Promise<T> {
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
    if (!this.#pool.ending) await this.#pool.end();
  }

  #acquire(): Promise<PoolClient> {
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
      this.#pool.connect((error, client) => {
        signal.removeEventListener('abort', giveUp);
        if (client === undefined) reject(error ?? new Error('Connection terminated'));
        else if (signal.aborted) client.release();
        else resolve(client);
      });
    });
  }

  /** Ends a connection on the server, from a second one: the server notices a closed socket only when it writes to it. */
  async #kill(client: PoolClient): Promise<void> {
    const { processID } = client as unknown as { readonly processID: number };
    const killer = new Client({ ...this.settings.options, connectionTimeoutMillis: KILL_LIMIT_MS });
    killer.on('error', () => undefined); // then the server ends the statement when it writes to the closed socket
    const tooLong = new AbortController();
    const ended = killer.connect().then(() => killer.query('SELECT pg_catalog.pg_terminate_backend($1)', [processID]));
    ended.catch(() => undefined);
    try {
      await Promise.race([ended, pause(KILL_LIMIT_MS, undefined, { signal: tooLong.signal })]);
    } finally {
      tooLong.abort();
      killer.connection.stream.destroy();
    }
  }
}
