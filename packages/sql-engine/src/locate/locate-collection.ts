import {
  ConnectorError,
  evidenceIn,
  merge,
  recordId,
  type Located,
  type Lookup,
  type Match,
  type Outcome,
  type Problem,
  type SubjectQuery,
} from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import { problemFrom } from '../binding/require-bound.js';
import { throwIfAborted, type Engine } from '../engine.js';
import { chunks } from '../read/chunks.js';
import { chooseAccess, modeOf, recordsOf, type FieldSearch } from './choose-access.js';
import { fieldLookups, lookupOf, searchedIn } from './field-lookup.js';
import { findOwners } from './find-owners.js';
import { matchOf, type Hit } from './hit.js';
import { identifiersOf } from './owned-identifiers.js';
import { identifierFields } from './identifier-fields.js';

/** Faults that concern one collection. Any other ends the whole search, since no collection would fare better. */
const OUTCOMES: Readonly<Partial<Record<ConnectorError['errorClass'], Outcome>>> = {
  permission: 'denied',
  'not-found': 'failed',
  contract: 'failed',
  quota: 'throttled',
};

/** What the search of a collection has come to. */
interface Progress {
  readonly lookups: Lookup[];
  readonly problems: Problem[];
  readonly seen: Set<string>;
  /** Rows that identify their owner: the owners are looked for at the end, once for each. */
  readonly below: Hit[];
  matches: number;
  dropped: number;
}

/** Searches one collection by every field that may hold one of the identifiers. Ends with its `located`. */
export async function* locateCollection(
  collection: BoundCollection,
  query: SubjectQuery,
  engine: Engine,
): AsyncIterable<Match | Located> {
  const progress: Progress = { lookups: [], problems: [], seen: new Set(), below: [], matches: 0, dropped: 0 };
  try {
    yield* searchFields(collection, query, engine, progress);
    yield* reported(await findOwners(progress.below, engine), engine, progress);
    yield ended(collection, progress);
  } catch (error) {
    const outcome = error instanceof ConnectorError ? OUTCOMES[error.errorClass] : undefined;
    if (!(error instanceof ConnectorError) || outcome === undefined) throw error;
    const lookups = fieldLookups(collection, engine.dialect).filter((lookup) => searchedIn(lookup, query.identifiers).length > 0);
    const named = lookups.map((lookup) => lookupOf(lookup.field.name, lookup.identifier, modeOf(lookup, collection, engine)));
    yield {
      type: 'located',
      collection: collection.name,
      outcome,
      lookups: named,
      dropped: progress.dropped,
      problem: problemFrom(error),
    };
  }
}

async function* searchFields(
  collection: BoundCollection,
  query: SubjectQuery,
  engine: Engine,
  progress: Progress,
): AsyncIterable<Match> {
  for (const lookup of fieldLookups(collection, engine.dialect)) {
    const identifiers = searchedIn(lookup, query.identifiers);
    for (let from = 0; from < identifiers.length; from += AT_ONCE) {
      throwIfAborted(engine);
      const chosen = await chooseAccess(lookup, identifiers.slice(from, from + AT_ONCE), collection, engine);
      if (from === 0) progress.lookups.push(chosen.lookup);
      if (chosen.problem !== undefined) progress.problems.push(chosen.problem);
      yield* merge(chosen.searches.map((search) => searchField(search, { collection, query, engine, progress })));
    }
  }
}

/** Identifiers in one statement: each has many spellings, and SQLite takes conditions of limited depth. */
const AT_ONCE = 50;

async function* searchField(fieldSearch: FieldSearch, search: Search): AsyncIterable<Match> {
  for await (const records of recordsOf(fieldSearch, search.engine)) {
    throwIfAborted(search.engine);
    yield* reported(hitsAmong(records, search), search.engine, search.progress);
  }
}

interface Search {
  readonly collection: BoundCollection;
  readonly query: SubjectQuery;
  readonly engine: Engine;
  readonly progress: Progress;
}

/** Looks again at what was received. A row that was found by one field already is not looked at a second time. */
function hitsAmong(
  records: readonly Pick<Hit, 'key' | 'data'>[],
  { collection, query, engine, progress }: Search,
): readonly Hit[] {
  const fields = identifierFields(collection.fields);
  const options = { identifiers: query.identifiers, phoneRegion: engine.phoneRegion };
  const evidenceOf = (of: 'self' | 'owner', { key, data }: Pick<Hit, 'key' | 'data'>): Hit => {
    const relevant = fields.filter(({ identifier }) => identifier.of === of);
    return { collection, key, data, ...evidenceIn(collection.name, relevant, data, options) };
  };
  return records.flatMap((record) => {
    const id = recordId(record.key);
    if (progress.seen.has(id)) return [];
    const [own, below] = [evidenceOf('self', record), evidenceOf('owner', record)];
    if (own.evidence.length === 0 && below.evidence.length === 0) {
      progress.dropped += 1;
      return [];
    }
    progress.seen.add(id);
    if (below.evidence.length > 0) progress.below.push(below);
    return own.evidence.length > 0 ? [own] : [];
  });
}

async function* reported(hits: readonly Hit[], engine: Engine, progress: Progress): AsyncIterable<Match> {
  const groups = [...new Set(hits.map(({ collection }) => collection))].map((each) =>
    hits.filter(({ collection }) => collection === each),
  );
  for (const group of groups.flatMap((each) => chunks(each))) {
    const identifiers = await identifiersOf(group, engine);
    for (const [index, hit] of group.entries()) {
      progress.matches += 1;
      yield matchOf(hit, identifiers[index] ?? []);
    }
  }
}

function ended({ name }: BoundCollection, { lookups, problems, matches, dropped }: Progress): Located {
  const located = { type: 'located', collection: name, lookups, dropped } as const;
  const [first] = problems;
  if (first === undefined) return { ...located, outcome: matches > 0 ? 'complete' : 'empty' };
  const texts = (part: 'message' | 'remedy'): string => [...new Set(problems.map((problem) => problem[part] ?? ''))].join(' ');
  return { ...located, outcome: 'partial', problem: { ...first, message: texts('message'), remedy: texts('remedy') } };
}
