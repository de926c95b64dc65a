import { ConnectorError, ownIdentifiers, type FoundIdentifier, type Problem, type RecordKey } from '@habeas/connector-sdk';
import type { Find } from '../manifest/collection-schema.js';
import { valueOf } from '../template/json-path.js';
import type { FlatRecord } from '../value/flat-record.js';
import { collectionOf, collectionsOf, commonScope, type Engine, type NamedCollection } from './engine.js';
import { identifyingFields, identifyingValues } from './identifying-fields.js';
import { listOwned } from './owned-lists.js';
import { askedKey, recordsOfKeys } from './read-keys.js';

/** Owned records that are looked at for further identifiers of their owner, at most. */
const MOST_LOOKED_AT = 1_000;

/** The record that owns a hit whose identifier is its owner's. Nothing, and a problem told, where it is no longer there. */
export async function findOwner(
  engine: Engine,
  { name, spec }: NamedCollection,
  { owner = {} }: Find,
  hit: { readonly record: FlatRecord; readonly missing: (problem: Problem) => void },
): Promise<{ readonly collection: NamedCollection; readonly record: FlatRecord } | undefined> {
  const collection = Object.keys(spec.of)
    .map((each) => collectionOf(engine, each))
    .find(({ spec: above }) => above.key.every((field) => Object.hasOwn(owner, field)));
  if (collection === undefined)
    throw new ConnectorError('contract', `Nothing says who owns a record of "${name}".`, { collection: name });
  const key = collection.spec.key.map((field) => keyPart(name, valueOf(hit.record.members, owner[field] ?? '.')));
  const task = { collection, request: collection.spec.read ?? {}, scope: commonScope(engine), missing: hit.missing };
  for await (const record of recordsOfKeys(engine, task, [askedKey(collection, key)])) return { collection, record };
  return undefined;
}

function keyPart(name: string, value: unknown): RecordKey[number] {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new ConnectorError('contract', `A record of "${name}" does not say whose it is.`, { collection: name });
}

/** The identifiers on owned records that are their owner's: the further addresses of an account. */
export async function ownedIdentifiers(
  engine: Engine,
  owner: NamedCollection,
  record: FlatRecord,
): Promise<readonly FoundIdentifier[]> {
  const found: FoundIdentifier[] = [];
  for (const collection of collectionsOf(engine).filter(({ spec }) => Object.hasOwn(spec.of, owner.name))) {
    const fields = identifyingFields(collection, engine).filter(({ of }) => of === 'owner');
    if (fields.length === 0) continue;
    let looked = 0;
    const missing = (problem: Problem): never => {
      throw new ConnectorError(problem.errorClass, problem.message);
    };
    for await (const page of listOwned(engine, { collection, owner: owner.name, parent: record, missing })) {
      for (const { members } of page.records)
        found.push(...ownIdentifiers(collection.name, fields, identifyingValues(fields, members), engine.phoneRegion));
      looked += page.records.length;
      if (looked >= MOST_LOOKED_AT) break;
    }
  }
  return found;
}
