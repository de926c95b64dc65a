import {
  ConnectorError,
  evidenceIn,
  merge,
  ownIdentifiers,
  recordId,
  CarriageNotes,
  type Evidence,
  type FoundIdentifier,
  type Identifier,
  type Located,
  type Lookup,
  type Match,
  type Outcome,
  type Problem,
  type SubjectQuery,
} from '@habeas/connector-sdk';
import type { Find } from '../manifest/collection-schema.js';
import { EmptyHole, type Scope } from '../template/template.js';
import { flatRecord, type FlatRecord } from '../value/flat-record.js';
import { recordData } from '../value/record-data.js';
import { begunAhead } from './begun-ahead.js';
import { collectionsOf, commonScope, throwIfAborted, type Engine, type NamedCollection } from './engine.js';
import { identifyingFields, identifyingValues } from './identifying-fields.js';
import { holeFault } from './hole-fault.js';
import { scopesOver } from './listings.js';
import { findOwner, namesOwner, ownedIdentifiers, type Hit } from './owners.js';
import { pagesOf, type Page } from './pages.js';
import { declaredProperties } from './properties.js';
import { askedKey, md5, recordsOfKeys } from './read-keys.js';

/** Faults that concern one collection. Any other ends the whole search, since no collection would fare better. */
const OUTCOMES: Readonly<Partial<Record<ConnectorError['errorClass'], Outcome>>> = {
  permission: 'denied',
  'not-found': 'failed',
  contract: 'failed',
  quota: 'throttled',
};

/** Lists of one way of searching that are asked for before their turn: a vendor takes its time for each. Jobs wait for theirs. */
const LISTS_AHEAD = 3;

/** One collection's search, and what it has come to. */
interface Search {
  readonly engine: Engine;
  readonly collection: NamedCollection;
  readonly query: SubjectQuery;
  /** How many lists are asked for before their turn. */
  readonly ahead: number;
  readonly seen: Set<string>;
  readonly problems: Problem[];
  matches: number;
  dropped: number;
}

/** Searches every collection that can be asked for one of the identifiers, all at once. The vendor's limits set the pace. */
export function locate(query: SubjectQuery, engine: Engine): AsyncIterable<Match | Located> {
  return merge(
    searchedFor(query, engine).map((collection) => locateCollection({ collection, query, engine, ahead: LISTS_AHEAD })),
  );
}

/** The same, one collection and one list after the other: in an order that is the same on every run. */
export async function* locateInTurn(query: SubjectQuery, engine: Engine): AsyncGenerator<Match | Located, void, undefined> {
  for (const collection of searchedFor(query, engine)) yield* locateCollection({ collection, query, engine, ahead: 0 });
}

function searchedFor(query: SubjectQuery, engine: Engine): readonly NamedCollection[] {
  return collectionsOf(engine).filter((collection) => findsFor(collection, query, engine).length > 0);
}

/** The ways in which a collection is searched for a query. */
export function findsFor({ spec }: NamedCollection, { identifiers }: SubjectQuery, engine: Engine): readonly Find[] {
  return spec.find.filter((find) => identifiers.some((identifier) => isOf(find, identifier, engine)));
}

function isOf({ by, namespace }: Find, identifier: Identifier, engine: Engine): boolean {
  return identifier.kind === by && (namespace === undefined || identifier.namespace === engine.namespaceOf(namespace));
}

/** A way of searching as the ledger tells it. */
export function lookupOf({ by, namespace, field, mode, owner }: Find, engine: Engine): Lookup {
  return {
    kind: by,
    field,
    mode,
    ...(namespace === undefined ? {} : { namespace: engine.namespaceOf(namespace) }),
    ...(owner === undefined ? {} : { of: 'owner' }),
  };
}

