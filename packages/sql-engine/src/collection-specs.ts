import { describedField, type CollectionSpec, type FieldSpec } from '@habeas/connector-sdk';
import {
  ownedReferences,
  type BoundCollection,
  type BoundField,
  type BrokenCollection,
  type ContextField,
} from './binding/bound-map.js';
import type { Engine } from './engine.js';
import { modeOf } from './locate/choose-access.js';
import { brokenLookups } from './locate/broken-lookups.js';
import { fieldLookups, lookupOf } from './locate/field-lookup.js';

/** What a session can deliver, collection by collection, in the data map's order. */
export function collectionSpecs(engine: Engine): readonly CollectionSpec[] {
  return [...engine.map.collections.values()].map((collection) =>
    collection.state === 'bound' ? boundSpec(collection, engine) : brokenSpec(collection, engine),
  );
}

function boundSpec(collection: BoundCollection, engine: Engine): CollectionSpec {
  return {
    ...describedSpec(collection.spec, collection.name, engine),
    key: collection.key.map(({ name }) => name),
    fields: [...collection.fields.map(fieldSpec), ...collection.context.map(contextSpec)],
    withheld: collection.withheld,
    lookups: fieldLookups(collection, engine.dialect).map((lookup) =>
      lookupOf(lookup.field.name, lookup.identifier, modeOf(lookup, collection, engine)),
    ),
  };
}

/** A collection that cannot be used still stands in the ledger: as the data map says it would be. */
function brokenSpec({ name, spec }: BrokenCollection, engine: Engine): CollectionSpec {
  const fields = Object.entries(spec.fields);
  return {
    ...describedSpec(spec, name, engine),
    key: spec.key ?? [],
    fields: fields.filter(([, { secret }]) => !secret).map(([field, { type }]) => ({ name: field, type: type ?? 'string' })),
    withheld: fields.filter(([, { secret }]) => secret).map(([field]) => field),
    lookups: brokenLookups(spec),
  };
}

type Described = Omit<CollectionSpec, 'key' | 'fields' | 'withheld' | 'lookups'>;

function describedSpec(spec: BoundCollection['spec'], name: string, engine: Engine): Described {
  const { title, description, activity, nature, personal, reason, gaps } = spec;
  const log = nature === 'own' ? {} : { nature };
  return {
    name,
    ...withoutAbsent({ title, description, activity, reason }),
    ...log,
    personal,
    ownedBy: ownersOf(name, engine),
    gaps,
  };
}

function ownersOf(name: string, { map }: Engine): readonly string[] {
  const reached = new Set([name]);
  for (const each of reached) {
    const collection = map.collections.get(each);
    if (collection?.state === 'bound') ownedReferences(collection).forEach(({ to }) => reached.add(to));
  }
  return [...reached].filter((each) => each !== name);
}

function fieldSpec({ name, type, spec, known }: BoundField): FieldSpec {
  return { name, type, ...describedField(spec ?? {}), ...(known ? {} : { unclassified: true }) };
}

/** A shared thing's field is described where the thing is. That it is undescribed there is no news about this record. */
function contextSpec({ name, path, field }: ContextField): FieldSpec {
  const { unclassified: _unclassified, ...spec } = fieldSpec(field);
  return { ...spec, name, context: path[0]?.name ?? name };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
