import type { DataMapCollection, Lookup } from '@habeas/connector-sdk';
import type { FieldIdentifier } from '../binding/bound-map.js';
import { isSearched, lookupOf } from './field-lookup.js';

/** The ways into a collection that cannot be used, as the data map has them. */
export function brokenLookups({ personal, fields }: DataMapCollection): readonly Lookup[] {
  if (personal === 'none') return [];
  return Object.entries(fields).flatMap(([field, { identifier }]): readonly Lookup[] => {
    if (identifier === undefined || !isSearched(identifier.kind)) return [];
    return [lookupOf(field, identifier as FieldIdentifier, 'unusable')];
  });
}
