import type { Located, Match, SubjectQuery } from '@habeas/connector-sdk';
import type { BrokenCollection, MappedCollection } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import { fieldLookups, searchedIn } from './field-lookup.js';
import { locateCollection } from './locate-collection.js';
import { merge } from './merge.js';

/** Searches every collection that may hold one of the identifiers, all at once. The database's pool sets the pace. */
export function locate(query: SubjectQuery, engine: Engine): AsyncIterable<Match | Located> {
  return merge([...engine.map.collections.values()].flatMap((collection) => searchOf(collection, query, engine)));
}

function searchOf(collection: MappedCollection, query: SubjectQuery, engine: Engine): readonly AsyncIterable<Match | Located>[] {
  if (collection.state === 'broken') return mentions(collection, query) ? [unsearchable(collection, query)] : [];
  const isSearched = fieldLookups(collection, engine.dialect).some((lookup) => searchedIn(lookup, query.identifiers).length > 0);
  return isSearched ? [locateCollection(collection, query, engine)] : [];
}

/** Whether a broken collection would be searched, if it could be. */
function mentions({ spec }: BrokenCollection, query: SubjectQuery): boolean {
  return spec.personal !== 'none' && brokenLookups(spec, query).length > 0;
}

function brokenLookups(spec: BrokenCollection['spec'], { identifiers }: SubjectQuery): Located['lookups'] {
  return Object.entries(spec.fields).flatMap(([field, { identifier }]) => {
    if (identifier === undefined || identifier.kind === 'name' || identifier.kind === 'birthDate') return [];
    const namespace = 'namespace' in identifier ? identifier.namespace : undefined;
    const asked = identifiers.some((each) => each.kind === identifier.kind && each.namespace === namespace);
    return asked
      ? [{ kind: identifier.kind, ...(namespace === undefined ? {} : { namespace }), field, mode: 'unusable' as const }]
      : [];
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one, which waits for nothing
async function* unsearchable({ name, health, spec, problems }: BrokenCollection, query: SubjectQuery): AsyncIterable<Located> {
  const [problem] = problems;
  const lookups = brokenLookups(spec, query);
  const located = { type: 'located', collection: name, lookups, dropped: 0 } as const;
  yield { ...located, outcome: health === 'denied' ? 'denied' : 'failed', ...(problem === undefined ? {} : { problem }) };
}
