import { recordId, type Problem, type ReadRequest, type Via } from '@habeas/connector-sdk';
import type { FlatRecord } from '../value/flat-record.js';
import { collectionOf, commonScope, throwIfAborted, type Engine, type NamedCollection } from './engine.js';
import { listOwned, type OwnedState } from './owned-lists.js';
import { askedKey, recordsOfKeys } from './read-keys.js';

/** Where in a read a page stands: with which owner (or, without one, behind which root), and where in their lists. */
export interface RoutePlace {
  /** The owner's collection; empty for the roots themselves. */
  readonly owner: string;
  /** The record id of the owner, or of the root that was read. */
  readonly of: string;
  /** Where the owner's lists go on; absent where they were gone through. */
  readonly lists?: OwnedState;
}

/** Records of one route: of one owner's list, or a root itself. All were reached in the same way. */
export interface RoutedPage {
  readonly records: readonly FlatRecord[];
  readonly via: readonly Via[];
  readonly place: RoutePlace;
}

/** What is read, and from where on. */
export interface RouteTask {
  readonly collection: NamedCollection;
  readonly roots: ReadRequest['roots'];
  readonly missing: (problem: Problem) => void;
  readonly from?: RoutePlace | undefined;
  /** An owner that is reached in several ways is gone through once for each, to learn of them; once in all without it. */
  readonly everyWay?: boolean;
}

/**
 * Everything of one collection that the roots lead to, owner by owner, in an order that is the same on every run: the roots
 * of the collection itself, then the lists of each owner. A record that several owners have comes once for each.
 */
export async function* routesTo(engine: Engine, task: RouteTask): AsyncGenerator<RoutedPage, void, undefined> {
  const resumed = new Resumption(task.from);
  yield* rootsThemselves(engine, task, resumed);
  for (const owner of Object.keys(task.collection.spec.of)) {
    if (resumed.passes(owner)) continue;
    const above = { ...task, collection: collectionOf(engine, owner), from: undefined };
    const gone = new Set<string>();
    for await (const { records, via } of routesTo(engine, above)) {
      const below = viaBelow(via, `${task.collection.name}.${task.collection.spec.of[owner]?.by ?? owner}`);
      for (const parent of records.filter(({ key }) => task.everyWay === true || !gone.has(recordId(key)))) {
        gone.add(recordId(parent.key));
        yield* listsOf(engine, task, { owner, parent, via: below, resumed });
      }
    }
  }
  resumed.requireFound();
}

async function* rootsThemselves(
  engine: Engine,
  task: RouteTask,
  resumed: Resumption,
): AsyncGenerator<RoutedPage, void, undefined> {
  const { collection, roots, missing } = task;
  const own = roots.filter((root) => root.collection === collection.name);
  if (own.length === 0 || resumed.passes('')) return;
  const asked = own.map(({ key }) => askedKey(collection, key));
  const keys = resumed.after('', [...new Map(asked.map((key) => [key.id, key])).values()]);
  const request = collection.spec.read ?? {};
  for await (const record of recordsOfKeys(engine, { collection, request, scope: commonScope(engine), missing }, keys)) {
    throwIfAborted(engine);
    const id = recordId(record.key);
    yield {
      records: [record],
      via: [{ root: { collection: collection.name, recordId: id }, path: [] }],
      place: { owner: '', of: id },
    };
  }
}

interface OfParent {
  readonly owner: string;
  readonly parent: FlatRecord;
  readonly via: readonly Via[];
  readonly resumed: Resumption;
}

async function* listsOf(
  engine: Engine,
  task: RouteTask,
  { owner, parent, via, resumed }: OfParent,
): AsyncGenerator<RoutedPage, void, undefined> {
  const of = recordId(parent.key);
  const start = resumed.startOf(owner, of);
  if (start === 'passed') return;
  for await (const { records, next } of listOwned(engine, { ...task, owner, parent, from: start })) {
    throwIfAborted(engine);
    yield { records, via, place: { owner, of, ...(next === undefined ? {} : { lists: next }) } };
  }
}

/** One array for all records of a page of owners, since they were all reached in the same way. */
function viaBelow(via: readonly Via[], step: string): readonly Via[] {
  return via.map(({ root, path }) => ({ root, path: [...path, step] }));
}

/** Skips what came before the place that a read is resumed from. */
class Resumption {
  #isFound: boolean;

  constructor(private readonly from: RoutePlace | undefined) {
    this.#isFound = from === undefined;
  }

  /** Whether everything of an owner's collection lies before the place. */
  passes(owner: string): boolean {
    return !this.#isFound && this.from?.owner !== owner;
  }

  /** Of the roots' keys, those that are still to be read. */
  after<Key extends { readonly id: string }>(owner: string, keys: readonly Key[]): readonly Key[] {
    if (this.#isFound || this.from?.owner !== owner) return keys;
    const index = keys.findIndex(({ id }) => id === this.from?.of);
    this.#isFound = index >= 0;
    return keys.slice(index + 1);
  }

  /** Where the lists of one owner begin, or that they were gone through. */
  startOf(owner: string, of: string): OwnedState | 'passed' | undefined {
    if (this.#isFound) return undefined;
    if (this.from?.owner !== owner || this.from.of !== of) return 'passed';
    this.#isFound = true;
    return this.from.lists ?? 'passed';
  }

  /** A place that no longer exists cannot be gone on from: what lies behind it is not known. */
  requireFound(): void {
    if (!this.#isFound) throw new PlaceLost();
  }
}

/** The record that a read was to be resumed behind is no longer there. */
export class PlaceLost extends Error {
  override readonly name = 'PlaceLost';

  constructor() {
    super('the place to go on from is gone');
  }
}
