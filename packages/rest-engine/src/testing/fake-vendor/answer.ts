import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { valueAt } from '../../template/template.js';
import type { WorldRecord } from '../world/world.js';
import type { Asked } from './asked.js';
import { pageOf } from './paging.js';
import type { ArrivedRequest, Route } from './route.js';
import { scalarText } from './scalar-text.js';
import { agrees, foundBy, keyedBy, keysAsked, listedFor } from './select.js';
import { asSent, customProperty } from './sent-record.js';
import { writeAt } from './write-at.js';

/** What a vendor says. `body` is JSON; `bytes` is the size of a file. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
  readonly bytes?: number;
}

const NOT_FOUND: Answer = { status: 404, headers: {}, body: { error: 'not found' } };

/** What a vendor as the manifest describes it answers. */
export function answerTo(asked: Asked): Answer {
  const { purpose } = asked.route;
  switch (purpose.kind) {
    case 'check':
      return reply(asked, [{ id: 'self' }], asItIs);
    case 'listing':
      return reply(asked, listingItems(purpose.listing, asked), asItIs);
    case 'shared':
      return sharedReply(purpose.shared, asked);
    case 'properties':
      return reply(asked, propertyItems(purpose.collection, asked), asItIs);
    case 'find':
      return recordsReply(asked, findRecords(purpose.collection, purpose.index, asked));
    case 'read':
    case 'fetch':
      return keyedReply(asked, keyedBy(purpose.collection, asked.captures, asked));
    case 'owned':
      return ownedReply(asked, purpose);
    case 'file':
      return fileReply(purpose.collection, asked);
  }
}

const asItIs = (item: JsonValue): JsonValue => item;

function findRecords(collection: string, index: number, asked: Asked): readonly WorldRecord[] {
  const find = asked.manifest.collections[collection]?.find[index];
  return find === undefined ? [] : foundBy(collection, find, asked.captures, asked);
}

function listingItems(name: string, { world, manifest, captures }: Asked): readonly JsonValue[] {
  const over = manifest.listings[name]?.for ?? [];
  const items = world.listings.get(name) ?? [];
  return items.filter(({ within }) => over.every((outer) => agrees(outer, within[outer], captures))).map(({ item }) => item);
}

/** Every property that the vendor has: those of the manifest, and its customers' own. */
function propertyItems(collection: string, { manifest, quirks }: Asked): readonly JsonValue[] {
  const spec = manifest.collections[collection];
  const at = spec?.properties?.name ?? 'name';
  const own = Array.from({ length: quirks.customProperties }, (_, index) => customProperty(index));
  return [...Object.keys(spec?.fields ?? {}), ...own].map((name) => writeAt({}, at, name));
}

/** A single record that is not there has no address; a search that finds nothing is an empty list. */
function keyedReply(asked: Asked, records: readonly WorldRecord[]): Answer {
  const { spec } = asked.route;
  const isAddress = /\$\{(?:key|item)/u.test(spec.get ?? spec.post ?? '');
  if (records.length === 0 && isAddress) return NOT_FOUND;
  return recordsReply(asked, records);
}

function ownedReply(asked: Asked, { collection, owner }: { readonly collection: string; readonly owner: string }): Answer {
  const { route, manifest, captures } = asked;
  const owned = manifest.collections[collection]?.of[owner];
  const records = listedFor({ collection, owner, over: owned?.for ?? [] }, captures, asked);
  if (records === undefined) return route.spec.get?.includes('${parent') === true ? NOT_FOUND : recordsReply(asked, []);
  const fetch = owned?.fetch;
  if (fetch === undefined) return recordsReply(asked, records);
  return reply(asked, doubledIn(asked, records), ({ key }) => writeAt({}, fetch.key, key[0] ?? null));
}

function recordsReply(asked: Asked, records: readonly WorldRecord[]): Answer {
  const shown = hides(records)
    ? records.filter(({ shownBy }) => shownBy === undefined || isShown(shownBy, asked.request))
    : records;
  return reply(asked, doubledIn(asked, shown), (record) => asSent(record, asked));
}

const HIDING = new WeakMap<readonly WorldRecord[], boolean>();

/** Whether some of a list are left out unless they are asked for. Lists may be long, so each is looked through once. */
function hides(records: readonly WorldRecord[]): boolean {
  const known = HIDING.get(records) ?? records.some(({ shownBy }) => shownBy !== undefined);
  HIDING.set(records, known);
  return known;
}

function isShown(shownBy: Readonly<Record<string, string>>, { query, body }: ArrivedRequest): boolean {
  const members = (typeof body === 'object' && body !== null ? body : {}) as JsonObject;
  return Object.entries(shownBy).every(([name, value]) => (query.get(name) ?? scalarText(members[name])) === value);
}

function doubledIn({ quirks, route }: Asked, records: readonly WorldRecord[]): readonly WorldRecord[] {
  return quirks.duplicates && route.pagination !== 'none' ? records.flatMap((record) => [record, record]) : records;
}

/** Only what is on the page is made ready to be sent: lists may be long. */
function reply<Item>(asked: Asked, all: readonly Item[], sent: (item: Item) => JsonValue): Answer {
  const { route, request, address, quirks, memory } = asked;
  const { spec, pagination, purpose } = route;
  const given = all.length > quirks.cap ? all.slice(0, quirks.cap) : all;
  const { items, tells } = pageOf(pagination, given, { request, quirks, address, sent, memory });
  const isOne = purpose.kind === 'check' || (isKeyed(route) && items.length === 1 && spec.records === '.');
  let body = isOne ? (items[0] ?? null) : writeAt(spec.records === '.' ? undefined : {}, spec.records, items);
  const headers: Record<string, string> = {};
  for (const { at, value } of tells) {
    if (typeof at === 'string') body = writeAt(body, at, value);
    else headers[at.header] = scalarText(value);
  }
  return { status: 200, headers, body };
}

function sharedReply(kind: string, asked: Asked): Answer {
  const { world, quirks, manifest, captures, route } = asked;
  if (quirks.sharedEnd === 'closed') return { status: 403, headers: {}, body: { error: 'not allowed' } };
  const names = manifest.shared[kind]?.key ?? [];
  const things = quirks.sharedEnd === 'gone' ? [] : keysAsked(names, captures).flatMap((key) => world.shared(kind, key) ?? []);
  return things.length === 0 && isKeyed(route) ? NOT_FOUND : reply(asked, things, asItIs);
}

function isKeyed({ purpose, spec }: Route): boolean {
  const isRead = ['read', 'fetch', 'shared'].includes(purpose.kind);
  return isRead && /\$\{(?:key|item)/u.test(spec.get ?? spec.post ?? '');
}

function fileReply(collection: string, { world, captures, quirks }: Asked): Answer {
  const record = (world.records.get(collection) ?? []).find(({ members }) =>
    [...captures].every(([hole, asked]) => {
      const [first, ...path] = hole.split('.');
      return first !== 'record' || scalarText(valueAt(members, path)) === scalarText(asked);
    }),
  );
  return record === undefined ? NOT_FOUND : { status: 200, headers: {}, bytes: quirks.fileBytes };
}
