import type { JsonValue } from '@habeas/connector-sdk';
import { valueOf } from '../template/json-path.js';
import type { KeyedCollection } from '../value/flat-record.js';
import { commonScope, type Engine } from './engine.js';
import { pagesOf } from './pages.js';

/**
 * The names of properties to ask for, in parts that one request can carry: all that the vendor has, custom ones included. One
 * part without names where the vendor sends everything anyway.
 */
export async function propertyChunks(
  engine: Engine,
  collection: KeyedCollection,
): Promise<readonly (readonly string[] | undefined)[]> {
  const { properties } = collection.spec;
  if (properties === undefined) return [undefined];
  const names = await keptNames(engine, collection);
  const count = Math.max(1, Math.ceil(names.length / properties.chunk));
  return Array.from({ length: count }, (_, index) => names.slice(index * properties.chunk, (index + 1) * properties.chunk));
}

/** Asked once for all who read at the same time. A fault is not kept: whoever tries again asks again. */
async function keptNames(engine: Engine, collection: KeyedCollection): Promise<readonly string[]> {
  const { name } = collection;
  const kept = engine.properties.get(name) ?? namesOf(engine, collection);
  engine.properties.set(name, kept);
  try {
    return await kept;
  } catch (error) {
    if (engine.properties.get(name) === kept) engine.properties.delete(name);
    throw error;
  }
}

async function namesOf(engine: Engine, { name, spec }: KeyedCollection): Promise<readonly string[]> {
  const { properties } = spec;
  if (properties === undefined) return [];
  const names = new Set<string>(declaredProperties({ name, spec }));
  const task = {
    label: `${name}.properties`,
    spec: properties,
    scope: commonScope(engine),
    paginate: 'none',
    missing: ignoreNothing,
  } as const;
  for await (const { items } of pagesOf(engine, task)) {
    for (const item of items) addText(names, valueOf(item, properties.name));
  }
  return [...names];
}

function addText(names: Set<string>, value: JsonValue | undefined): void {
  if (typeof value === 'string') names.add(value);
}

/** One reply without pages has nothing to be missing. */
function ignoreNothing(): void {
  // See above.
}

/** The properties that the manifest describes: enough to look at a hit again. */
export function declaredProperties({ spec }: KeyedCollection): readonly string[] {
  return Object.keys(spec.fields).filter((name) => !Object.hasOwn(spec.set, name) && !spec.key.includes(name));
}