async function* locateCollection(
  begun: Pick<Search, 'engine' | 'collection' | 'query' | 'ahead'>,
): AsyncGenerator<Match | Located, void, undefined> {
  const { engine, collection, query } = begun;
  const search: Search = { ...begun, seen: new Set(), problems: [], matches: 0, dropped: 0 };
  const finds = findsFor(collection, query, engine);
  const located = { type: 'located', collection: collection.name, lookups: finds.map((find) => lookupOf(find, engine)) } as const;
  try {
    for (const find of finds) yield* searchBy(find, search);
    const [problem] = search.problems;
    const outcome = problem !== undefined ? 'partial' : search.matches > 0 ? 'complete' : 'empty';
    yield { ...located, outcome, dropped: search.dropped, ...(problem === undefined ? {} : { problem }) };
  } catch (fault) {
    const error = fault instanceof EmptyHole ? holeFault(collection.name, fault) : fault;
    const outcome = error instanceof ConnectorError ? OUTCOMES[error.errorClass] : undefined;
    if (!(error instanceof ConnectorError) || outcome === undefined) throw error;
    yield { ...located, outcome, dropped: search.dropped, problem: problemOf(error) };
  }
}

/** A fault as the ledger has it. */
export function problemOf({ errorClass, message, remedy }: ConnectorError): Problem {
  return { errorClass, message, ...(remedy === undefined ? {} : { remedy }) };
}

/** One list that is searched: in which scope, and for whom. */
interface SearchedList {
  readonly scope: Scope;
  /** The scope of an identifier, whose lists together may hold so many of others, and no more. */
  readonly asked: Scope;
  readonly pages: AsyncGenerator<Page, void, undefined>;
  /** What is missing of it, as far as it has been asked for. */
  readonly missing: Problem[];
}

async function* searchBy(find: Find, search: Search): AsyncGenerator<Match, void, undefined> {
  let before = search.dropped;
  let asked: Scope | undefined;
  const lists = begunAhead(listsOf(find, search), find.job === undefined ? search.ahead : 0);
  for await (const list of lists) {
    if (list.asked !== asked) before = search.dropped;
    asked = list.asked;
    yield* searchList(find, list, { search, before });
  }
}

/** A scan reads everything, and so serves all identifiers at once. */
async function* listsOf(find: Find, { engine, collection, query }: Search): AsyncGenerator<SearchedList, void, undefined> {
  const common = commonScope(
    engine,
    collection.spec.properties === undefined ? {} : { properties: declaredProperties(collection) },
  );
  const identifiers = query.identifiers.filter((identifier) => isOf(find, identifier, engine));
  const scopes = find.mode === 'scan' ? [common] : identifiers.map((identifier) => ({ ...common, ...named(identifier) }));
  const label = `${collection.name}.find`;
  for (const asked of scopes) {
    for await (const scope of scopesOver(engine, find.for, asked)) {
      const missing: Problem[] = [];
      const task = {
        label,
        spec: find,
        scope,
        paginate: engine.manifest.paginate,
        missing: (problem: Problem) => missing.push(problem),
      };
      yield { scope, asked, pages: pagesOf(engine, task), missing };
    }
  }
}

/** An identifier as templates name it: canonical, as it was typed, and as the hash that Mailchimp keys by. */
function named({ exact, value }: Identifier): Scope {
  return { id: exact.reveal(), typed: value.reveal(), md5: md5(exact.reveal()) };
}

async function* searchList(
  find: Find,
  { scope, pages, missing }: SearchedList,
  { search, before }: { readonly search: Search; readonly before: number },
): AsyncGenerator<Match, void, undefined> {
  for await (const { items } of pages) {
    throwIfAborted(search.engine);
    search.problems.push(...missing.splice(0));
    for (const item of items) yield* judged(find, flatRecord(search.collection, item, scope), search);
    refuseStrangers(search.dropped - before, find, search);
  }
}

async function* judged(find: Find, hit: FlatRecord, search: Search): AsyncGenerator<Match, void, undefined> {
  const { record, evidence } = await lookAgain(find, hit, search);
  if (evidence.of === 'nobody') search.dropped += find.mode === 'scan' ? 0 : 1;
  else yield* matchesOf(find, { record, evidence }, search);
}

