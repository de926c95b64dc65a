import { Secret } from '@habeas/connector-sdk';
import { sqlLimitsSchema } from '@habeas/sql-engine';
import { z } from 'zod';

const seconds = z
  .int()
  .positive()
  .max(86_400 * 20);
const secretText = z.string().transform((text) => new Secret(text));

const tlsSchema = z.strictObject({
  /** `required` encrypts and verifies; `preferred` encrypts where the server can, and verifies only with `ca`; by default `required`, but `disabled` on a loopback address. */
  mode: z.enum(['required', 'preferred', 'disabled']).optional(),
  /** The authority that signed the server's certificate, as PEM text. Node's own list where it is absent. */
  ca: z.string().min(1).optional(),
  /** A client certificate and its key, as PEM text, where the server asks for one. */
  certificate: z.string().min(1).optional(),
  key: secretText.optional(),
});

/** What a PostgreSQL source needs. */
export const postgresConfigSchema = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(5432),
  database: z.string().min(1),
  /** An account that may only read: see the README. */
  user: z.string().min(1),
  password: secretText,
  tls: tlsSchema.prefault({}),
  /** The most connections at a time, one of them kept for short queries. Ending a statement takes a further one for a moment. */
  connections: z.int().min(2).max(16).default(4),
  connectTimeoutSeconds: seconds.default(10),
  /** How long the server may work on one statement, wait for a lock, and stay silent within a stream. */
  statementTimeoutSeconds: seconds.default(60),
  /** How long one stream may take, the time in which nobody reads from it included. */
  streamTimeoutSeconds: seconds.default(3_600),
  /** The schemas to look at beside those that the data map names; the first is the one that unqualified table names mean. */
  schemas: z.array(z.string().min(1)).min(1).default(['public']),
  limits: sqlLimitsSchema.prefault({}),
});

/** See {@link postgresConfigSchema}. */
export type PostgresConfig = z.output<typeof postgresConfigSchema>;

/** How the connection is to be encrypted, when the configuration leaves it open. */
export function tlsMode({ host, tls }: Pick<PostgresConfig, 'host' | 'tls'>): 'required' | 'preferred' | 'disabled' {
  return tls.mode ?? (isLoopback(host) ? 'disabled' : 'required');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
