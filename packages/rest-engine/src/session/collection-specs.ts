import type { CollectionSpec } from '@habeas/connector-sdk';
import { fieldSpecs } from '../value/record-data.js';
import { collectionsOf, type Engine, type NamedCollection } from './engine.js';
import { lookupOf } from './locate.js';

/** What a session can deliver, collection by collection, in the manifest's order. */
export function collectionSpecs(engine: Engine): readonly CollectionSpec[] {
  return collectionsOf(engine).map((collection) => collectionSpec(collection, engine));
}

function collectionSpec(collection: NamedCollection, engine: Engine): CollectionSpec {
  const { name, spec } = collection;
  const { title, description, nature, key, gaps, fields, find } = spec;
  const activity = engine.activities[name] ?? engine.activities['*'];
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(activity === undefined ? {} : { activity }),
    ...(nature === 'own' ? {} : { nature }),
    personal: 'subject',
    key,
    fields: fieldSpecs(collection, engine.manifest.shared),
    withheld: Object.keys(fields).filter((field) => fields[field]?.secret === true),
    lookups: find.map((each) => lookupOf(each, engine)),
    ownedBy: ownersAbove(name, engine),
    gaps,
  };
}

/** The collections whose records can own records of this one, directly or by steps. */
export function ownersAbove(name: string, { manifest }: Pick<Engine, 'manifest'>): readonly string[] {
  const reached = new Set([name]);
  for (const each of reached) Object.keys(manifest.collections[each]?.of ?? {}).forEach((owner) => reached.add(owner));
  return [...reached].filter((each) => each !== name);
}
