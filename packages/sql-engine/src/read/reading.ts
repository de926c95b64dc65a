import type { ReadRequest, RecordKey, Via } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import { requireBound } from '../binding/require-bound.js';
import type { SqlRow } from '../database.js';
import type { Sql } from '../dialect/sql.js';
import { throwIfAborted, type Engine } from '../engine.js';
import type { ReadPlan } from './passes.js';
import type { RowQuery } from './row-query.js';
import type { Shapes } from './statement-shape.js';
import type { Vias } from './vias.js';

/** What is selected of each row, and what is made of it. */
export interface Columns<T> {
  readonly list: Sql;
  key(row: SqlRow): RecordKey | undefined;
  make(row: SqlRow, key: RecordKey, via: readonly Via[]): T;
}

/** A read in progress. */
export interface Reading<T> {
  readonly engine: Engine;
  readonly collection: BoundCollection;
  readonly plan: ReadPlan;
  readonly vias: Vias;
  readonly withContext: boolean;
  /** A further condition on the collection's rows. */
  readonly filter?: (target: string) => Sql;
  /** Where statements that differ in their keys only are kept, to be written once. */
  readonly shapes?: Shapes;
  columns(query: RowQuery, contextAliases: ReadonlyMap<string, string>): Columns<T>;
  /** To be told of a row whose key is null: it cannot be told apart from others, and is left out. */
  leftOut(): void;
}

/** The collection that is asked for. Throws where it cannot be used, and `aborted` where nothing is to be begun. */
export function collectionToRead(engine: Engine, { collection }: ReadRequest): BoundCollection {
  throwIfAborted(engine);
  return requireBound(engine.map, collection);
}
