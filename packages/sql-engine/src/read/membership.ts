import type { RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection, BoundField, BoundMap, BoundReference } from '../binding/bound-map.js';
import { requireBound } from '../binding/require-bound.js';
import type { ColumnInfo, TableInfo } from '../database.js';
import type { Dialect } from '../dialect/dialect.js';
import { ALWAYS, and, isIn, join, open, or, sql, verbatim, type Sql } from '../dialect/sql.js';
import { keyParam } from '../value/key-codec.js';
import type { Aliases, Sought } from './aliases.js';
import type { OwnedPath, OwnedStep } from './owned-paths.js';

/** A root, and its number among the roots of a request. */
export interface NumberedRoot<Key = RecordKey> {
  readonly key: Key;
  readonly ordinal: number;
}

/** A key that is given when the statement is made: its number among those given. */
export class OpenKey {
  constructor(readonly number: number) {}
}

/** A key, given now or when the statement is made. */
export type AnyKey = RecordKey | OpenKey;

/** Which rows belong to which roots along one path, as parts of a statement. */
export interface Membership {
  /** Recursive queries that stand before the statement. */
  readonly walks: readonly Sql[];
  readonly from: Sql;
  readonly where: Sql;
  /** The alias of the collection that the path leads to. */
  readonly target: string;
  /** The ordinal of the root a row belongs to. */
  readonly root: Sql;
}

/** What statements are written with. */
export interface Writing {
  readonly map: BoundMap;
  readonly dialect: Dialect;
  readonly aliases: Aliases;
}

/** A path's membership: the joins from its roots down to the rows that belong to them. */
export function membershipOf(path: OwnedPath, roots: readonly NumberedRoot<AnyKey>[], writing: Writing): Membership {
  const [first, ...rest] = path.steps;
  const short = first === undefined ? undefined : withoutRootTable(first, path, roots, writing);
  const start = short ?? atRoots(requireBound(writing.map, path.root), roots, writing);
  return (short === undefined ? path.steps : rest).reduce((reached, step) => stepDown(reached, step, writing), start);
}

/** The rows of one collection that have one of these keys. */
export function atRoots(collection: BoundCollection, roots: readonly NumberedRoot<AnyKey>[], writing: Writing): Membership {
  const target = writing.aliases.of(collection.table, keyNames(collection));
  const columns = collection.key.map(({ column }) => writing.dialect.name(target, column.name));
  return {
    walks: [],
    from: sql`${tableSql(collection.table, writing.dialect)} AS ${writing.dialect.name(target)}`,
    ...rootConditions(columns, collection.key, roots, writing.dialect),
    target,
  };
}

/**
 * Children that hold their root's whole key as integers need no look at the root's table. (Equal texts may differ under a
 * collation: there the root's own key decides.)
 */
function withoutRootTable(
  { references, repeats }: OwnedStep,
  path: OwnedPath,
  roots: readonly NumberedRoot<AnyKey>[],
  writing: Writing,
): Membership | undefined {
  const [reference] = references;
  if (reference === undefined || repeats) return undefined;
  const { key } = requireBound(writing.map, path.root);
  const held = key.map(({ column }) => reference.on.find(({ to }) => to.name === column.name));
  if (reference.on.length !== key.length || held.some((pair) => pair === undefined || !isInteger(pair.from, pair.to)))
    return undefined;
  const child = requireBound(writing.map, reference.from).table;
  const names = held.map((pair) => pair?.from.name ?? '');
  const target = writing.aliases.of(child, names);
  const columns = names.map((name) => writing.dialect.name(target, name));
  return {
    walks: [],
    from: sql`${tableSql(child, writing.dialect)} AS ${writing.dialect.name(target)}`,
    ...rootConditions(columns, key, roots, writing.dialect),
    target,
  };
}

function isInteger(...columns: readonly ColumnInfo[]): boolean {
  return columns.every(({ type }) => type === 'integer' || type === 'big-integer');
}

function rootConditions(
  columns: readonly Sql[],
  key: readonly BoundField[],
  roots: readonly NumberedRoot<AnyKey>[],
  dialect: Dialect,
): Pick<Membership, 'where' | 'root'> {
  const where = hasKey(
    columns,
    key,
    roots.map((root) => root.key),
    dialect,
  );
  const [only] = roots;
  if (only !== undefined && roots.length === 1) return { where, root: verbatim(String(only.ordinal)) };
  const cases = roots.map(
    (root) => sql`WHEN ${hasKey(columns, key, [root.key], dialect)} THEN ${verbatim(String(root.ordinal))}`,
  );
  return { where, root: sql`CASE ${join(cases, ' ')} END` };
}

