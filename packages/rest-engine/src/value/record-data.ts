import {
  type CarriageNotes,
  describedField,
  fileId,
  type FieldSpec,
  type JsonObject,
  type JsonValue,
} from '@habeas/connector-sdk';
import type { NamedCollection } from '../session/engine.js';
import { valueOf } from '../template/json-path.js';
import { carry } from './carry.js';
import type { FlatRecord } from './flat-record.js';

/** The one field that holds what a vendor sends and the manifest does not describe: whatever it is, it is delivered. */
export const OTHER_FIELDS = 'otherFields';

/** The fields of a collection as they are delivered, in this order. */
export function fieldSpecs({ spec }: NamedCollection): readonly FieldSpec[] {
  const described = Object.entries(spec.fields).filter(([, { secret }]) => !secret);
  return [
    ...described.map(([name, field]) => ({
      name,
      type: field.epoch === undefined ? (field.type ?? 'string') : 'timestamp',
      ...describedField(field),
    })),
    ...Object.entries(spec.files).map(([name, { title }]) => ({
      name,
      type: 'file' as const,
      ...(title === undefined ? {} : { title }),
    })),
    { name: OTHER_FIELDS, type: 'json', title: { en: 'Other fields', fr: 'Autres champs' }, unclassified: true },
  ];
}

/** What a record delivers. Secret fields are left out. */
export function recordData(collection: NamedCollection, { key, members }: FlatRecord, notes: CarriageNotes): JsonObject {
  const { spec, name } = collection;
  const data = new Map<string, JsonValue>();
  for (const [field, description] of Object.entries(spec.fields)) {
    if (!description.secret) data.set(field, carry(field, description, own(members, field), notes));
  }
  for (const [field, { size }] of Object.entries(spec.files)) {
    const bytes = size === undefined ? undefined : valueOf(members, size);
    data.set(field, { file: fileId(name, key, field), bytes: typeof bytes === 'number' ? bytes : null });
  }
  const others = Object.entries(members).filter(([member]) => !Object.hasOwn(spec.fields, member));
  data.set(OTHER_FIELDS, others.length === 0 ? null : Object.fromEntries(others));
  return Object.fromEntries(data);
}

function own(members: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
