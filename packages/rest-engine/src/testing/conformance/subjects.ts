import assert from 'node:assert/strict';
import { recordId, toIdentifier, type Identifier, type JsonObject } from '@habeas/connector-sdk';
import type { Find } from '../../manifest/collection-schema.js';
import type { Manifest } from '../../manifest/manifest.js';
import { REGION, type Person } from '../world/people.js';
import { textsAt, type World, type WorldRecord } from '../world/world.js';
import { SOURCE, type Bench } from './bench.js';

/** One way of searching one collection. */
export interface Search {
  readonly collection: string;
  readonly find: Find;
  readonly index: number;
}

/** Every way of searching that a manifest has. */
export function searchesOf({ collections }: Manifest): readonly Search[] {
  return Object.entries(collections).flatMap(([collection, { find }]) =>
    find.map((each, index) => ({ collection, find: each, index })),
  );
}

/** What a search of this kind looks for, from a text as a person types it. */
export function identifierFor({ find }: Search, text: string): Identifier | undefined {
  const { by, namespace } = find;
  return toIdentifier(by, text, {
    phoneRegion: REGION,
    ...(namespace === undefined ? {} : { namespace: `${SOURCE}.${namespace}` }),
  });
}

/** What a search looks for to find a person: what stands in the field that it finds them by. Nothing where nothing does. */
export function sought(bench: Bench, search: Search, person: Person): Identifier | undefined {
  const record = recordsOf(bench.world, search.collection, person)[0];
  return record === undefined ? undefined : identifiersOn(bench.manifest, search, record)[0];
}

/** The identifiers on a record that a search finds it by. */
export function identifiersOn({ collections }: Manifest, search: Search, record: WorldRecord): readonly Identifier[] {
  const at = collections[search.collection]?.fields[search.find.field]?.at;
  return textsAt(record, search.find.field, at).flatMap((text) => identifierFor(search, text) ?? []);
}

/** Everything by which a person can be searched. */
export function allSought(bench: Bench, person: Person): readonly Identifier[] {
  const found = searchesOf(bench.manifest).flatMap((search) => sought(bench, search, person) ?? []);
  assert.ok(found.length > 0, 'the world has nobody whom the connector could search: give its records ${person.email}');
  return found.filter(
    (one, index) => found.findIndex((each) => each.kind === one.kind && each.exact.reveal() === one.exact.reveal()) === index,
  );
}

/** What a collection holds of a person. */
export function recordsOf(world: World, collection: string, person: Person): readonly WorldRecord[] {
  return (world.records.get(collection) ?? []).filter((record) => record.person === person);
}

/** A record as `rootNames` names it. */
export function nameOf({ collection, key }: WorldRecord): string {
  return `${collection} ${recordId(key)}`;
}

/** The names of the roots that a search has to find for an identifier: the records that hold it, or their owners. */
export function rootsFor(bench: Bench, search: Search, identifier: Identifier): readonly string[] {
  const records = (bench.world.records.get(search.collection) ?? []).filter((record) =>
    identifiersOn(bench.manifest, search, record).some((each) => each.exact.reveal() === identifier.exact.reveal()),
  );
  const roots = records.map((record) => (search.find.owner === undefined ? record : (record.owner ?? record)));
  return [...new Set(roots.map(nameOf))].sort();
}

/** What the vendor sent of a record, against what was delivered: fields of it, or of a group that was lifted. */
export function deliveredOthers(data: JsonObject): JsonObject {
  return (data['otherFields'] ?? {}) as JsonObject;
}
