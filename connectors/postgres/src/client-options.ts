import type { ClientConfig } from 'pg';
import { tlsMode, type PostgresConfig } from './config.js';

/** How TLS is to be spoken; `false` means that it is not. */
export type TlsOptions = Exclude<ClientConfig['ssl'], boolean | undefined> | false;

/** What the driver is told. */
export function clientOptions(config: PostgresConfig, ssl: TlsOptions): ClientConfig {
  return {
    host: config.host,
    port: config.port,
    database: config.database,
    user: config.user,
    password: config.password.reveal(),
    connectionTimeoutMillis: config.connectTimeoutSeconds * 1_000,
    client_encoding: 'UTF8',
    application_name: 'habeas',
    keepAlive: true,
    ssl,
  };
}

/** See {@link TlsOptions}. */
export function tlsOptions(config: PostgresConfig): TlsOptions {
  const mode = tlsMode(config);
  if (mode === 'disabled') return false;
  const { ca, certificate, key } = config.tls;
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: mode === 'required' || ca !== undefined,
    host: config.host, // an address is verified against the certificate as well; the driver passes on names only
    ...(ca === undefined ? {} : { ca }),
    ...(certificate === undefined ? {} : { cert: certificate }),
    ...(key === undefined ? {} : { key: key.reveal() }),
  };
}
