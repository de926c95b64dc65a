import { type DescribedCollection, parseDataMap } from '@habeas/connector-sdk';
import { type ComparedSource, declaredByMap } from '../register/drift/compared-source.js';
import { registerDrift } from '../register/drift/register-drift.js';
import type { Register } from '../register/register.js';

/** A source with this data map (collections as YAML), as it was found. */
export function mappedSource(
  collections: string,
  { found = { health: [] }, unmapped = '{}' }: { readonly found?: ComparedSource['found']; readonly unmapped?: string } = {},
): ComparedSource {
  const { map } = parseDataMap(`dataMap: 1\nunmapped: ${unmapped}\ncollections:\n${collections}`, 'crm.map.yaml');
  return { id: 'crm', collections: declaredByMap(map), leftOut: Object.keys(map.unmapped), found };
}

/** A table as a source describes it: its columns, with `id` as key. */
export function foundTable(name: string, columns: readonly string[]): DescribedCollection {
  const fields = columns.map((column) => ({ name: column, nativeType: 'text', type: 'string' as const, nullable: true }));
  return { name, key: ['id'], fields, references: [], indexes: [] };
}

/** Drift as `CODE source collection.field activity`, without what a finding does not tell. */
export function drift(register: Register, ...sources: readonly ComparedSource[]): readonly string[] {
  return registerDrift(register, sources).map(({ code, source, collection, field, activity }) => {
    const place = field === undefined ? collection : `${String(collection)}.${field}`;
    return [code, source, place, activity].filter((part) => part !== undefined).join(' ');
  });
}

/** What the findings of a code say, in English, each once. */
export function driftTexts(register: Register, ...sources: readonly ComparedSource[]): readonly string[] {
  return [...new Set(registerDrift(register, sources).map(({ what }) => what.en))];
}
