import type { IdentifyingField } from '@habeas/connector-sdk';
import type { BoundField, FieldIdentifier } from '../binding/bound-map.js';
import { oncePer } from '../once.js';

/** A field that holds an identifier, and its column. */
export interface IdentifierField extends BoundField, IdentifyingField {
  readonly identifier: FieldIdentifier;
}

/** The fields of a collection that hold identifiers. */
export const identifierFields = oncePer((fields: readonly BoundField[]): readonly IdentifierField[] =>
  fields.flatMap((field) =>
    field.identifier === undefined
      ? []
      : [{ ...field, identifier: field.identifier, thirdParty: field.spec?.thirdParty === true }],
  ),
);
