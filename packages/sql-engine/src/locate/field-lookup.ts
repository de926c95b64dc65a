import type { Identifier, IdentifierKind, Lookup } from '@habeas/connector-sdk';
import type { BoundCollection, BoundField, FieldIdentifier } from '../binding/bound-map.js';
import { isUnique } from '../binding/uniqueness.js';
import type { Dialect } from '../dialect/dialect.js';
import { oncePerPair } from '../once.js';
import type { Access } from './access.js';
import { emailAccess } from './email-access.js';
import { idAccess } from './id-access.js';
import { phoneAccess } from './phone-access.js';

/** A field that identifies people, and how it is searched. */
export interface FieldLookup {
  readonly field: BoundField;
  readonly identifier: FieldIdentifier;
  readonly access: Access;
  /** Whether a value stands in one row at most. */
  readonly unique: boolean;
}

type AccessTo = (field: BoundField, collection: BoundCollection, dialect: Dialect) => Access;

/** Kinds that are searched. Names and birth dates only agree or contradict. */
const ACCESS: Readonly<Partial<Record<IdentifierKind, AccessTo>>> = { email: emailAccess, phone: phoneAccess, id: idAccess };

/** Whether a search can begin with an identifier of a kind. */
export function isSearched(kind: IdentifierKind): boolean {
  return ACCESS[kind] !== undefined;
}

/** The fields by which a collection can be searched, in the data map's order. */
export const fieldLookups = oncePerPair((collection: BoundCollection, dialect: Dialect): readonly FieldLookup[] => {
  if (collection.spec.personal === 'none') return [];
  return collection.fields.flatMap((field) => {
    const { identifier } = field;
    const accessTo = identifier === undefined ? undefined : ACCESS[identifier.kind];
    if (identifier === undefined || accessTo === undefined) return [];
    const unique = identifier.kind === 'id' && isUnique(collection.table, [field.column.name]);
    return [{ field, identifier, access: accessTo(field, collection, dialect), unique }];
  });
});

/** The identifiers of a query that may stand in a field. */
export function searchedIn({ identifier }: FieldLookup, identifiers: readonly Identifier[]): readonly Identifier[] {
  return identifiers.filter(({ kind, namespace }) => kind === identifier.kind && namespace === identifier.namespace);
}

/** A way into a field, as it is reported. */
export function lookupOf(field: string, { kind, namespace, of }: FieldIdentifier, mode: Lookup['mode']): Lookup {
  return { kind, ...(namespace === undefined ? {} : { namespace }), field, mode, ...(of === 'owner' ? { of } : {}) };
}
