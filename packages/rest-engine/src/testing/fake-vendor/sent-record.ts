import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { valueOf } from '../../template/json-path.js';
import type { WorldRecord } from '../world/world.js';
import type { Asked } from './asked.js';
import { writeAt } from './write-at.js';

/** Members that no manifest knows: each has to be delivered as it is. */
export const STRANGE_MEMBERS = JSON.parse(
  '{"__proto__":{"admin":true},"constructor":"kept","toString":"kept","hasOwnProperty":1,"a member nobody knows":{"deep":[1,{"x":"y"}]}}',
) as JsonObject;

/** A record as the vendor sends it to one request: with what is unknown to the manifest, and with the properties that were named. */
export function asSent(record: WorldRecord, asked: Asked): JsonValue {
  const spec = asked.manifest.collections[record.collection];
  const at = spec?.record ?? '.';
  let sent = valueOf(record.raw, at) as JsonObject;
  if (spec?.properties !== undefined) sent = withProperties(record, sent, asked);
  if (asked.quirks.strangeMembers) sent = Object.fromEntries([...Object.entries(sent), ...Object.entries(STRANGE_MEMBERS)]);
  if (asked.quirks.bulk > 0) sent = { ...sent, bulk: 'x'.repeat(asked.quirks.bulk) };
  return at === '.' ? sent : writeAt(record.raw, at, sent);
}

/** Of its properties, those that were named; the customers' own ones are made from its key. */
function withProperties({ key, collection }: WorldRecord, sent: JsonObject, { manifest, captures, quirks }: Asked): JsonObject {
  const spec = manifest.collections[collection];
  const names = propertyNames(captures.get('properties'));
  const own = Array.from({ length: quirks.customProperties }, (_, index) => customProperty(index));
  const values = own.filter((name) => names.has(name)).map((name) => [name, customValue(name, key)] as const);
  const [group] = spec?.lift ?? [];
  const described = Object.entries(group === undefined ? sent : ((sent[group] ?? {}) as JsonObject));
  const kept = described.filter(([name]) => names.has(name) || spec?.key.includes(name) === true);
  const properties = Object.fromEntries([...kept, ...values]);
  return group === undefined ? properties : { ...sent, [group]: properties };
}

function propertyNames(named: JsonValue | undefined): ReadonlySet<string> {
  if (Array.isArray(named)) return new Set((named as readonly JsonValue[]).map(String));
  return new Set(typeof named === 'string' ? named.split(',') : []);
}

/** What the vendor's customers called the properties that they added. */
export function customProperty(index: number): string {
  return `custom_property_${index}`;
}

/** What such a property holds. */
export function customValue(name: string, key: WorldRecord['key']): string {
  return `${name} of ${key.join(' ')}`;
}
