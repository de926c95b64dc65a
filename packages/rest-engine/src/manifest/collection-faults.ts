import type { ValueFault } from '@habeas/connector-sdk';
import type { RestCollection } from './collection-schema.js';
import type { Manifest } from './manifest-schema.js';
import { templateFaults } from './template-faults.js';

type Path = readonly PropertyKey[];

/** What is wrong between the collections of a manifest whose format is right. */
export function collectionFaults(manifest: Manifest): readonly ValueFault[] {
  const listings = new Set(Object.keys(manifest.listings));
  return [
    ...Object.entries(manifest.listings).flatMap(([name, { for: over }]) => [
      ...unknownListings(['listings', name], over, listings),
    ]),
    ...Object.entries(manifest.collections).flatMap(([name, collection]) => {
      const path = ['collections', name];
      return [
        ...keyFaults(path, collection),
        ...fieldFaults(path, collection, manifest),
        ...findFaults(path, collection, manifest, listings),
        ...ownerFaults(path, collection, manifest, listings),
        ...setFaults(path, collection, listings),
        ...reachFaults(path, name, collection, manifest),
      ];
    }),
    ...cycleFaults(manifest),
  ];
}

function* unknownListings(path: Path, names: readonly string[], known: ReadonlySet<string>): Iterable<ValueFault> {
  for (const name of names) {
    if (!known.has(name))
      yield {
        path: [...path, 'for'],
        what: `there is no listing "${name}"`,
        remedy: `known: ${[...known].join(', ') || 'none'}`,
      };
  }
}

function* keyFaults(path: Path, { key, fields, set, find, read }: RestCollection): Iterable<ValueFault> {
  for (const [index, name] of key.entries()) {
    if (!Object.hasOwn(fields, name) && !Object.hasOwn(set, name)) {
      yield { path: [...path, 'key', index], what: `the key's field "${name}" is not described`, remedy: `add it to fields` };
    }
    if (fields[name]?.secret === true) yield { path: [...path, 'key', index], what: 'a secret field cannot be part of a key' };
  }
  if (find.length > 0 && read === undefined) {
    yield { path, what: 'it can be found, and not be read by its key', remedy: 'add read: with ${key.…}' };
  }
}

function* fieldFaults(path: Path, { fields }: RestCollection, { namespaces }: Manifest): Iterable<ValueFault> {
  for (const [name, { identifier, secret, at }] of Object.entries(fields)) {
    const where = [...path, 'fields', name];
    if (identifier !== undefined && secret)
      yield { path: where, what: 'a secret field is never read, so it cannot identify a person' };
    if (identifier === undefined && at !== undefined)
      yield { path: [...where, 'at'], what: 'at is for fields with an identifier' };
    if (identifier?.kind === 'id' && !Object.hasOwn(namespaces, namespaceOf(identifier) ?? '')) {
      yield { path: [...where, 'identifier'], what: 'an id needs a namespace of this manifest', remedy: 'add it to namespaces' };
    }
  }
}

function* findFaults(
  path: Path,
  collection: RestCollection,
  manifest: Manifest,
  listings: ReadonlySet<string>,
): Iterable<ValueFault> {
  for (const [index, { by, namespace, field, owner, for: over }] of collection.find.entries()) {
    const at = [...path, 'find', index];
    const identifier = collection.fields[field]?.identifier;
    if (identifier?.kind !== by || namespaceOf(identifier) !== namespace) {
      yield {
        path: [...at, 'field'],
        what: `"${field}" holds no ${by} of that namespace, so a hit could not be looked at again`,
      };
    }
    yield* unknownListings(at, over, listings);
    for (const [name] of Object.entries(owner ?? {})) {
      const owners = Object.keys(collection.of).map((each) => manifest.collections[each]);
      if (!owners.some((each) => each?.key.includes(name))) {
        yield { path: [...at, 'owner', name], what: `no owner of this collection has the key field "${name}"` };
      }
    }
  }
}

function* ownerFaults(
  path: Path,
  { of }: RestCollection,
  { collections }: Manifest,
  listings: ReadonlySet<string>,
): Iterable<ValueFault> {
  for (const [owner, { for: over }] of Object.entries(of)) {
    const known = Object.keys(collections).join(', ');
    if (!Object.hasOwn(collections, owner))
      yield { path: [...path, 'of', owner], what: `there is no collection "${owner}"`, remedy: `known: ${known}` };
    yield* unknownListings([...path, 'of', owner], over, listings);
  }
}

function setFaults(path: Path, { set, find, of }: RestCollection, listings: ReadonlySet<string>): readonly ValueFault[] {
  const over = [...find.flatMap((each) => each.for), ...Object.values(of).flatMap((each) => each.for)].filter((name) =>
    listings.has(name),
  );
  const known = Object.fromEntries(['config', 'key', 'parent', 'digest', ...over].map((name) => [name, 'anything' as const]));
  return Object.entries(set).flatMap(([name, text]) => templateFaults([...path, 'set'], { path: [name], text }, known));
}

function* reachFaults(path: Path, name: string, { find, of }: RestCollection, manifest: Manifest): Iterable<ValueFault> {
  if (find.length === 0 && Object.keys(of).length === 0 && !isLedUpTo(manifest, name)) {
    yield { path, what: `nothing leads to "${name}"`, remedy: 'add find: or of:' };
  }
}

/** Whether hits of another collection lead up to the records of this one, which own them. */
export function isLedUpTo({ collections }: Manifest, name: string): boolean {
  return Object.values(collections).some(
    ({ of, find }) => Object.hasOwn(of, name) && find.some(({ owner }) => owner !== undefined),
  );
}

/** A reading that goes from owner to owned never comes to an end in a circle. */
function* cycleFaults({ collections }: Manifest): Iterable<ValueFault> {
  for (const name of Object.keys(collections)) {
    const above = new Set(Object.keys(collections[name]?.of ?? {}));
    for (const owner of above) Object.keys(collections[owner]?.of ?? {}).forEach((each) => above.add(each));
    if (above.has(name))
      yield { path: ['collections', name, 'of'], what: 'it owns itself, by way of others', remedy: 'remove one of them' };
  }
}

/** The short form of an identifier, its kind alone, has no namespace. */
function namespaceOf(identifier: NonNullable<RestCollection['fields'][string]['identifier']>): string | undefined {
  return 'namespace' in identifier ? identifier.namespace : undefined;
}
