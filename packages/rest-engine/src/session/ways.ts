import { recordId, type Via } from '@habeas/connector-sdk';
import { ownersAbove } from './collection-specs.js';
import { collectionOf, type Engine, type NamedCollection } from './engine.js';
import { routesTo, type RoutedPage, type RoutePlace, type RouteTask } from './routes.js';

/** Which page a record is delivered with, and every way it was reached. */
export interface Ways {
  first(page: RoutedPage): RoutedPage['records'];
  of(id: string, via: readonly Via[]): readonly Via[];
}

/**
 * Where several owners may have a record, all lists are gone through once before, for the keys alone: each record then comes
 * once, with every way that leads to it, in a resumed read as well. Where they cannot, what comes twice is a page that moved.
 */
export async function waysOf(engine: Engine, task: RouteTask): Promise<Ways> {
  if (!mayBeShared(engine, task)) {
    const seen = new Set<string>();
    const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
    return { first: ({ records }) => records.filter(({ key }) => isNew(recordId(key))), of: (_, via) => via };
  }
  const known = new Map<string, Reached>();
  for await (const { records, via, place } of routesTo(engine, { ...task, from: undefined, missing: ignore, everyWay: true })) {
    // One for all records of the page: lists may be long
    const here = { at: ownerAt(place), via };
    for (const id of records.map(({ key }) => recordId(key))) known.set(id, reachedAgain(known.get(id), here));
  }
  const delivered = new Set<string>();
  return {
    first: ({ records, place }) =>
      records.filter(({ key }) => {
        const id = recordId(key);
        const isHere = (known.get(id)?.at ?? ownerAt(place)) === ownerAt(place) && !delivered.has(id);
        if (isHere) delivered.add(id);
        return isHere;
      }),
    of: (id, via) => known.get(id)?.via ?? via,
  };
}

interface Reached {
  /** With which owner the record is delivered. */
  readonly at: string;
  readonly via: readonly Via[];
}

function reachedAgain(before: Reached | undefined, here: Reached): Reached {
  if (before === undefined) return here;
  const more = here.via.filter((each) => !before.via.includes(each));
  return more.length === 0 ? before : { at: before.at, via: [...before.via, ...more] };
}

function ownerAt({ owner, of }: RoutePlace): string {
  return owner === '' ? '' : JSON.stringify([owner, of]);
}

/** What is missing is told when the records are read. */
function ignore(): void {
  // See above.
}

/** Whether a record can be reached in two ways: as a root and by an owner, by two owners, or by an owner that can itself. */
function mayBeShared(engine: Engine, { collection, roots }: Pick<RouteTask, 'collection' | 'roots'>): boolean {
  const owners = Object.entries(collection.spec.of)
    .map(([name, { exclusive }]) => ({ exclusive, above: collectionOf(engine, name) }))
    .filter(({ above }) => isReached(engine, above, roots));
  const [owner] = owners;
  if (owner === undefined) return false;
  if (owners.length > 1 || roots.some((root) => root.collection === collection.name)) return true;
  const hasSeveral = roots.length > 1 || Object.keys(owner.above.spec.of).length > 0;
  return (!owner.exclusive && hasSeveral) || mayBeShared(engine, { collection: owner.above, roots });
}

function isReached(engine: Engine, { name }: NamedCollection, roots: RouteTask['roots']): boolean {
  const from = new Set([name, ...ownersAbove(name, engine)]);
  return roots.some((root) => from.has(root.collection));
}
