import type { DataMapCollection, Lookup } from '@habeas/connector-sdk';
import { isSearched } from './field-lookup.js';

/** The ways into a collection that cannot be used, as the data map has them. */
export function brokenLookups({ personal, fields }: DataMapCollection): readonly Lookup[] {
  if (personal === 'none') return [];
  return Object.entries(fields).flatMap(([field, { identifier }]): readonly Lookup[] => {
    if (identifier === undefined || !isSearched(identifier.kind)) return [];
    const namespace = 'namespace' in identifier ? identifier.namespace : undefined;
    return [{ kind: identifier.kind, ...(namespace === undefined ? {} : { namespace }), field, mode: 'unusable' }];
  });
}
