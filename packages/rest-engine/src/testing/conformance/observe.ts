import assert from 'node:assert/strict';
import {
  recordId,
  type CollectionSpec,
  type Identifier,
  type Item,
  type Located,
  type Match,
  type ReadRequest,
  type Session,
  type SourceRecord,
} from '@habeas/connector-sdk';
import { locate, read, type Reading, type Roots } from '@habeas/connector-sdk/testing';
import type { Person } from '../world/people.js';
import type { Bench } from './bench.js';
import { ownersAbove } from '../../session/collection-specs.js';
import { allSought, searchesOf, sought } from './subjects.js';

/** Searches to the end while waits take no time. */
export function search(bench: Bench, session: Session, identifiers: readonly Identifier[]): Promise<Roots> {
  return bench.run(() => locate(session, identifiers));
}

/** Reads to the end while waits take no time. */
export function readAll(bench: Bench, session: Session, request: ReadRequest): Promise<Reading> {
  return bench.run(() => read(session, request));
}

/** Matches that are more than candidates. */
export function certain(matches: readonly Match[]): readonly Match[] {
  return matches.filter(({ evidence }) => evidence.some(({ how }) => how !== 'folded'));
}

/** `collection recordId` of each, in a stable order. */
export function namesOf(roots: readonly Pick<Match, 'collection' | 'key'>[]): readonly string[] {
  return roots.map(({ collection, key }) => `${collection} ${recordId(key)}`).sort();
}

/** The end of the search of one collection. */
export function locatedOf(located: readonly Located[], collection: string): Located {
  const found = located.find((each) => each.collection === collection);
  assert.ok(found !== undefined, `the search of ${collection} has no end`);
  return found;
}

/** Record ids, in the order of delivery. */
export function idsOf(records: readonly Pick<SourceRecord, 'key'>[]): readonly string[] {
  return records.map(({ key }) => recordId(key));
}

/** Record ids, in the order in which items brought them. */
export function recordIdsOf(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => (item.type === 'records' ? idsOf(item.records) : []));
}

/** The roots of a person: what a search by everything that is known of them finds for certain. */
export async function rootsOf(bench: Bench, session: Session, person: Person): Promise<readonly Match[]> {
  const { matches } = await search(bench, session, allSought(bench, person));
  return certain(matches);
}

/** The roots that lead to what a collection holds of a person: found by the first identifier that leads there. */
export async function rootsAbove(
  bench: Bench,
  session: Session,
  { collection, person }: { readonly collection: string; readonly person: Person },
): Promise<readonly Match[]> {
  const above = [collection, ...ownersAbove(collection, bench)];
  const [by] = searchesOf(bench.manifest)
    .filter((each) => above.includes(each.collection))
    .flatMap((each) => sought(bench, each, person) ?? []);
  return by === undefined ? rootsOf(bench, session, person) : certain((await search(bench, session, [by])).matches);
}

/** Everything that one collection holds of a person. */
export async function readOf(bench: Bench, session: Session, collection: string, person: Person): Promise<Reading> {
  const roots = await rootsAbove(bench, session, { collection, person });
  return readAll(bench, session, { collection, roots, want: 'records' });
}

/** What collections hold of these roots: each, or those that are named. */
export async function* readEvery(
  bench: Bench,
  session: Session,
  { roots, names }: { readonly roots: readonly Match[]; readonly names?: readonly string[] },
): AsyncGenerator<Reading & Pick<CollectionSpec, 'name' | 'fields'>, void, undefined> {
  for (const { name, fields } of session.collections) {
    if (names?.includes(name) === false) continue;
    yield { ...(await readAll(bench, session, { collection: name, roots, want: 'records' })), name, fields };
  }
}

/** Reads until a fault, and gives what came before it. `see` is told of each item as it comes. */
export async function readUntilFault(
  session: Session,
  request: ReadRequest,
  see: (item: Item) => void = () => undefined,
): Promise<{ readonly items: readonly Item[]; readonly fault: unknown }> {
  const items: Item[] = [];
  try {
    for await (const item of session.read(request)) {
      items.push(item);
      see(item);
    }
    return { items, fault: undefined };
  } catch (fault) {
    return { items, fault };
  }
}
