import { merge, type Located, type Match, type SubjectQuery } from '@habeas/connector-sdk';
import type { BrokenCollection, MappedCollection } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import { brokenLookups } from './broken-lookups.js';
import { fieldLookups, searchedIn } from './field-lookup.js';
import { locateCollection } from './locate-collection.js';

/** Searches every collection that may hold one of the identifiers, all at once. The database's pool sets the pace. */
export function locate(query: SubjectQuery, engine: Engine): AsyncIterable<Match | Located> {
  return merge([...engine.map.collections.values()].flatMap((collection) => searchOf(collection, query, engine)));
}

function searchOf(collection: MappedCollection, query: SubjectQuery, engine: Engine): readonly AsyncIterable<Match | Located>[] {
  if (collection.state === 'broken') return unsearchable(collection, query);
  const isSearched = fieldLookups(collection, engine.dialect).some((lookup) => searchedIn(lookup, query.identifiers).length > 0);
  return isSearched ? [locateCollection(collection, query, engine)] : [];
}

/** A collection that would be searched, if it could be, is told as failed: it is not known to hold nothing. */
function unsearchable(
  { name, health, spec, problems }: BrokenCollection,
  { identifiers }: SubjectQuery,
): readonly AsyncIterable<Located>[] {
  const lookups = brokenLookups(spec).filter((lookup) =>
    identifiers.some(({ kind, namespace }) => kind === lookup.kind && namespace === lookup.namespace),
  );
  if (lookups.length === 0) return [];
  const [problem] = problems;
  const outcome = health === 'denied' ? 'denied' : 'failed';
  const located = { type: 'located', collection: name, outcome, lookups, dropped: 0 } as const;
  return [once({ ...located, ...(problem === undefined ? {} : { problem }) })];
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one, which waits for nothing
async function* once<T>(item: T): AsyncIterable<T> {
  yield item;
}
