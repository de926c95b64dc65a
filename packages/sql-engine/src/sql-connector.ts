import type { Session, SessionContext } from '@habeas/connector-sdk';
import type { SqlDatabase } from './database.js';

/** Limits of one source that protect the database it runs against. */
export interface SqlLimits {
  /** A statement whose plan scans a table of more rows than this is refused, unless the data map's source allows scans. */
  readonly scanRowLimit: number;
  /** Bytes of one BLOB that travel inside the row's stream; larger ones are fetched in slices. */
  readonly inlineFileBytes: number;
  /** Text or bytes of one value beyond which it is left out and noted (`too-large`). Files are not limited by it. */
  readonly maxValueBytes: number;
}

/**
 * A session over an open database, driven by the context's data map: what every SQL connector's `open` returns.
 * Throws `InvalidInputError` when the data map does not fit the live schema so far that nothing can be searched.
 */
export type OpenSqlSession = (database: SqlDatabase, context: SessionContext, limits: SqlLimits) => Promise<Session>;
