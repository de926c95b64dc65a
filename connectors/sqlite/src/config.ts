import { sqlLimitsSchema } from '@habeas/sql-engine';
import { z } from 'zod';

/** What a SQLite source needs. */
export const sqliteConfigSchema = z.strictObject({
  /** The database file, from the configuration's folder. */
  file: z
    .string()
    .min(1)
    .refine((file) => file !== ':memory:', 'a database in memory holds nobody'),
  /** How long to wait for a writer that holds the file locked. */
  busyTimeoutMs: z.int().min(0).max(60_000).default(5_000),
  limits: sqlLimitsSchema.prefault({}),
});

/** See {@link sqliteConfigSchema}. */
export type SqliteConfig = z.output<typeof sqliteConfigSchema>;
