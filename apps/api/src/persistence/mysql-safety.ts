import type { DataSource } from 'typeorm';
import { StoreRefused } from './store-fault.js';

interface ServerFacts {
  readonly version: string;
  readonly flush: number | string;
  readonly method: string;
}

/** Throws `StoreRefused` where the server cannot skip locked rows, or where it acknowledges what it has not written (security R1). */
export async function refuseUnsafeServer(dataSource: DataSource, allowsLazyFlush: boolean): Promise<void> {
  const [facts] = await dataSource.query<ServerFacts[]>(
    'SELECT VERSION() AS version, @@innodb_flush_log_at_trx_commit AS flush, @@innodb_flush_method AS method',
  );
  const reason = facts === undefined ? 'The server of the store does not answer.' : unsafeBecause(facts, allowsLazyFlush);
  if (reason !== undefined) throw new StoreRefused(reason);
}

/** Why a server is not safe to keep a store, as an instruction; `undefined` where it is. */
export function unsafeBecause({ version, flush, method }: ServerFacts, allowsLazyFlush: boolean): string | undefined {
  if (!canSkipLocked(version))
    return 'The store needs MySQL 8.0.1 or MariaDB 10.6, or newer: older ones cannot skip locked rows.';
  if (allowsLazyFlush) return undefined;
  if (Number(flush) !== 1) return `The server acknowledges what a power cut undoes. Set innodb_flush_log_at_trx_commit = 1.`;
  if (method.toLowerCase() === 'nosync') return 'The server never waits for its disk. Set innodb_flush_method to its default.';
  return undefined;
}

function canSkipLocked(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/u).map(Number);
  const number = major * 1_000_000 + minor * 1_000 + patch;
  return number >= (/mariadb/iu.test(version) ? 10_006_000 : 8_000_001);
}
