import type { CollectionSpec, Lookup } from '@habeas/connector-sdk';
import { isSearchable, kindKey } from '../subject/identifier-key.js';

/** How a collection can be reached with the kinds of identifier that are known. */
export type Reach =
  /** It declares that it holds no personal data. */
  | { readonly by: 'declaration'; readonly why: string | undefined }
  /** By its own lookups, through owners that can be searched, or through rows that identify them: `searched` names all of these collections. */
  | { readonly by: 'search'; readonly searched: readonly string[] }
  /** Only by kinds of identifier that are not known: `email`, `id:shop.customer`. */
  | { readonly by: 'missing-kinds'; readonly kinds: readonly string[] }
  /** Only by lookups that need a change first. */
  | { readonly by: 'unusable-lookups'; readonly kinds: readonly string[] }
  /** No identifier leads to it, neither directly nor through an owner. */
  | { readonly by: 'nothing' };

/** See {@link Reach}. Names and birth dates lead nowhere: they never match alone. */
export function reachOf(
  spec: CollectionSpec,
  collections: ReadonlyMap<string, CollectionSpec>,
  kinds: ReadonlySet<string>,
): Reach {
  if (spec.personal === 'none') return { by: 'declaration', why: spec.reason };
  const ways = waysTo(spec, collections);
  const searched = ways
    .filter(({ lookups }) => lookups.some((each) => isUsable(each) && kinds.has(kindKey(each))))
    .map(({ name }) => name);
  if (searched.length > 0) return { by: 'search', searched };
  const missing = unique(ways.flatMap(usableKinds));
  if (missing.length > 0) return { by: 'missing-kinds', kinds: missing };
  const unusable = unique(ways.flatMap(allKinds));
  return unusable.length > 0 ? { by: 'unusable-lookups', kinds: unusable } : { by: 'nothing' };
}

/** The known kinds by which the collection declares a lookup, but none that works. */
export function unusableKinds(spec: Way, kinds: ReadonlySet<string>): readonly string[] {
  const usable = usableKinds(spec);
  return unique(allKinds(spec)).filter((kind) => kinds.has(kind) && !usable.includes(kind));
}

type Way = Pick<CollectionSpec, 'name' | 'lookups'>;

/** The collections whose search can lead to it: itself, its owners, and rows below any of them that identify their owner. */
function waysTo(spec: CollectionSpec, collections: ReadonlyMap<string, CollectionSpec>): readonly Way[] {
  const down = [spec, ...spec.ownedBy.flatMap((owner) => collections.get(owner) ?? [])];
  const names = new Set(down.map(({ name }) => name));
  const below = [...collections.values()].filter(
    ({ name, ownedBy, lookups }) => lookups.some(ofOwner) && !names.has(name) && ownedBy.some((owner) => names.has(owner)),
  );
  return [...down, ...below.map(({ name, lookups }) => ({ name, lookups: lookups.filter(ofOwner) }))];
}

function ofOwner({ of }: Lookup): boolean {
  return of === 'owner';
}

function usableKinds({ lookups }: Way): readonly string[] {
  return lookups.filter(isUsable).map(kindKey);
}

function isUsable(lookup: Lookup): boolean {
  return lookup.mode !== 'unusable' && isSearchable(lookup);
}

function allKinds({ lookups }: Way): readonly string[] {
  return lookups.filter(isSearchable).map(kindKey);
}

function unique(kinds: readonly string[]): readonly string[] {
  return [...new Set(kinds)].sort();
}
