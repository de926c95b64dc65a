import type { DataMap, DataMapCollection } from '@habeas/connector-sdk';
import type { Register } from '../register/register.js';
import type { RecordScope } from '../scope/scope-decision.js';
import { type ScopedField, scopeOfCollection } from './collection-scope.js';

/** What is decided of one collection of a source before anybody asks. */
export interface MappedScope {
  readonly collection: string;
  /** The activity of the register that it serves. Absent: nobody has assigned it. */
  readonly activity?: string;
  readonly scope: RecordScope;
  /** Credentials: never read, and listed as withheld in every answer. */
  readonly secrets: readonly string[];
}

/**
 * What of each field a person would get by access and by portability, and why, by the data map and the register alone (SCP-01,
 * PRT-01): no source is asked. Collections that hold no personal data are left out. A column that the map does not name is not in it.
 */
export function scopeOfMap(source: string, { collections }: DataMap, register: Register): readonly MappedScope[] {
  return Object.entries(collections).flatMap(([name, collection]) =>
    collection.personal === 'none' ? [] : [scopeOf(source, name, collection, register)],
  );
}

function scopeOf(source: string, name: string, collection: DataMapCollection, register: Register): MappedScope {
  const { activity, nature, fields } = collection;
  const named = Object.entries(fields);
  const shown = named.filter(([, { secret }]) => !secret).map(([field, spec]) => fieldOf(field, spec));
  const assigned = activity === undefined ? {} : { activity };
  const spec = { name, ...assigned, ...(nature === 'own' ? {} : { nature }), fields: shown };
  return {
    collection: name,
    ...assigned,
    scope: scopeOfCollection(source, spec, register, []).scope,
    secrets: named.filter(([, { secret }]) => secret).map(([field]) => field),
  };
}

function fieldOf(name: string, { origin, special, thirdParty, ownUse, log }: DataMapCollection['fields'][string]): ScopedField {
  return {
    name,
    ...(origin === undefined ? {} : { origin }),
    ...(special ? { special } : {}),
    ...(thirdParty ? { thirdParty } : {}),
    ...(ownUse === undefined ? {} : { ownUse }),
    ...(log === undefined ? {} : { log }),
  };
}
