import type { FieldSpec } from '../contract/collection.js';
import type { DataMapField } from './data-map.js';

/** What a person says of a field, without where it stands in its source. */
export type FieldDescription = Omit<DataMapField, 'column' | 'charset' | 'identifier' | 'type' | 'secret'>;

/** A field as the archive and the report describe it, from what a person says of it. */
export function describedField(description: Partial<FieldDescription>): Omit<FieldSpec, 'name' | 'type'> {
  const { title, description: text, category, origin, codes, moment, relationship, tells, consentTo, log, ownUse } = description;
  const told = { title, description: text, category, origin, codes, moment, relationship, tells, consentTo, log, ownUse };
  return {
    ...(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Omit<FieldSpec, 'name' | 'type'>),
    ...(description.special === true ? { special: true } : {}),
    ...(description.thirdParty === true ? { thirdParty: true } : {}),
    ...(description.freeText === true ? { freeText: true } : {}),
  };
}
