import { createHash } from 'node:crypto';
import { toIdentifier, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import type { Find } from '../../manifest/collection-schema.js';
import type { Manifest } from '../../manifest/manifest.js';
import { valueAt } from '../../template/template.js';
import { REGION } from '../world/people.js';
import { textsAt, type World, type WorldRecord } from '../world/world.js';
import type { Captures } from './captures.js';
import type { Quirks } from './quirks.js';
import type { Purpose } from './route.js';
import { scalarText } from './scalar-text.js';

/** What selecting records depends on. */
export interface Selection {
  readonly manifest: Manifest;
  readonly world: World;
  readonly quirks: Quirks;
}

/** The records that a search finds. A vendor compares addresses without regard to letter case, and numbers as numbers. */
export function foundBy(
  collection: string,
  find: Find,
  captures: Captures,
  { manifest, world, quirks }: Selection,
): readonly WorldRecord[] {
  const records = (world.records.get(collection) ?? []).filter((record) => isWithin(record, find.for, captures));
  const asked = captures.get('id') ?? captures.get('typed') ?? captures.get('md5');
  if (quirks.ignoresFilters || asked === undefined) return records;
  const former = formerlyAt(scalarText(asked), collection, quirks);
  if (former !== undefined) return [former];
  const at = manifest.collections[collection]?.fields[find.field]?.at;
  const isAsked = captures.get('md5') === asked ? likeHash(scalarText(asked)) : likeText(find.by, scalarText(asked), quirks);
  return records.filter((record) => textsAt(record, find.field, at).some(isAsked));
}

function formerlyAt(asked: string, collection: string, { previous }: Quirks): WorldRecord | undefined {
  return previous?.record.collection === collection && previous.text === asked ? previous.record : undefined;
}

function likeText(kind: Find['by'], asked: string, { findsParts }: Quirks): (text: string) => boolean {
  if (findsParts) {
    const part = asked.slice(0, Math.max(2, asked.indexOf('@'))).toLowerCase();
    return (text) => text.toLowerCase().includes(part);
  }
  if (kind === 'phone') {
    const number = toIdentifier('phone', asked, { phoneRegion: REGION })?.exact.reveal();
    return (text) => number !== undefined && toIdentifier('phone', text, { phoneRegion: REGION })?.exact.reveal() === number;
  }
  if (kind === 'id') return (text) => text === asked;
  return (text) => text.toLowerCase() === asked.toLowerCase();
}

function likeHash(asked: string): (text: string) => boolean {
  return (text) => createHash('md5').update(text.toLowerCase()).digest('hex') === asked;
}

/** Whether a record is in the items of listings that were asked for. */
function isWithin({ within }: WorldRecord, listings: readonly string[], captures: Captures): boolean {
  return listings.every((name) => agrees(name, within[name], captures));
}

/** Whether everything that a request named of something is what stands in it. */
export function agrees(name: string, value: JsonValue | undefined, captures: Captures): boolean {
  return [...captures].every(([hole, asked]) => {
    if (hole !== name && !hole.startsWith(`${name}.`)) return true;
    const path = hole === name ? [] : hole.slice(name.length + 1).split('.');
    return isSame(valueAt(value ?? null, path), asked);
  });
}

/** The records that an owner has, or nothing where the vendor knows no such owner. */
export function listedFor(
  { collection, owner, over }: { readonly collection: string; readonly owner: string; readonly over: readonly string[] },
  captures: Captures,
  { world }: Selection,
): readonly WorldRecord[] | undefined {
  const found = ownerIn(world, owner, captures);
  if (found === undefined) return undefined;
  const owned = world.ownedBy(found, collection);
  return over.length === 0 ? owned : owned.filter((record) => isWithin(record, over, captures));
}

/** Whether it is no list of an owner, or the vendor knows the owner: owners of several collections may be asked for at one address. */
export function isOfKnownOwner(purpose: Purpose, captures: Captures, world: World): boolean {
  return purpose.kind !== 'owned' || ownerIn(world, purpose.owner, captures) !== undefined;
}

function ownerIn(world: World, owner: string, captures: Captures): WorldRecord | undefined {
  return (world.records.get(owner) ?? []).find(({ members }) => agrees('parent', members, captures));
}

/** The records of keys: `keys` of a batch, `key.…` of one, or `item` of one that a list named. */
export function keyedBy(collection: string, captures: Captures, { manifest, world }: Selection): readonly WorldRecord[] {
  const records = world.records.get(collection) ?? [];
  const names = manifest.collections[collection]?.key ?? [];
  const keys = captures.get('keys');
  if (keys !== undefined) {
    return ofKeys(
      records,
      listOf(keys).map((each) => keyText(names, each)),
    );
  }
  const item = captures.get('item');
  if (item !== undefined) return ofKeys(records, [scalarText(item)]);
  return records.filter(({ key }) => {
    const named = Object.fromEntries(names.map((name, index) => [name, key[index] ?? null]));
    return agrees('key', named, captures);
  });
}

type Positions = ReadonlyMap<string, readonly number[]>;

const POSITIONS = new WeakMap<readonly WorldRecord[], Positions>();

/** The records of some keys, in the order of the list. */
function ofKeys(records: readonly WorldRecord[], asked: readonly string[]): readonly WorldRecord[] {
  const positions = POSITIONS.get(records) ?? positionsIn(records);
  POSITIONS.set(records, positions);
  const found = new Set(asked.flatMap((text) => positions.get(text) ?? []));
  return [...found].sort((a, b) => a - b).flatMap((position) => records[position] ?? []);
}

/** Where the records of each key stand. Where an address names the rest of a key, the first part of it is asked for. */
function positionsIn(records: readonly WorldRecord[]): Positions {
  const positions = new Map<string, number[]>();
  records.forEach(({ key }, position) => {
    for (const text of new Set([key.map(String).join('\n'), String(key[0])])) {
      const same = positions.get(text);
      if (same === undefined) positions.set(text, [position]);
      else same.push(position);
    }
  });
  return positions;
}

/** The keys of shared things that a request names, each by its fields. */
export function keysAsked(names: readonly string[], captures: Captures): readonly JsonObject[] {
  const keys = captures.get('keys');
  if (keys === undefined) return [Object.fromEntries(names.map((name) => [name, captures.get(`key.${name}`) ?? null]))];
  return listOf(keys).map((key) => (typeof key === 'object' && key !== null ? (key as JsonObject) : { [names[0] ?? '']: key }));
}

/** Keys as JSON lists them, or as a query does, between commas. */
function listOf(keys: JsonValue): readonly JsonValue[] {
  return Array.isArray(keys) ? (keys as readonly JsonValue[]) : scalarText(keys).split(',');
}

function keyText(names: readonly string[], key: JsonValue): string {
  if (typeof key !== 'object' || key === null) return scalarText(key);
  return names.map((name) => scalarText((key as JsonObject)[name])).join('\n');
}

function isSame(value: JsonValue | undefined, asked: JsonValue): boolean {
  if (value === undefined || value === null) return false;
  return scalarText(value) === scalarText(asked);
}
