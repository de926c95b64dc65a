import type { IdentifyingField, JsonObject, JsonValue } from '@habeas/connector-sdk';
import { valuesAt } from '../template/json-path.js';
import type { Engine, NamedCollection } from './engine.js';

/** A field that holds identifiers, and where in its value they stand. */
export interface RestIdentifyingField extends IdentifyingField {
  readonly at: string | undefined;
  readonly of: 'self' | 'owner';
}

/** The fields of a collection that identify somebody. */
export function identifyingFields({ spec }: NamedCollection, engine: Engine): readonly RestIdentifyingField[] {
  return Object.entries(spec.fields).flatMap(([name, { identifier, type = 'string', thirdParty, at }]) => {
    if (identifier === undefined) return [];
    const { kind, of } = identifier;
    const namespace =
      'namespace' in identifier && identifier.namespace !== undefined ? engine.namespaceOf(identifier.namespace) : undefined;
    const part = 'part' in identifier ? identifier.part : undefined;
    return [{ name, type, thirdParty, at, of, identifier: { kind, namespace, part } }];
  });
}

/** The values in which identifiers are looked for, by field. */
export function identifyingValues(fields: readonly RestIdentifyingField[], members: JsonObject): JsonObject {
  return Object.fromEntries(fields.map(({ name, at }) => [name, valueIn(members, name, at)]));
}

function valueIn(members: JsonObject, name: string, at: string | undefined): JsonValue {
  const value = Object.hasOwn(members, name) ? (members[name] ?? null) : null;
  return at === undefined ? value : valuesAt(value, at);
}
