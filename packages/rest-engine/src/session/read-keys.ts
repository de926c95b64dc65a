import { createHash } from 'node:crypto';
import { ConnectorError, recordId, type JsonValue, type Problem, type RecordKey } from '@habeas/connector-sdk';
import type { RequestSpec } from '../manifest/request-schema.js';
import type { Scope } from '../template/template.js';
import { flatRecord, type FlatRecord, type KeyedCollection } from '../value/flat-record.js';
import type { Engine } from './engine.js';
import { pagesOf } from './pages.js';
import { propertyChunks } from './properties.js';

/** How records of known keys are asked for: one by one, or many at a time. */
export interface KeyedRequest {
  readonly each?: RequestSpec | undefined;
  readonly batch?: (RequestSpec & { readonly size: number }) | undefined;
}

/** What is asked for, and within what. */
export interface KeyedTask {
  readonly collection: KeyedCollection;
  readonly request: KeyedRequest;
  readonly scope: Scope;
  readonly missing: (problem: Problem) => void;
}

/** A key, and what the templates of its request call it. */
export interface AskedKey {
  readonly id: string;
  readonly scope: Scope;
  /** What stands for it in `${keys}`. */
  readonly item: JsonValue;
}

/** A key of a collection as its own requests ask for it. */
export function askedKey({ spec }: KeyedCollection, key: RecordKey): AskedKey {
  const named = Object.fromEntries(spec.key.map((name, index) => [name, key[index] ?? null]));
  return { id: recordId(key), scope: { key: named }, item: key.length === 1 ? (key[0] ?? null) : named };
}

/**
 * The records of some keys, in that order, each as soon as it is there. One that the vendor no longer has is told to
 * `missing`; one that was not asked for fails with `contract`: it may be somebody else's.
 */
export async function* recordsOfKeys(
  engine: Engine,
  task: KeyedTask,
  keys: readonly AskedKey[],
): AsyncGenerator<FlatRecord, void, undefined> {
  const { each, batch } = task.request;
  const size = batch?.size ?? 1;
  const spec = batch ?? each;
  if (spec === undefined) throw new ConnectorError('contract', `Nothing says how "${task.collection.name}" is read by its key.`);
  for (let from = 0; from < keys.length; from += size) {
    const asked = keys.slice(from, from + size);
    const found = await oneRequest(engine, task, spec, asked);
    const lost = asked.filter(({ id }) => !found.has(id)).length;
    if (lost > 0) task.missing(gone(task.collection.name, lost));
    for (const { id } of asked) {
      const record = found.get(id);
      if (record !== undefined) yield record;
    }
  }
}

/** Where a vendor sends only the properties that are named, the request is made once for each part of them. */
async function oneRequest(
  engine: Engine,
  task: KeyedTask,
  spec: RequestSpec,
  asked: readonly AskedKey[],
): Promise<Map<string, FlatRecord>> {
  const found = new Map<string, FlatRecord>();
  const scope = { ...task.scope, keys: asked.map(({ item }) => item), ...(asked.length === 1 ? asked[0]?.scope : {}) };
  for (const properties of await propertyChunks(engine, task.collection)) {
    const within = properties === undefined ? scope : { ...scope, properties };
    const list = { label: `${task.collection.name}.read`, spec, scope: within, paginate: 'none', missing: task.missing } as const;
    for await (const { items } of pagesOf(engine, list)) {
      for (const item of items) take(flatRecord(task.collection, item, within), found);
    }
  }
  return onlyAsked(found, asked, task);
}

function take(record: FlatRecord, found: Map<string, FlatRecord>): void {
  const id = recordId(record.key);
  const before = found.get(id);
  found.set(id, before === undefined ? record : { key: record.key, members: { ...before.members, ...record.members } });
}

/** A request that names no key lists everything, and what was not asked for is left there. */
function namesKeys(batch: RequestSpec): boolean {
  return JSON.stringify(batch).includes('keys');
}

function onlyAsked(
  found: Map<string, FlatRecord>,
  asked: readonly AskedKey[],
  { collection, request }: KeyedTask,
): Map<string, FlatRecord> {
  const wanted = new Set(asked.map(({ id }) => id));
  const foreign = [...found.keys()].filter((id) => !wanted.has(id));
  if (foreign.length > 0 && request.batch !== undefined && namesKeys(request.batch)) {
    throw new ConnectorError(
      'contract',
      `The source answered a read of "${collection.name}" with records that were not asked for.`,
      {
        collection: collection.name,
      },
    );
  }
  foreign.forEach((id) => found.delete(id));
  return found;
}

function gone(name: string, count: number): Problem {
  const message = `${String(count)} records of "${name}" were found, and the source no longer gives them by their key.`;
  return { errorClass: 'not-found', message, remedy: 'Search again; if it stays so, check the rights of the credentials.' };
}

/** What Mailchimp calls a subscriber hash: MD5 of the address in lower case. It protects nothing, and is only a key. */
export function md5(text: string): string {
  return createHash('md5').update(text.toLowerCase()).digest('hex');
}
