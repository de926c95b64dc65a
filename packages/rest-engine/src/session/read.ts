import {
  CarriageNotes,
  ConnectorError,
  recordId,
  type Cursor,
  type Done,
  type Item,
  type Problem,
  type ReadRequest,
  type SourceRecord,
  type Via,
} from '@habeas/connector-sdk';
import { recordData } from '../value/record-data.js';
import { collectionOf, throwIfAborted, type Engine, type NamedCollection } from './engine.js';
import { readFiles } from './read-files.js';
import { PlaceLost, routesTo, type RoutedPage, type RoutePlace, type RouteTask } from './routes.js';

/** Records of one item, at most. */
const BATCH = 500;

/** Reads what belongs to the roots in one collection: records, or the files of records. */
export async function* read(request: ReadRequest, engine: Engine): AsyncGenerator<Item, void, undefined> {
  throwIfAborted(engine);
  const collection = collectionOf(engine, request.collection);
  try {
    yield* request.want === 'records' ? readRecords(request, collection, engine) : readFiles(request, collection, engine);
  } catch (error) {
    if (error instanceof PlaceLost) throw lostPlace(collection.name);
    throw error;
  }
}

function lostPlace(name: string): ConnectorError {
  return new ConnectorError('contract', `The read of "${name}" cannot go on: the record that it stopped behind is gone.`, {
    collection: name,
    remedy: 'Search again.',
  });
}

async function* readRecords(
  request: ReadRequest,
  collection: NamedCollection,
  engine: Engine,
): AsyncGenerator<Item, void, undefined> {
  const problems: Problem[] = [];
  const notes = new CarriageNotes();
  const missing = (problem: Problem): void => {
    if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
  };
  const task: RouteTask = { collection, roots: request.roots, missing, from: placeOf(request.resume) };
  const ways = await waysOf(engine, task);
  let count = 0;
  for await (const page of routesTo(engine, task)) {
    const records = ways.first(page).map(({ key, members }) => ({
      key,
      data: recordData(collection, { key, members }, notes),
      via: ways.of(recordId(key), page.via),
    }));
    count += records.length;
    yield* batches(records);
    yield {
      type: 'checkpoint',
      cursor: { ...page.place, lists: page.place.lists === undefined ? null : { ...page.place.lists } },
    };
  }
  yield doneWith({ count, notes, problems, resumed: request.resume !== undefined });
}

function* batches(records: readonly SourceRecord[]): Iterable<Item> {
  for (let from = 0; from < records.length; from += BATCH) yield { type: 'records', records: records.slice(from, from + BATCH) };
}

/** How a read ended. */
export function doneWith(end: { count: number; notes: CarriageNotes; problems: readonly Problem[]; resumed: boolean }): Done {
  const { count, notes, problems, resumed } = end;
  const [first] = problems;
  const base = { type: 'done', count, notes: notes.list() } as const;
  if (first !== undefined) {
    return { ...base, outcome: 'partial', problem: { ...first, message: problems.map(({ message }) => message).join(' ') } };
  }
  return { ...base, outcome: count === 0 && !resumed ? 'empty' : 'complete' };
}

/** The place that a cursor of {@link readRecords} stands for. */
export function placeOf(cursor: Cursor | undefined): RoutePlace | undefined {
  if (cursor === undefined) return undefined;
  const { lists, ...place } = cursor as unknown as Omit<RoutePlace, 'lists'> & { readonly lists: RoutePlace['lists'] | null };
  return lists === null || lists === undefined ? place : { ...place, lists };
}

/** Which page a record is delivered with, and every way it was reached. */
interface Ways {
  first(page: RoutedPage): RoutedPage['records'];
  of(id: string, via: readonly Via[]): readonly Via[];
}

/**
 * Where several owners may have a record, all lists are gone through once before, for the keys alone: each record then comes
 * once, with every way that leads to it, in a resumed read as well. Where they cannot, what comes twice is a page that moved.
 */
async function waysOf(engine: Engine, task: RouteTask): Promise<Ways> {
  if (!mayBeShared(engine, task)) {
    const seen = new Set<string>();
    const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
    return { first: ({ records }) => records.filter(({ key }) => isNew(recordId(key))), of: (_, via) => via };
  }
  const known = new Map<string, { readonly at: string; readonly via: Via[] }>();
  for await (const { records, via, place } of routesTo(engine, { ...task, from: undefined, missing: ignore })) {
    for (const { key } of records) {
      const before = known.get(recordId(key));
      if (before === undefined) known.set(recordId(key), { at: ownerAt(place), via: [...via] });
      else before.via.push(...via.filter((each) => !before.via.includes(each)));
    }
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

function ownerAt({ owner, of }: RoutePlace): string {
  return owner === '' ? '' : JSON.stringify([owner, of]);
}

/** What is missing is told when the records are read. */
function ignore(): void {
  // See above.
}

/** Whether a record can be reached in two ways: by two roots, two owners, or an owner that itself is owned. */
function mayBeShared(engine: Engine, { collection, roots }: RouteTask): boolean {
  const owners = Object.entries(collection.spec.of).map(([name, { exclusive }]) => ({
    exclusive,
    above: collectionOf(engine, name),
  }));
  if (owners.length === 0 || (owners.length === 1 && owners[0]?.exclusive === true)) return false;
  const isRootToo = roots.some((root) => root.collection === collection.name);
  return roots.length > 1 || owners.length > 1 || isRootToo || owners.some(({ above }) => Object.keys(above.spec.of).length > 0);
}
