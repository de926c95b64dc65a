import type { CollectionSpec, FieldSpec } from '@habeas/connector-sdk';
import type { Gathered } from '../request/gathered.js';

/** A field of what was found that a person can be asked about. No value. */
export interface ProvableField {
  readonly source: string;
  readonly collection: CollectionSpec;
  readonly field: FieldSpec;
}

/** A guess between two, a thing of several parts, or nothing that can be said aloud. */
const UNSUITABLE: ReadonlySet<FieldSpec['type']> = new Set(['boolean', 'json', 'bytes', 'file']);

/**
 * The fields that facts can be checked against: of collections of which something was found, and not what is special, somebody else's, free
 * text, or one of a few codes.
 */
export function provableFields({ index, segments }: Gathered): readonly ProvableField[] {
  const found = new Set(segments.filter(({ records }) => records > 0).map(({ source, collection }) => `${source}/${collection}`));
  return index.collections
    .filter(({ source, collection }) => found.has(`${source.id}/${collection.name}`) && collection.nature === undefined)
    .flatMap(({ source, collection }) =>
      collection.fields.filter(isProvable).map((field) => ({ source: source.id, collection, field })),
    );
}

function isProvable({ type, special, thirdParty, freeText, codes, unclassified }: FieldSpec): boolean {
  const isKept = special === true || thirdParty === true || freeText === true || unclassified === true;
  return !isKept && codes === undefined && !UNSUITABLE.has(type);
}
