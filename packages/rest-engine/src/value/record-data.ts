import {
  type CarriageNotes,
  describedField,
  fileId,
  type FieldSpec,
  type JsonObject,
  type JsonValue,
} from '@habeas/connector-sdk';
import type { RestField } from '../manifest/field-schema.js';
import type { Manifest } from '../manifest/manifest-schema.js';
import type { NamedCollection } from '../session/engine.js';
import { valueOf } from '../template/json-path.js';
import { carry } from './carry.js';
import type { FlatRecord } from './flat-record.js';

/** The one field that holds what a vendor sends and the manifest does not describe: whatever it is, it is delivered. */
export const OTHER_FIELDS = 'otherFields';

/** The fields of a collection as they are delivered, in this order. */
export function fieldSpecs({ spec }: NamedCollection, shared: Manifest['shared']): readonly FieldSpec[] {
  const described = Object.entries(spec.fields).filter(([, { secret }]) => !secret);
  return [
    ...described.map(([name, field]) => ({ name, type: typeOf(field), ...describedField(field) })),
    ...Object.entries(spec.files).map(([name, { title }]) => ({
      name,
      type: 'file' as const,
      ...(title === undefined ? {} : { title }),
    })),
    ...Object.entries(spec.context).flatMap(([reference, context]) => contextSpecs(reference, context, shared)),
    { name: OTHER_FIELDS, type: 'json', title: { en: 'Other fields', fr: 'Autres champs' }, unclassified: true },
  ];
}

type Context = NamedCollection['spec']['context'][string];

function contextSpecs(reference: string, { to, show }: Context, shared: Manifest['shared']): readonly FieldSpec[] {
  return show.flatMap((field) => {
    const spec = shared[to]?.fields[field];
    if (spec === undefined) return [];
    return [{ ...describedField(spec), name: `${reference}.${field}`, type: typeOf(spec), context: reference }];
  });
}

function typeOf({ type, epoch }: Pick<RestField, 'type' | 'epoch'>): FieldSpec['type'] {
  return epoch === undefined ? (type ?? 'string') : 'timestamp';
}

/** What a record delivers, with what is shown of the things that it refers to. Secret fields are left out. */
export function recordData(
  collection: NamedCollection,
  { key, members }: FlatRecord,
  notes: CarriageNotes,
  shown: JsonObject = {},
): JsonObject {
  const { spec, name } = collection;
  const data = new Map<string, JsonValue>();
  for (const [field, description] of Object.entries(spec.fields)) {
    if (!description.secret) data.set(field, carry(field, description, own(members, field), notes));
  }
  for (const [field, { size }] of Object.entries(spec.files)) {
    const bytes = size === undefined ? undefined : valueOf(members, size);
    data.set(field, { file: fileId(name, key, field), bytes: typeof bytes === 'number' ? bytes : null });
  }
  for (const [field, value] of Object.entries(shown)) data.set(field, value);
  const others = Object.entries(members).filter(([member]) => !Object.hasOwn(spec.fields, member));
  data.set(OTHER_FIELDS, others.length === 0 ? null : Object.fromEntries(others));
  return Object.fromEntries(data);
}

function own(members: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
