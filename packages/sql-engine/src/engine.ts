import { randomUUID } from 'node:crypto';
import { ConnectorError, type SessionContext } from '@habeas/connector-sdk';
import type { BoundMap } from './binding/bound-map.js';
import type { SqlDatabase, Statement } from './database.js';
import { dialectOf } from './dialect/dialect-of.js';
import type { Dialect } from './dialect/dialect.js';
import { toStatement, type Sql } from './dialect/sql.js';
import type { SqlLimits } from './sql-connector.js';
import { ScanGuard } from './scan-guard.js';

/** What every part of a session works with. */
export interface Engine {
  readonly database: SqlDatabase;
  readonly dialect: Dialect;
  readonly map: BoundMap;
  readonly limits: SqlLimits;
  readonly guard: ScanGuard;
  readonly phoneRegion: string | undefined;
  /** See `SelectionRules`. */
  readonly omission: string;
  readonly signal: AbortSignal;
}

/** Puts together what a session works with. */
export function engineFor(database: SqlDatabase, map: BoundMap, context: SessionContext, limits: SqlLimits): Engine {
  const dialect = dialectOf(database.product);
  return {
    database,
    dialect,
    map,
    limits,
    guard: new ScanGuard(database, dialect, limits.scanRowLimit),
    phoneRegion: context.phoneRegion,
    omission: `omitted-${randomUUID()}`,
    signal: context.signal,
  };
}

/** A statement in the product's words. Throws `quota` where it would carry more values than the product takes. */
export function statementOf(piece: Sql, { dialect }: Engine, collection: string): Statement {
  const statement = toStatement(piece, (position) => dialect.placeholder(position));
  if (statement.params.length <= dialect.mostParams) return statement;
  const remedy =
    'Leave identifiers that stand on every row of a large table out of the data map: owned references reach those rows.';
  throw new ConnectorError('quota', `Too many matches own rows of "${collection}" for one statement.`, { collection, remedy });
}

/** Throws `aborted` once the context's signal has. */
export function throwIfAborted({ signal }: Engine): void {
  if (signal.aborted) throw abortedError();
}

/** The error of whatever a cancelled request has ended. */
export function abortedError(): ConnectorError {
  return new ConnectorError('aborted', 'The search was cancelled.');
}
