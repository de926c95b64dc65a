import { type Lease, Leases } from '@habeas/sql-engine';
import { Client, type ClientConfig, Pool, type PoolClient } from 'pg';
import { timeoutError } from './errors.js';

/** How long the connection that ends another one may take to open, in milliseconds. */
const KILLER_LIMIT_MS = 2_000;

/** See {@link Leases}. */
export type Connections = Leases<PoolClient>;

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
  readonly setUp: (client: PoolClient) => Promise<void>;
}

/** The connections of one source. Nothing is opened yet. */
export function openConnections({ options, setUp, ...bounds }: ConnectionSettings): Connections {
  const pool = poolOf(options, bounds.limit);
  return new Leases<PoolClient>(
    {
      acquire: () => pool.connect(),
      setUp,
      takeBack: (client) => {
        client.release();
      },
      kill: (client) => killing(client, options),
      close: (client) => {
        client.release(true);
        client.connection.stream.destroy();
      },
      tooLong: timeoutError,
      end: async () => {
        if (!pool.ending) await pool.end();
      },
    },
    bounds,
  );
}

function poolOf(options: ClientConfig, limit: number): Pool {
  // The pool's own time limit for connecting would apply to waiting in line as well: the clients keep it
  class TimedClient extends Client {
    constructor() {
      super(options);
    }
  }
  const pool = new Pool({ max: limit, idleTimeoutMillis: 0, Client: TimedClient });
  // Whoever waits for a lost connection is told; without a listener the same news would end the process
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function killing(client: PoolClient, options: ClientConfig): { readonly ended: Promise<unknown>; close(): void } {
  const { processID } = client as unknown as { readonly processID: number };
  const killer = new Client({ ...options, connectionTimeoutMillis: KILLER_LIMIT_MS });
  killer.on('error', () => undefined); // then the server ends the statement when it writes to the closed socket
  return {
    ended: killer.connect().then(() => killer.query('SELECT pg_catalog.pg_terminate_backend($1)', [processID])),
    close: () => {
      killer.connection.stream.destroy();
    },
  };
}
