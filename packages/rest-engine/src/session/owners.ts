import {
  ConnectorError,
  ownIdentifiers,
  type FoundIdentifier,
  type JsonObject,
  type JsonValue,
  type Problem,
  type RecordKey,
} from '@habeas/connector-sdk';
import type { Find } from '../manifest/collection-schema.js';
import { valueOf } from '../template/json-path.js';
import type { FlatRecord } from '../value/flat-record.js';
import { collectionOf, collectionsOf, commonScope, type Engine, type NamedCollection } from './engine.js';
import { identifyingFields, identifyingValues } from './identifying-fields.js';
import { listOwned, type OwnedTask } from './owned-lists.js';
import { askedKey, recordsOfKeys } from './read-keys.js';

/** Owned records that are looked at for further identifiers of their owner, at most. */
const MOST_LOOKED_AT = 1_000;

/** A record that was found, and whom to tell of what is missing around it. */
export interface Hit {
  readonly record: FlatRecord;
  readonly missing: (problem: Problem) => void;
}

/** The record that owns a hit whose identifier is its owner's. Nothing, and a problem told, where it is no longer there. */
export async function findOwner(
  engine: Engine,
  { name, spec }: NamedCollection,
  { owner = {} }: Find,
  hit: Hit,
): Promise<{ readonly collection: NamedCollection; readonly record: FlatRecord } | undefined> {
  const collection = Object.keys(spec.of)
    .map((each) => collectionOf(engine, each))
    .find(({ spec: above }) => above.key.every((field) => Object.hasOwn(owner, field)));
  if (collection === undefined)
    throw new ConnectorError('contract', `Nothing says who owns a record of "${name}".`, { collection: name });
  const key = collection.spec.key.map((field) => keyPart(name, namedOwner(hit.record, owner[field] ?? '.')));
  const task = { collection, request: collection.spec.read ?? {}, scope: commonScope(engine), missing: hit.missing };
  for await (const record of recordsOfKeys(engine, task, [askedKey(collection, key)])) return { collection, record };
  return undefined;
}

/** Whether a record says whose it is. */
export function namesOwner({ owner = {} }: Find, record: FlatRecord): boolean {
  return Object.values(owner).every((at) => namedOwner(record, at) !== undefined);
}

type OwnerAt = NonNullable<Find['owner']>[string];

/** What stands in a record for a part of its owner's key; of an address, what comes after its last slash. */
function namedOwner({ members }: FlatRecord, at: OwnerAt): JsonValue | undefined {
  if (typeof at === 'string') return valueOf(members, at);
  const address = valueOf(members, at.endOf);
  return typeof address === 'string' ? address.slice(address.lastIndexOf('/') + 1) : undefined;
}

function keyPart(name: string, value: unknown): RecordKey[number] {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new ConnectorError('contract', `A record of "${name}" does not say whose it is.`, { collection: name });
}

/**
 * The identifiers on owned records that are their owner's: the further addresses of an account. What cannot be read of them is
 * told to `missing`: the owner is found without them.
 */
export async function ownedIdentifiers(
  engine: Engine,
  owner: NamedCollection,
  { record, missing }: Hit,
): Promise<readonly FoundIdentifier[]> {
  const found: FoundIdentifier[] = [];
  for (const collection of collectionsOf(engine).filter(({ spec }) => Object.hasOwn(spec.of, owner.name))) {
    const fields = identifyingFields(collection, engine).filter(({ of }) => of === 'owner');
    if (fields.length === 0) continue;
    try {
      for await (const members of membersOf(engine, { collection, owner: owner.name, parent: record, missing }))
        found.push(...ownIdentifiers(collection.name, fields, identifyingValues(fields, members), engine.phoneRegion));
    } catch (error) {
      if (!(error instanceof ConnectorError) || !CONCERNS_ONE.includes(error.errorClass)) throw error;
      missing({ errorClass: error.errorClass, message: error.message });
    }
  }
  return found;
}

/** Faults of one collection: another can still be read. */
const CONCERNS_ONE: readonly ConnectorError['errorClass'][] = ['permission', 'not-found', 'contract'];

async function* membersOf(engine: Engine, task: OwnedTask): AsyncGenerator<JsonObject, void, undefined> {
  let looked = 0;
  for await (const { records } of listOwned(engine, task)) {
    for (const { members } of records) yield members;
    looked += records.length;
    if (looked >= MOST_LOOKED_AT) return;
  }
}
