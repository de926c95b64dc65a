import type { Clock, DueLedger, Store } from '@habeas/core';
import type { Engine } from './engine.js';
import type { KeptBlobs } from './kept-blobs.js';
import { migrate } from './migrate.js';
import { openMysql } from './mysql-engine.js';
import { openSqlite } from './sqlite-engine.js';
import { type Around, SqlStore } from './sql-store.js';
import type { CountedStore } from './store-counts.js';
import { withoutValues } from './store-fault.js';
import { type StorePlace, storePlace } from './store-url.js';
import type { Checkpoints } from './trail/checkpoints.js';
import type { Trail } from './trail/trail.js';
import type { Wraps } from './wraps.js';

/** What a store is opened with. */
export interface StoreOptions {
  /** `sqlite:PATH`, or `mysql://…` or `mariadb://…` with the name of a database. */
  readonly url: string;
  /** Transactions at once on a server; 10 where it is missing. SQLite has one. */
  readonly connections?: number;
  /** How long a transaction is tried again while the store is locked or gone, in milliseconds; 10,000 where it is missing. */
  readonly patienceMs?: number;
  /** Accepts a MySQL server that may lose the last second of what it acknowledged. Never for a store that matters (security R1). */
  readonly allowsLazyFlush?: boolean;
  /** Runs around every transaction, such as for a trace. It knows nothing of what is in it. */
  readonly around?: Around;
  /** Stands in for the time of the database; for tests only. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** A store in SQL, with its trail, and with its ledger of steps as it is read by who tells workers of it. */
export interface DurableStore extends Store {
  readonly trail: Trail;
  readonly checkpoints: Checkpoints;
  readonly counted: CountedStore;
  readonly keptBlobs: KeptBlobs;
  readonly wraps: Wraps;
  readonly dueLedger: DueLedger;
}

/**
 * Opens a store and brings its schema up to this version. Throws `StoreRefused` where it must not be used as it is, and
 * `StoreFault` where the database cannot be reached; neither says more about it than a code.
 */
export async function openStore(options: StoreOptions): Promise<DurableStore> {
  const engine = await openEngine(options);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw withoutValues(error);
  }
  return new SqlStore(engine, options.clock, options.around);
}

/** Opens the database of a store and leaves its schema as it is. */
export function openEngine(options: StoreOptions): Promise<Engine> {
  const { connections = 10, patienceMs = 10_000, allowsLazyFlush = false } = options;
  const place: StorePlace = storePlace(options.url);
  return place.product === 'sqlite'
    ? openSqlite(place.path, patienceMs)
    : openMysql({ url: place.url, connections, patienceMs, allowsLazyFlush });
}
