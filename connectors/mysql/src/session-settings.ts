import type { PoolConnection } from 'mysql2';
import type { MysqlConfig } from './config.js';
import type { ServerVersion } from './server-version.js';
import { run } from './run.js';

/** A year: the limit of what an unread stream may wait is ours, not the socket's. */
const SOCKET_WAIT_SECONDS = 31_536_000;

/**
 * Puts a connection into the state that every statement relies on: read-only; UTC; the SQL mode under which texts are
 * quoted as the engine quotes them, whatever the server's is; no limit that would cut results short without a word.
 */
export async function applySettings(
  connection: PoolConnection,
  version: ServerVersion,
  config: Pick<MysqlConfig, 'statementTimeoutSeconds' | 'streamTimeoutSeconds'>,
): Promise<void> {
  await run(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  const settings = [
    'NAMES utf8mb4',
    "SESSION sql_mode = ''",
    "SESSION time_zone = '+00:00'",
    'SESSION sql_select_limit = 18446744073709551615',
    'SESSION sql_big_selects = 1',
    `SESSION net_write_timeout = ${SOCKET_WAIT_SECONDS}`,
    `SESSION lock_wait_timeout = ${config.statementTimeoutSeconds}`,
    timeoutSetting(version, config.streamTimeoutSeconds), // most statements of a search are streams
  ];
  await run(connection, `SET ${settings.join(', ')}`);
}

/** The assignment that limits the time of statements. MySQL counts milliseconds and minds only SELECT, MariaDB counts seconds. */
export function timeoutSetting({ product }: ServerVersion, seconds: number): string {
  return product === 'mariadb' ? `SESSION max_statement_time = ${seconds}` : `SESSION max_execution_time = ${seconds * 1_000}`;
}
