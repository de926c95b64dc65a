import { openPostgres } from '../src/open-postgres.js';
import { postgresConfigSchema } from '../src/config.js';
import type { SqlDatabase, SqlRow, Statement } from '@habeas/sql-engine';

/** What a person would write to reach the database behind a URL. */
export function configOf(url: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { hostname, port, username, password, pathname } = new URL(url);
  return { host: hostname, port: Number(port), database: pathname.slice(1), user: username, password, ...more };
}

/** The database behind a URL, opened as the connector opens it. */
export function open(
  url: string,
  more: Readonly<Record<string, unknown>> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<SqlDatabase> {
  return openPostgres(postgresConfigSchema.parse(configOf(url, more)), signal);
}

/** All rows of a stream. */
export async function collect(stream: AsyncIterable<readonly SqlRow[]>): Promise<readonly SqlRow[]> {
  const rows: SqlRow[] = [];
  for await (const batch of stream) rows.push(...batch);
  return rows;
}

/** A statement; without values unless they are given. */
export function statement(text: string, ...params: Statement['params']): Statement {
  return { text, params };
}
