import { ConnectorError, type JsonObject, type JsonValue, type RecordKey } from '@habeas/connector-sdk';
import type { NamedCollection } from '../session/engine.js';
import { valueOf } from '../template/json-path.js';
import { EmptyHole, fill, parseTemplate, valueAt, type Scope } from '../template/template.js';
import { digestOf } from './digest.js';

/** A record as the vendor sent it, unwrapped and with its groups lifted: fields by their names, undescribed ones included. */
export interface FlatRecord {
  readonly key: RecordKey;
  readonly members: JsonObject;
}

/** What a record is made by: how it is unwrapped, and what tells it apart. */
export interface Shape {
  readonly name: string;
  readonly spec: Pick<NamedCollection['spec'], 'key' | 'record' | 'lift' | 'set'>;
}

/** What has a key: a collection, or a kind of shared thing. */
export interface KeyedCollection extends Shape {
  readonly spec: Shape['spec'] & Pick<NamedCollection['spec'], 'fields' | 'properties'>;
}

/** The record in a listed item. Throws `contract` where it is none, or has no key. */
export function flatRecord({ name, spec }: Shape, item: JsonValue, scope: Scope): FlatRecord {
  const record = spec.record === undefined ? item : valueOf(item, spec.record);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new ConnectorError('contract', `What was received for "${name}" is no record.`, { collection: name });
  }
  const members = withSet(spec, lifted(record as JsonObject, spec.lift), setScope(spec, scope, record));
  return { key: keyOf(name, spec.key, members), members };
}

/** A digest is reckoned only for the collections whose records have nothing else that tells them apart. */
function setScope({ set }: Shape['spec'], scope: Scope, record: JsonValue): Scope {
  return Object.values(set).some((text) => text.includes('${digest}')) ? { ...scope, digest: digestOf(record) } : scope;
}

/** Through entries, since a vendor may call a field `__proto__`. */
function lifted(record: JsonObject, groups: readonly string[]): ReadonlyMap<string, JsonValue> {
  const members = new Map<string, JsonValue>();
  const below: [string, string, JsonValue][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (groups.includes(name) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      Object.entries(value as JsonObject).forEach(([inner, each]) => below.push([name, inner, each]));
    } else members.set(name, value);
  }
  for (const [group, name, value] of below) members.set(members.has(name) ? `${group}.${name}` : name, value);
  return members;
}

/**
 * Fields that the vendor does not send. A record that was asked for by its key keeps the parts of it that the vendor leaves out;
 * what nothing fills is left out.
 */
function withSet({ set, key }: Shape['spec'], members: ReadonlyMap<string, JsonValue>, scope: Scope): JsonObject {
  const asked = (name: string): JsonValue | undefined => valueAt(scope, ['key', name]);
  const added = Object.entries(set).flatMap(([name, text]) => {
    const value = asked(name) ?? filled(text, scope);
    return value === undefined ? [] : [[name, value] as const];
  });
  const parts = key.filter((name) => !members.has(name) && !Object.hasOwn(set, name));
  return Object.fromEntries([...members, ...parts.map((name) => [name, asked(name) ?? null] as const), ...added]);
}

function filled(text: string, scope: Scope): string | undefined {
  try {
    return fill(parseTemplate(text), scope, (value) => value);
  } catch (error) {
    if (error instanceof EmptyHole) return undefined;
    throw error;
  }
}

function keyOf(name: string, fields: readonly string[], members: JsonObject): RecordKey {
  return fields.map((field) => {
    const value = Object.hasOwn(members, field) ? members[field] : undefined;
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return value;
    throw new ConnectorError('contract', `A record of "${name}" has no "${field}", which tells it apart from others.`, {
      collection: name,
    });
  });
}
