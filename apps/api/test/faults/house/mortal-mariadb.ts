import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPrivateServer } from '@habeas/test-servers';
import { createConnection } from 'mysql2/promise';

/** A MariaDB that is killed while it is used, and comes back on the same data. */
export interface MortalMariadb {
  /** The database of the store. */
  readonly url: string;
  /** Ends it as a crash would, and resolves with the milliseconds until it answers again. */
  kill(): Promise<number>;
  stop(): Promise<void>;
}

const BACK_LIMIT_MS = 60_000;

/** Starts one that flushes what it acknowledges: the service refuses any other. */
export async function startMortalMariadb(database: string): Promise<MortalMariadb> {
  let pidFile = '';
  const server = await startPrivateServer('mariadb', {
    restarts: true,
    arguments: (home) => {
      pidFile = join(home, 'pid');
      return ['--innodb-flush-method=fsync', '--innodb-flush-log-at-trx-commit=1'];
    },
  });
  await run(server.url, `CREATE DATABASE ${database}`);
  return {
    url: new URL(database, server.url).href,
    kill: () => killAndWait(server.url, pidFile),
    stop: () => server.stop(),
  };
}

async function killAndWait(url: string, pidFile: string): Promise<number> {
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const begin = performance.now();
  process.kill(pid, 'SIGKILL');
  while (performance.now() - begin < BACK_LIMIT_MS) {
    await pause(20);
    try {
      await run(url, 'SELECT 1');
      return performance.now() - begin;
    } catch {
      // It is on its way back
    }
  }
  throw new Error('MariaDB did not come back within a minute.');
}

async function run(uri: string, sql: string): Promise<void> {
  const connection = await createConnection({ uri, connectTimeout: 1_000 });
  try {
    await connection.query(sql);
  } finally {
    connection.destroy();
  }
}
