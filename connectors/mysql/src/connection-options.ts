import type { PoolOptions, SslOptions } from 'mysql2';
import { tlsMode, type MysqlConfig } from './config.js';

/** What the driver is told: no statements in a row, no files of ours for the server, every value in its faithful form. */
export function connectionOptions(config: MysqlConfig, ssl: SslOptions | undefined): PoolOptions {
  return {
    host: config.host,
    port: config.port,
    database: config.database,
    user: config.user,
    password: config.password.reveal(),
    connectTimeout: config.connectTimeoutSeconds * 1_000,
    charset: 'utf8mb4',
    multipleStatements: false,
    flags: ['-LOCAL_FILES'],
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    decimalNumbers: false,
    jsonStrings: true,
    maxPreparedStatements: 64,
    ...(ssl === undefined ? {} : { ssl }),
  };
}

/** How TLS is to be spoken; `undefined` means that it is not. */
export function tlsOptions(config: MysqlConfig): SslOptions | undefined {
  const mode = tlsMode(config);
  if (mode === 'disabled') return undefined;
  const { ca, certificate, key } = config.tls;
  const verifies = mode === 'required' || ca !== undefined;
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: verifies,
    verifyIdentity: verifies,
    ...(ca === undefined ? {} : { ca }),
    ...(certificate === undefined ? {} : { cert: certificate }),
    ...(key === undefined ? {} : { key: key.reveal() }),
  };
}
