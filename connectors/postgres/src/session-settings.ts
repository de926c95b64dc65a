import type { PoolClient } from 'pg';
import type { PostgresConfig } from './config.js';
import { ask, run } from './run.js';

/** Types of extensions (citext) compare as they should only where their schema is searched for operators. */
const SEARCH_PATH = `
SELECT set_config('search_path', string_agg(quote_ident(name), ', '), false)
FROM unnest($1::text[] || ARRAY(
  SELECT DISTINCT n.nspname::text FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
)) AS name`;

/**
 * Puts a connection into the state that every statement relies on: read-only, in UTC, printing values in one faithful way
 * whatever the server's settings are. `row_security = off` makes a table that would hide rows from the account an error
 * instead of a result that is silently too short.
 */
export async function applySettings(
  client: PoolClient,
  config: Pick<PostgresConfig, 'schemas' | 'statementTimeoutSeconds'>,
): Promise<void> {
  const settings: Readonly<Record<string, string>> = {
    default_transaction_read_only: 'on',
    statement_timeout: `${config.statementTimeoutSeconds}s`,
    lock_timeout: `${config.statementTimeoutSeconds}s`,
    idle_in_transaction_session_timeout: '300s',
    row_security: 'off',
    DateStyle: 'ISO',
    IntervalStyle: 'iso_8601',
    TimeZone: 'UTC',
    bytea_output: 'hex',
    extra_float_digits: '1',
    standard_conforming_strings: 'on',
    xmloption: 'content',
  };
  const all = Object.entries(settings).map(([name, value]) => `SET SESSION ${name} = '${value}'`);
  await run(client, all.join('; '));
  await ask(client, SEARCH_PATH, [config.schemas]);
}
