import type { Socket } from 'node:net';
import { type Lease, Leases } from '@habeas/sql-engine';
import { type Connection, createConnection, createPool, type PoolConnection, type PoolOptions } from 'mysql2';
import { timeoutError } from './errors.js';
import { run } from './run.js';

/** How long the connection that ends another one may take to open, in milliseconds. */
const KILLER_LIMIT_MS = 2_000;

/** See {@link Leases}. */
export type Connections = Leases<PoolConnection>;

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
  readonly setUp: (connection: PoolConnection) => Promise<void>;
}

/** The connections of one source. Nothing is opened yet. */
export function openConnections({ options, setUp, ...bounds }: ConnectionSettings): Connections {
  const pool = createPool({ ...options, connectionLimit: bounds.limit });
  // Whoever waits for a lost connection is told; without a listener the same news would end the process
  pool.on('connection', (connection) => connection.on('error', () => undefined));
  return new Leases<PoolConnection>(
    {
      acquire: () =>
        new Promise((resolve, reject) => {
          pool.getConnection((error, connection) => {
            if (error === null) resolve(connection);
            else reject(error);
          });
        }),
      setUp,
      takeBack: (connection) => {
        connection.release();
      },
      kill: ({ threadId }) => {
        const killer = createConnection({ ...options, connectTimeout: KILLER_LIMIT_MS });
        killer.on('error', () => undefined); // then the server ends the statement when it writes to the closed socket
        return {
          ended: run(killer, `KILL ${threadId}`),
          close: () => {
            closeHard(killer);
          },
        };
      },
      close: closeHard,
      tooLong: timeoutError,
      // A server that is gone cannot be told good-bye
      end: () =>
        new Promise((resolve) => {
          pool.end(() => {
            resolve();
          });
        }),
    },
    bounds,
  );
}

/** The driver only half-closes a connection: a socket with unread rows would stay open for ever. */
function closeHard(connection: Connection): void {
  connection.destroy();
  (connection as unknown as { readonly stream: Socket }).stream.destroy();
}
