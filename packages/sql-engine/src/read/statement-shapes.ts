import type { RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import { and, compact, filled, join, sql, type Sql } from '../dialect/sql.js';
import type { Engine } from '../engine.js';
import { oncePerPair } from '../once.js';
import { Aliases } from './aliases.js';
import { contextJoins } from './context-joins.js';
import { type AnyKey, OpenKey, type Writing } from './membership.js';
import type { OwnedPath } from './owned-paths.js';
import type { Pass } from './passes.js';
import type { Reading } from './reading.js';
import { afterKey, rowsAlong, rowsAlongAll, rowsByKey, withWalks, type RootedPath, type RowQuery } from './row-query.js';
import { selectList } from './selection.js';
import type { Shapes, StatementShape } from './statement-shape.js';

/** Kept for each session and collection, whose records are read with the same columns each time. */
export const shapesOf = oncePerPair((_engine: Engine, _collection: BoundCollection): Shapes => new Map());

/** More keys than these are seldom the same number twice. */
const MOST_KEYS = 4;

/** The statement of a pass, and what has to be known of it. */
export interface WrittenPass {
  readonly shape: StatementShape;
  readonly body: Sql;
}

/** Writes the statement of one pass, or takes the one that was written for other keys. `after`: only rows after that key. */
export function written<T>(reading: Reading<T>, pass: Pass, after: RecordKey | undefined): WrittenPass {
  const keyed = after === undefined ? keyedPass(pass) : undefined;
  const { shapes } = reading;
  if (shapes === undefined || keyed === undefined) {
    const shape = shapeOf(reading, pass, after);
    return { shape, body: shape.body };
  }
  const shape = shapes.get(keyed.id) ?? shapeOf(reading, keyed.open(), undefined);
  shapes.set(keyed.id, shape);
  return { shape, body: filled(shape.body, keyed.keys) };
}

/** A pass whose keys may be open. */
type OpenPass =
  | Pass
  | { readonly kind: 'own'; readonly keys: readonly AnyKey[] }
  | { readonly kind: 'along'; readonly rooted: RootedPath<AnyKey> };

/** A pass that differs from others of its kind in its keys only. */
interface KeyedPass {
  readonly id: number | OwnedPath;
  readonly keys: readonly RecordKey[];
  open(): OpenPass;
}

function keyedPass(pass: Pass): KeyedPass | undefined {
  if (pass.kind === 'all') return undefined;
  if (pass.kind === 'own') {
    const { keys } = pass;
    const open = (): OpenPass => ({ kind: 'own', keys: keys.map((_, number) => new OpenKey(number)) });
    return keys.length > MOST_KEYS ? undefined : { id: keys.length, keys, open };
  }
  const { path, roots } = pass.rooted;
  const [only, second] = roots;
  if (only === undefined || second !== undefined) return undefined;
  const open = (): OpenPass => ({
    kind: 'along',
    rooted: { path, roots: [{ key: new OpenKey(0), ordinal: only.ordinal }] },
  });
  return { id: path, keys: [only.key], open };
}

function shapeOf<T>(reading: Reading<T>, pass: OpenPass, after: RecordKey | undefined): StatementShape {
  const { engine, collection } = reading;
  const writing: Writing = { map: engine.map, dialect: engine.dialect, aliases: new Aliases() };
  const query = queryOf(pass, collection, writing);
  const context = reading.withContext ? contextJoins(collection, query.target, writing) : undefined;
  const contextAliases = context?.aliases ?? new Map<string, string>();
  const { list: columns } = reading.columns(query, contextAliases);
  const list = query.internal.length === 0 ? columns : sql`${columns}, ${selectList(query.internal, engine.dialect)}`;
  const where = and([
    query.where,
    ...(after === undefined ? [] : [afterKey(collection, query.target, after, writing)]),
    ...(reading.filter === undefined ? [] : [reading.filter(query.target)]),
  ]);
  const select = sql`SELECT ${list} FROM ${query.from}${context?.joins ?? sql``} WHERE ${where} ORDER BY ${join(query.order, ', ')}`;
  const { aliases } = writing;
  const body = compact(withWalks(query.walks, select));
  return { query, contextAliases, body, aliases, isMinded: engine.guard.minds(aliases) };
}

function queryOf(pass: OpenPass, collection: BoundCollection, writing: Writing): RowQuery {
  switch (pass.kind) {
    case 'own':
      return rowsByKey(collection, pass.keys, writing);
    case 'along':
      return rowsAlong(collection, pass.rooted, writing);
    case 'all':
      return rowsAlongAll(collection, pass.paths, writing);
  }
}
