import { retold, type SqlDatabase } from '@habeas/sql-engine';
import type { PoolClient } from 'pg';
import type { Ask } from './catalog/catalog-rows.js';
import { readTables } from './catalog/tables.js';
import { clientOptions, tlsOptions, type TlsOptions } from './client-options.js';
import { tlsMode, type PostgresConfig } from './config.js';
import { type Connections, openConnections } from './connections.js';
import { lacksTls, toConnectorError } from './errors.js';
import { proveReadOnly } from './read-only-proof.js';
import { ask } from './run.js';
import { scansIn } from './scans.js';
import { applySettings } from './session-settings.js';
import { Statements } from './statements.js';
import { typeParsers, type ArrayType } from './values/type-parsers.js';

const QUERY_LIMIT = 10_000;

/**
 * Connects to a PostgreSQL database. Throws a `ConnectorError` where it cannot: `auth`, `not-found`, `transient`,
 * `throttle` or `contract` (TLS). The signal ends everything that runs, on the server too.
 */
export async function openPostgres(config: PostgresConfig, signal: AbortSignal): Promise<SqlDatabase> {
  try {
    return await connect(config, signal, tlsOptions(config));
  } catch (error) {
    if (tlsMode(config) === 'preferred' && lacksTls(error)) return telling(() => connect(config, signal, false));
    throw toConnectorError(error);
  }
}

async function connect(config: PostgresConfig, signal: AbortSignal, ssl: TlsOptions): Promise<SqlDatabase> {
  const connections = openConnections({
    options: clientOptions(config, ssl),
    limit: config.connections,
    setUpLimitMs: config.statementTimeoutSeconds * 1_000,
    signal,
    setUp: (client: PoolClient) => applySettings(client, config),
  });
  try {
    const asking: Ask = (sql, params) => connections.use((lease) => lease.guard(ask(lease.connection, sql, params)));
    const [server] = await asking(SERVER, []);
    const arrays = (await asking(ARRAY_TYPES, [])) as unknown as readonly ArrayType[];
    const statements = new Statements(connections, typeParsers(arrays), config);
    return database({ connections, statements, asking, config, system: `PostgreSQL ${String(server?.['version'])}` });
  } catch (error) {
    await connections.close();
    throw error;
  }
}

/** `15.4`, without what distributors put behind it. */
const SERVER = `SELECT substring(current_setting('server_version') FROM '^[^ ]+') AS version`;

const ARRAY_TYPES = `
SELECT t.oid::int8::float8 AS oid, coalesce(nullif(e.typbasetype, 0), e.oid)::int8::float8 AS element, e.typdelim::text AS delimiter
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_type e ON e.oid = t.typelem
WHERE t.typcategory = 'A' AND t.typlen = -1`;

interface Parts {
  readonly connections: Connections;
  readonly statements: Statements;
  readonly asking: Ask;
  readonly config: PostgresConfig;
  readonly system: string;
}

function database({ connections, statements, asking, config, system }: Parts): SqlDatabase {
  return {
    product: 'postgres',
    system,
    defaultSchema: config.schemas[0] ?? 'public',
    tables: (schemas = config.schemas) => telling(() => readTables(asking, schemas)),
    query: (statement, limit = QUERY_LIMIT) => telling(() => statements.query(statement, limit)),
    stream: (statement) => retold(statements.stream(statement), toConnectorError),
    scans: ({ text, params }) =>
      telling(async () => {
        const [row] = await statements.query({ text: `EXPLAIN (VERBOSE, FORMAT JSON) ${text}`, params }, QUERY_LIMIT);
        return scansIn(row?.['QUERY PLAN'], asking);
      }),
    readOnlyProof: () => telling(() => proveReadOnly(asking)),
    close: () => connections.close(),
  };
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toConnectorError(error);
  }
}