/** That columns hold one of these keys. */
export function hasKey(columns: readonly Sql[], key: readonly BoundField[], keys: readonly AnyKey[], dialect: Dialect): Sql {
  const params = keys.map((values) => key.map((field, index) => partOf(values, index, (part) => keyParam(part, field, dialect))));
  const [column] = columns;
  if (columns.length === 1 && column !== undefined) {
    return isIn(
      column,
      params.map((values) => join(values, '')),
    );
  }
  return or(params.map((values) => and(columns.map((each, index) => sql`${each} = ${values[index] ?? sql`NULL`}`))));
}

function partOf(key: AnyKey, part: number, toSql: (part: RecordKey[number]) => Sql): Sql {
  return key instanceof OpenKey ? open(key.number, part, toSql) : toSql(key[part] ?? '');
}

function stepDown(reached: Membership, step: OwnedStep, writing: Writing): Membership {
  return step.repeats ? walkDown(reached, step, writing) : joinDown(reached, step.references, writing);
}

/** The rows that refer to those reached so far. */
export function joinDown(reached: Membership, references: readonly BoundReference[], writing: Writing): Membership {
  const child = requireBound(writing.map, references[0]?.from ?? '').table;
  const target = writing.aliases.of(child, soughtBy(references, writing.dialect));
  const table = sql`${tableSql(child, writing.dialect)} AS ${writing.dialect.name(target)}`;
  return {
    ...reached,
    from: sql`${reached.from} JOIN ${table} ON ${refers(references, target, reached.target, writing.dialect)}`,
    target,
  };
}

/** That a row (by one of the references) refers to another; the side that is searched stays as an index has it. */
function refers(references: readonly BoundReference[], child: string, parent: string, dialect: Dialect): Sql {
  const conditions = references.map(({ on }) =>
    and(
      on.map(({ from, to }) =>
        dialect.equals(
          { value: dialect.name(child, from.name), column: from },
          { value: dialect.name(parent, to.name), column: to },
        ),
      ),
    ),
  );
  return conditions.length === 1 ? and(conditions) : or(conditions);
}

/** `UNION` keeps each row once for each root, so the walk ends where the data form a cycle. */
function walkDown(reached: Membership, { references }: OwnedStep, writing: Writing): Membership {
  const { dialect, aliases } = writing;
  const collection = requireBound(writing.map, references[0]?.from ?? '');
  const walk = aliases.walk();
  const first = joinDown(reached, references, writing);
  const [byKey, byParent] = [keyNames(collection), soughtBy(references, dialect)];
  const parent = aliases.of(collection.table, byKey);
  const child = aliases.of(collection.table, byParent);
  const target = aliases.of(collection.table, byKey);
  const keyOf = (alias: string): Sql =>
    join(
      collection.key.map(({ column }) => dialect.name(alias, column.name)),
      ', ',
    );
  const names = collection.key.map((_, index) => `k${index}`);
  const onKey = (alias: string): Sql =>
    and(
      collection.key.map(
        ({ column }, index) => sql`${dialect.name(alias, column.name)} = ${dialect.name(walk, names[index] ?? '')}`,
      ),
    );
  const table = tableSql(collection.table, dialect);
  const root = dialect.name(walk, 'root');
  const columns = join(
    [...names, 'root'].map((name) => dialect.name(name)),
    ', ',
  );
  const query = sql`${dialect.name(walk)} (${columns}) AS (SELECT ${keyOf(first.target)}, ${first.root} FROM ${first.from} WHERE ${first.where} UNION SELECT ${keyOf(child)}, ${root} FROM ${dialect.name(walk)} JOIN ${table} AS ${dialect.name(parent)} ON ${onKey(parent)} JOIN ${table} AS ${dialect.name(child)} ON ${refers(references, child, parent, dialect)})`;
  return {
    walks: [...reached.walks, query],
    from: sql`${dialect.name(walk)} JOIN ${table} AS ${dialect.name(target)} ON ${onKey(target)}`,
    where: ALWAYS,
    target,
    root,
  };
}

/**
 * The columns that a child is found by. Not by any where several references may lead there, or where the column has to be
 * printed to be compared: no index serves then.
 */
function soughtBy(references: readonly BoundReference[], dialect: Dialect): Sought {
  const [only, second] = references;
  if (only === undefined || second !== undefined) return undefined;
  const isText = (column: ColumnInfo): boolean => column.type === 'string' && dialect.comparesText(column);
  return only.on.every(({ from, to }) => isText(from) || !isText(to)) ? only.on.map(({ from }) => from.name) : undefined;
}

/** The columns of a collection's key. */
export function keyNames({ key }: BoundCollection): readonly string[] {
  return key.map(({ column }) => column.name);
}

/** A table's name as a statement writes it. */
export function tableSql({ schema, name }: TableInfo, dialect: Dialect): Sql {
  return schema === undefined ? dialect.name(name) : dialect.name(schema, name);
}
