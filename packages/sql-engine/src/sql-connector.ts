import type { Session, SessionContext } from '@habeas/connector-sdk';
import { z } from 'zod';
import type { SqlDatabase } from './database.js';

/** Limits of one source that protect the database it runs against, as they stand in its configuration. Each has a default. */
export const sqlLimitsSchema = z.strictObject({
  /** A statement whose plan scans a table of more rows than this is refused. */
  scanRowLimit: z.int().nonnegative().default(100_000),
  /** Bytes of one BLOB that travel inside the row's stream; larger ones are fetched in slices. */
  inlineFileBytes: z.int().nonnegative().default(65_536),
  /** Text or bytes of one value beyond which it is left out and noted (`too-large`). Files are not limited by it. */
  maxValueBytes: z.int().min(1_024).default(10_485_760),
});

/** See {@link sqlLimitsSchema}. */
export type SqlLimits = z.output<typeof sqlLimitsSchema>;

/**
 * A session over an open database, driven by the context's data map: what every SQL connector's `open` returns.
 * Throws `InvalidInputError` when the data map does not fit the live schema so far that nothing can be searched.
 */
export type OpenSqlSession = (database: SqlDatabase, context: SessionContext, limits: SqlLimits) => Promise<Session>;
