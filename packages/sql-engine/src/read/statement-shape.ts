import type { Sql } from '../dialect/sql.js';
import type { Aliases } from './aliases.js';
import type { OwnedPath } from './owned-paths.js';
import type { RowQuery } from './row-query.js';

/** A statement of a read, written once for all keys it may have. */
export interface StatementShape {
  readonly query: RowQuery;
  /** Of the tables joined for context, by the names of the references that lead there. */
  readonly contextAliases: ReadonlyMap<string, string>;
  /** With open parts where the keys of the roots stand. */
  readonly body: Sql;
  readonly aliases: Aliases;
  /** Whether its plan has to be asked for before it runs. */
  readonly isMinded: boolean;
}

/** The statements that are kept for a collection: by the number of its own keys, or by the path from one root. */
export type Shapes = Map<number | OwnedPath, StatementShape>;
