import type { RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import { ALWAYS, and, join, or, sql, verbatim, type Sql } from '../dialect/sql.js';
import { keyParam } from '../value/key-codec.js';
import {
  atRoots,
  hasKey,
  keyNames,
  membershipOf,
  tableSql,
  type AnyKey,
  type Membership,
  type NumberedRoot,
  type Writing,
} from './membership.js';
import { isToOne, type OwnedPath } from './owned-paths.js';
import { INTERNAL } from './selection.js';

/** Which rows of a collection a statement delivers, in which order, and what it tells about each beside its fields. */
export interface RowQuery {
  readonly walks: readonly Sql[];
  readonly from: Sql;
  readonly where: Sql;
  /** The alias of the collection's table. */
  readonly target: string;
  readonly order: readonly Sql[];
  /** Internal columns: by which path, from which root. */
  readonly internal: readonly { readonly alias: string; readonly value: Sql }[];
}

/** A path, and the roots it begins at. */
export interface RootedPath<Key = RecordKey> {
  readonly path: OwnedPath;
  readonly roots: readonly NumberedRoot<Key>[];
}

/** The rows with these keys. */
export function rowsByKey(collection: BoundCollection, keys: readonly AnyKey[], writing: Writing): RowQuery {
  const roots = keys.map((key, ordinal) => ({ key, ordinal }));
  const { walks, from, where, target } = atRoots(collection, roots, writing);
  return { walks, from, where, target, order: keyColumns(collection, target, writing), internal: [] };
}

/** The rows along one path on which each row has one root: no row comes twice. */
export function rowsAlong(collection: BoundCollection, { path, roots }: RootedPath<AnyKey>, writing: Writing): RowQuery {
  const { walks, from, where, target, root } = membershipOf(path, roots, writing);
  const internal = roots.length > 1 ? [{ alias: INTERNAL.root, value: root }] : [];
  return { walks, from, where, target, order: keyColumns(collection, target, writing), internal };
}

/** The rows along several paths, or where a row may have several roots: it comes once for each, one after the other. */
export function rowsAlongAll(collection: BoundCollection, paths: readonly RootedPath[], writing: Writing): RowQuery {
  const { dialect, aliases } = writing;
  const members = membersOf(collection, paths, writing);
  const target = aliases.of(collection.table, keyNames(collection));
  const member = (name: string): Sql => dialect.name('m', name);
  const on = and(keyColumns(collection, target, writing).map((column, index) => sql`${column} = ${member(`k${index}`)}`));
  return {
    walks: members.walks,
    from: sql`(${members.union}) AS ${dialect.name('m')} JOIN ${tableSql(collection.table, dialect)} AS ${dialect.name(target)} ON ${on}`,
    where: ALWAYS,
    target,
    order: [...collection.key.map((_, index) => member(`k${index}`)), member('path'), member('root')],
    internal: [
      { alias: INTERNAL.path, value: member('path') },
      { alias: INTERNAL.root, value: member('root') },
    ],
  };
}

/** By which paths and from which roots some rows are reached: key, path and root, a row for each. */
export function membersByKey(
  collection: BoundCollection,
  paths: readonly RootedPath[],
  keys: readonly RecordKey[],
  writing: Writing,
): Sql {
  const { dialect } = writing;
  const members = membersOf(collection, paths, writing);
  const names = [...collection.key.map((_, index) => `k${index}`), 'path', 'root'];
  const columns = names.map((name) => dialect.name('m', name));
  const where = hasKey(columns.slice(0, collection.key.length), collection.key, keys, dialect);
  const query = sql`SELECT ${join(columns, ', ')} FROM (${members.union}) AS ${dialect.name('m')} WHERE ${where} ORDER BY ${join(columns, ', ')}`;
  return withWalks(members.walks, query);
}

/** Rows after a key, in the order of keys: row values spelled out, which every product finds by an index. */
export function afterKey(collection: BoundCollection, target: string, key: RecordKey, writing: Writing): Sql {
  const columns = keyColumns(collection, target, writing);
  const params = collection.key.map((field, index) => keyParam(key[index] ?? '', field, writing.dialect));
  const alternatives = columns.map((column, index) => {
    const same = columns.slice(0, index).map((earlier, at) => sql`${earlier} = ${params[at] ?? sql`NULL`}`);
    return and([...same, sql`${column} > ${params[index] ?? sql`NULL`}`]);
  });
  return or(alternatives.length === 1 ? alternatives : alternatives.map((alternative) => sql`(${alternative})`));
}

/** A statement, after the recursive queries it uses. */
export function withWalks(walks: readonly Sql[], query: Sql): Sql {
  return walks.length === 0 ? query : sql`WITH RECURSIVE ${join(walks, ', ')} ${query}`;
}

function membersOf(
  collection: BoundCollection,
  paths: readonly RootedPath[],
  writing: Writing,
): { readonly walks: readonly Sql[]; readonly union: Sql } {
  const members = paths.map(({ path, roots }) => membershipOf(path, roots, writing));
  const branches = members.map((membership, index) => branch(collection, membership, { index, ...paths[index] }, writing));
  return { walks: members.flatMap(({ walks }) => walks), union: join(branches, ' UNION ALL ') };
}

/** Rows that can come twice along a path are taken together; where they cannot, that would only cost a temporary table. */
function branch(
  collection: BoundCollection,
  { from, where, target, root }: Membership,
  { index, path }: { readonly index: number; readonly path?: OwnedPath },
  writing: Writing,
): Sql {
  const { dialect } = writing;
  const keys = keyColumns(collection, target, writing).map((column, at) => sql`${column} AS ${dialect.name(`k${at}`)}`);
  const marks = sql`${verbatim(String(index))} AS ${dialect.name('path')}, ${root} AS ${dialect.name('root')}`;
  const distinct = verbatim(path !== undefined && isToOne(path) ? '' : 'DISTINCT ');
  return sql`SELECT ${distinct}${join(keys, ', ')}, ${marks} FROM ${from} WHERE ${where}`;
}

function keyColumns({ key }: BoundCollection, target: string, { dialect }: Writing): readonly Sql[] {
  return key.map(({ column }) => dialect.name(target, column.name));
}
