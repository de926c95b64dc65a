import { ConnectorError, recordId, type JsonValue, type Problem } from '@habeas/connector-sdk';
import type { Fetch, Owned } from '../manifest/collection-schema.js';
import type { PageState } from '../page/pager.js';
import { valueOf } from '../template/json-path.js';
import { EmptyHole, fill, parseTemplate, type Scope } from '../template/template.js';
import { flatRecord, type FlatRecord } from '../value/flat-record.js';
import { commonScope, type Engine, type NamedCollection } from './engine.js';
import { scopesOver } from './listings.js';
import { pagesOf } from './pages.js';
import { recordsOfKeys, type AskedKey } from './read-keys.js';

/** The records of one owner to be listed. */
export interface OwnedTask {
  readonly collection: NamedCollection;
  readonly owner: string;
  readonly parent: FlatRecord;
  readonly missing: (problem: Problem) => void;
  /** Where an earlier listing stopped. */
  readonly from?: OwnedState | undefined;
}

/** A place in an owner's lists: which of them, where it goes through a listing, and which page of it; its beginning without one. */
export interface OwnedState {
  readonly list: number;
  readonly page?: PageState;
}

/** A page of an owner's records. */
export interface OwnedPage {
  readonly records: readonly FlatRecord[];
  /** Where the lists of this owner go on. */
  readonly next: OwnedState | undefined;
}

/** The records of one owner, page by page. An owner whose record says that it has none is not asked for. */
export async function* listOwned(engine: Engine, task: OwnedTask): AsyncGenerator<OwnedPage, void, undefined> {
  const owned = task.collection.spec.of[task.owner];
  if (owned === undefined) throw new ConnectorError('contract', `"${task.collection.name}" is not of "${task.owner}".`);
  const scope = commonScope(engine, { parent: task.parent.members });
  let list = 0;
  for await (const { item: within, isLast } of withLast(scopesOver(engine, owned.for, scope))) {
    const from = task.from === undefined || list > task.from.list ? undefined : task.from;
    if (from === undefined || from.list === list)
      yield* oneList(engine, { ...task, owned, scope: within, list, isLast, page: from?.page });
    list += 1;
  }
}

/** Items, each with whether another follows. */
async function* withLast<T>(items: AsyncIterable<T>): AsyncGenerator<{ readonly item: T; readonly isLast: boolean }> {
  let held: { readonly item: T } | undefined;
  for await (const item of items) {
    if (held !== undefined) yield { ...held, isLast: false };
    held = { item };
  }
  if (held !== undefined) yield { ...held, isLast: true };
}

interface OneList extends OwnedTask {
  readonly owned: Owned;
  readonly scope: Scope;
  readonly list: number;
  readonly isLast: boolean;
  readonly page: PageState | undefined;
}

async function* oneList(engine: Engine, task: OneList): AsyncGenerator<OwnedPage, void, undefined> {
  const { collection, owned, scope, list, isLast, page, missing } = task;
  const following = isLast ? undefined : { list: list + 1 };
  const label = `${collection.name} of ${task.owner}`;
  try {
    for await (const { items, next } of pagesOf(engine, {
      label,
      spec: owned,
      scope,
      paginate: engine.manifest.paginate,
      from: page,
      missing,
    })) {
      const records =
        owned.fetch === undefined
          ? items.map((item) => flatRecord(collection, item, scope))
          : await fetched(engine, task, owned.fetch, items);
      yield { records, next: next === undefined ? following : { list, page: next } };
    }
  } catch (error) {
    if (!(error instanceof EmptyHole) || error.path[0] !== 'parent') throw error;
  }
}

/** A list of keys: the records of each page are fetched by them. */
async function fetched(
  engine: Engine,
  { collection, scope, missing }: OneList,
  { key, each, batch }: Fetch,
  items: readonly JsonValue[],
): Promise<readonly FlatRecord[]> {
  const keys = items.map((item) => fetchedKey(collection, scope, valueOf(item, key)));
  const records: FlatRecord[] = [];
  for await (const record of recordsOfKeys(engine, { collection, request: { each, batch }, scope, missing }, keys))
    records.push(record);
  return records;
}

/** What a list gives is the part of the key that nothing else sets. */
function fetchedKey({ name, spec }: NamedCollection, scope: Scope, value: JsonValue | undefined): AskedKey {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new ConnectorError('contract', `A listed record of "${name}" has no key to fetch it by.`, { collection: name });
  }
  const key = spec.key.map((field) => {
    const set = spec.set[field];
    return set === undefined ? value : fill(parseTemplate(set), scope, (text) => text);
  });
  return { id: recordId(key), scope: { item: value }, item: value };
}