/** A vendor that ignores a filter gives everybody: nothing of it is known to be all there is of this person. */
function refuseStrangers(strangers: number, find: Find, { collection }: Search): void {
  if (strangers <= find.strangers) return;
  const message = `The source answered the search of "${collection.name}" by ${find.by} with records of others: it ignores the filter.`;
  throw new ConnectorError('contract', message, {
    collection: collection.name,
    remedy: 'Look for a newer version of the connector.',
  });
}

interface Looked {
  readonly of: 'self' | 'owner' | 'nobody';
  readonly evidence: readonly Evidence[];
  readonly thirdParty: boolean;
}

/** Looks again at a hit: where lists show records in brief, at the whole record before it is taken for a stranger's. */
async function lookAgain(
  { brief }: Find,
  hit: FlatRecord,
  search: Search,
): Promise<{ readonly record: FlatRecord; readonly evidence: Looked }> {
  const evidence = evidenceOf(hit, search);
  if (!brief || evidence.of !== 'nobody') return { record: hit, evidence };
  const { engine, collection, problems } = search;
  const missing = (problem: Problem): number => problems.push(problem);
  const task = { collection, request: collection.spec.read ?? {}, scope: commonScope(engine), missing };
  for await (const record of recordsOfKeys(engine, task, [askedKey(collection, hit.key)])) {
    return { record, evidence: evidenceOf(record, search) };
  }
  return { record: hit, evidence };
}

/** Looks again at what was received, whatever was asked for. */
function evidenceOf({ members }: FlatRecord, { collection, query, engine }: Search): Looked {
  const fields = identifyingFields(collection, engine);
  const values = identifyingValues(fields, members);
  const options = { identifiers: query.identifiers, phoneRegion: engine.phoneRegion };
  for (const whose of ['self', 'owner'] as const) {
    const finding = evidenceIn(
      collection.name,
      fields.filter((field) => field.of === whose),
      values,
      options,
    );
    if (finding.evidence.length > 0) return { of: whose, ...finding };
  }
  return { of: 'nobody', evidence: [], thirdParty: false };
}

async function* matchesOf(
  find: Find,
  { record, evidence }: { readonly record: FlatRecord; readonly evidence: Looked },
  search: Search,
): AsyncGenerator<Match, void, undefined> {
  const { engine, collection } = search;
  if (!isNew(search, collection, record)) return;
  search.matches += 1;
  const missing = (problem: Problem): number => search.problems.push(problem);
  if (evidence.of === 'owner' && !(find.alone && !namesOwner(find, record))) {
    const owner = await findOwner(engine, collection, find, { record, missing });
    if (owner !== undefined && isNew(search, owner.collection, owner.record))
      yield await matchOf(engine, owner.collection, { record: owner.record, evidence, missing });
  } else yield await matchOf(engine, collection, { record, evidence, missing });
}

/** Whether one search meets a record for the first time: as a hit, or as the owner of one. */
function isNew({ seen }: Search, { name }: NamedCollection, { key }: FlatRecord): boolean {
  const id = JSON.stringify([name, recordId(key)]);
  return !seen.has(id) && seen.add(id).has(id);
}

/** A hit as it is reported. Where the record only mentions the person, the identifiers on it are another's and are not handed on. */
async function matchOf(
  engine: Engine,
  collection: NamedCollection,
  { record, evidence: { evidence, thirdParty }, missing }: Hit & { readonly evidence: Looked },
): Promise<Match> {
  const found = {
    type: 'match',
    collection: collection.name,
    key: record.key,
    record: recordData(collection, record, new CarriageNotes()),
    evidence,
  } as const;
  if (thirdParty) return { ...found, identifiers: [], standing: 'third-party' };
  return { ...found, identifiers: await identifiersOf(engine, collection, { record, missing }), standing: 'subject' };
}

async function identifiersOf(engine: Engine, collection: NamedCollection, hit: Hit): Promise<readonly FoundIdentifier[]> {
  const fields = identifyingFields(collection, engine).filter(({ of }) => of === 'self');
  const own = ownIdentifiers(collection.name, fields, identifyingValues(fields, hit.record.members), engine.phoneRegion);
  return [...own, ...(await ownedIdentifiers(engine, collection, hit))];
}
