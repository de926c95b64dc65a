import { retold, type SqlDatabase } from '@habeas/sql-engine';
import type { PoolConnection, SslOptions } from 'mysql2';
import { readTables } from './catalog/tables.js';
import { tlsMode, type MysqlConfig } from './config.js';
import { connectionOptions, tlsOptions } from './connection-options.js';
import { type Connections, openConnections } from './connections.js';
import { lacksTls, toConnectorError } from './errors.js';
import { proveReadOnly } from './read-only-proof.js';
import { run } from './run.js';
import { scansIn } from './scans.js';
import { parseVersion, type ServerVersion } from './server-version.js';
import { applySettings } from './session-settings.js';
import { Statements } from './statements.js';

const QUERY_LIMIT = 10_000;

/**
 * Connects to a MySQL or MariaDB database. Throws a `ConnectorError` where it cannot: `auth`, `permission`, `not-found`,
 * `transient` or `contract` (TLS). The signal ends everything that runs, on the server too.
 */
export async function openMysql(config: MysqlConfig, signal: AbortSignal): Promise<SqlDatabase> {
  try {
    return await connect(config, signal, tlsOptions(config));
  } catch (error) {
    if (tlsMode(config) === 'preferred' && lacksTls(error)) {
      return telling(() => connect(config, signal, undefined));
    }
    throw toConnectorError(error);
  }
}

async function connect(config: MysqlConfig, signal: AbortSignal, ssl: SslOptions | undefined): Promise<SqlDatabase> {
  let version: ServerVersion | undefined;
  const setUp = async (connection: PoolConnection): Promise<void> => {
    version ??= await askVersion(connection);
    await applySettings(connection, version, config);
  };
  const options = connectionOptions(config, ssl);
  const setUpLimitMs = config.statementTimeoutSeconds * 1_000;
  const connections = openConnections({ options, limit: config.connections, setUpLimitMs, signal, setUp });
  try {
    await connections.use(() => Promise.resolve());
  } catch (error) {
    await connections.close();
    throw error;
  }
  return database(connections, version ?? parseVersion(''), config);
}

async function askVersion(connection: PoolConnection): Promise<ServerVersion> {
  const [row] = await run(connection, 'SELECT VERSION() AS version');
  return parseVersion(String(row?.['version']));
}

function database(connections: Connections, version: ServerVersion, config: MysqlConfig): SqlDatabase {
  const statements = new Statements(connections, version, config);
  const schemasByDefault = config.schemas ?? [config.database];
  return {
    product: version.product,
    system: version.system,
    defaultSchema: config.database,
    tables: (schemas = schemasByDefault) =>
      telling(() => readTables((statement) => statements.query(statement, Infinity), version, schemas)),
    query: (statement, limit = QUERY_LIMIT) => telling(() => statements.query(statement, limit)),
    stream: (statement) => retold(statements.stream(statement), toConnectorError),
    scans: ({ text, params }) =>
      telling(async () => scansIn(await statements.query({ text: `EXPLAIN ${text}`, params }, QUERY_LIMIT), text)),
    readOnlyProof: () => telling(() => proveReadOnly(connections, version)),
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
