import type { JsonObject } from '@habeas/connector-sdk';
import type { Manifest } from '../../manifest/manifest.js';
import { valueOf } from '../../template/json-path.js';
import { scalarText } from '../fake-vendor/scalar-text.js';
import { membersOf, type World, type WorldRecord } from './world.js';

/** A record to put into a vendor, in the shape in which the vendor sends it, and the record that it hangs from. */
export interface HeldRecord {
  readonly collection: string;
  readonly raw: JsonObject;
  readonly owner?: HeldRecord;
}

/** Shared things to put into a vendor, by their kind, each in the shape in which the vendor sends it. */
export type HeldThings = Readonly<Record<string, readonly JsonObject[]>>;

/**
 * The world of records that somebody has written one by one, where `buildWorld` makes them of people and templates. Each owner
 * stands before what hangs from it. Throws for a record of a collection that the manifest does not know.
 */
export function heldWorld(manifest: Manifest, config: JsonObject, { records: held, shared = {} }: Held): World {
  const made = new Map<HeldRecord, WorldRecord>();
  const records = new Map<string, WorldRecord[]>();
  for (const one of held) {
    const owner = one.owner === undefined ? undefined : made.get(one.owner);
    const record = worldRecord(manifest, one, { owner, config });
    made.set(one, record);
    records.set(one.collection, [...(records.get(one.collection) ?? []), record]);
  }
  const ownedBy: World['ownedBy'] = (owner, collection) =>
    (records.get(collection) ?? []).filter((record) => record.owner === owner);
  return { records, listings: new Map(), ownedBy, shared: (kind, key) => thingOf(manifest, shared[kind] ?? [], { kind, key }) };
}

interface Held {
  readonly records: readonly HeldRecord[];
  readonly shared?: HeldThings | undefined;
}

function thingOf(
  manifest: Manifest,
  things: readonly JsonObject[],
  { kind, key }: { readonly kind: string; readonly key: JsonObject },
): JsonObject | undefined {
  const { record = '.' } = manifest.shared[kind] ?? {};
  return things.find((thing) => {
    const members = valueOf(thing, record) as JsonObject;
    return Object.entries(key).every(([field, value]) => scalarText(members[field]) === scalarText(value));
  });
}

function worldRecord(
  manifest: Manifest,
  { collection, raw }: HeldRecord,
  { owner, config }: { readonly owner: WorldRecord | undefined; readonly config: JsonObject },
): WorldRecord {
  const spec = manifest.collections[collection];
  if (spec === undefined) throw new Error(`${manifest.title} has no collection "${collection}".`);
  const members = membersOf(raw, spec, { config, parent: owner?.members ?? {} });
  const key = spec.key.map((field) => members[field] as string | number);
  return { collection, raw, members, key, person: undefined, owner, within: {}, shownBy: undefined };
}
