import { ConnectorError, recordId, type RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection, BoundMap } from '../binding/bound-map.js';
import { requireBound } from '../binding/require-bound.js';
import { chunks, KEYS_PER_STATEMENT } from './chunks.js';
import type { NumberedRoot } from './membership.js';
import { isToOne, ownedPathsTo, type OwnedPath } from './owned-paths.js';
import type { RootedPath } from './row-query.js';

/** A root of a request. */
export interface Root {
  readonly collection: string;
  readonly key: RecordKey;
}

/** The statements of a read, one after the other. What one delivers, no other does. */
export type Pass =
  /** Roots that are rows of the collection itself. */
  | { readonly kind: 'own'; readonly keys: readonly RecordKey[] }
  /** Rows along one path, each of which has one root. */
  | { readonly kind: 'along'; readonly rooted: RootedPath }
  /** Rows that may have several paths or roots. */
  | { readonly kind: 'all'; readonly paths: readonly RootedPath[] };

/** What a read is made of. The same request gives the same, in whatever order its roots come. */
export interface ReadPlan {
  /** By ordinal. */
  readonly roots: readonly Root[];
  /** The owned paths from the request's roots. */
  readonly paths: readonly RootedPath[];
  /** Record ids of the roots that are rows of the collection. */
  readonly own: ReadonlyMap<string, number>;
  readonly passes: readonly Pass[];
}

/** So few roots get a statement each: its rows need not tell their root, and become records without being copied. */
const FEW_ROOTS = 4;

/** Plans the read of one collection. */
export function planRead(collection: BoundCollection, requested: readonly Root[], map: BoundMap): ReadPlan {
  const roots = distinct(requested);
  roots.forEach((root) => {
    checkKey(root, map);
  });
  const paths = ownedPathsTo(collection, map).flatMap((path) => rooted(path, roots));
  const own = new Map(
    roots.flatMap((root, ordinal) => (root.collection === collection.name ? [[recordId(root.key), ordinal] as const] : [])),
  );
  const ownKeys = roots.filter(({ collection: name }) => name === collection.name).map(({ key }) => key);
  const ownPasses = chunks(ownKeys).map((keys): Pass => ({ kind: 'own', keys }));
  return { roots, paths, own, passes: [...ownPasses, ...pathPasses(paths)] };
}

function checkKey({ collection, key }: Root, map: BoundMap): void {
  const wanted = requireBound(map, collection).key.length;
  if (key.length === wanted) return;
  const message = `A match of "${collection}" has a key of ${key.length} values, and its rows have keys of ${wanted}.`;
  throw new ConnectorError('contract', message, { collection, remedy: 'Search again: the data map has changed.' });
}

function pathPasses(paths: readonly RootedPath[]): readonly Pass[] {
  const [only] = paths;
  if (only === undefined) return [];
  if (paths.length > 1 || !isToOne(only.path)) return [{ kind: 'all', paths }];
  const atOnce = only.roots.length <= FEW_ROOTS ? 1 : KEYS_PER_STATEMENT;
  return chunks(only.roots, atOnce).map((roots) => ({ kind: 'along', rooted: { path: only.path, roots } }));
}

function rooted(path: OwnedPath, roots: readonly Root[]): readonly RootedPath[] {
  const numbered = roots.flatMap(({ collection, key }, ordinal): NumberedRoot[] =>
    collection === path.root ? [{ key, ordinal }] : [],
  );
  return numbered.length === 0 ? [] : [{ path, roots: numbered }];
}

function distinct(roots: readonly Root[]): readonly Root[] {
  if (roots.length === 1) return roots;
  const byId = new Map(roots.map(({ collection, key }) => [JSON.stringify([collection, recordId(key)]), { collection, key }]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, root]) => root);
}
