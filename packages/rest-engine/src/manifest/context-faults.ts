import type { ValueFault } from '@habeas/connector-sdk';
import type { Manifest } from './manifest-schema.js';

type Path = readonly PropertyKey[];
type Collection = Manifest['collections'][string];
type Reference = Collection['context'][string];

/** What is wrong with how the collections of a manifest refer to shared things. */
export function contextFaults({ collections, shared }: Manifest): readonly ValueFault[] {
  const used = new Set(Object.values(collections).flatMap(({ context }) => Object.values(context).map(({ to }) => to)));
  return [
    ...Object.entries(collections).flatMap(([name, collection]) =>
      Object.entries(collection.context).flatMap(([reference, spec]) => [
        ...referenceFaults(['collections', name, 'context', reference], { collection, reference, spec }, shared),
      ]),
    ),
    ...Object.keys(shared)
      .filter((name) => !used.has(name))
      .map((name) => ({
        path: ['shared', name],
        what: `no record refers to "${name}"`,
        remedy: 'remove it, or add it to the context of a collection',
      })),
  ];
}

interface Placed {
  readonly collection: Collection;
  readonly reference: string;
  readonly spec: Reference;
}

function* referenceFaults(path: Path, placed: Placed, shared: Manifest['shared']): Iterable<ValueFault> {
  const { to, on } = placed.spec;
  const thing = Object.hasOwn(shared, to) ? shared[to] : undefined;
  if (thing === undefined) {
    const known = Object.keys(shared).join(', ') || 'none';
    yield { path: [...path, 'to'], what: `there is no shared thing "${to}"`, remedy: `known: ${known}` };
    return;
  }
  const unset = thing.key.filter((field) => !Object.values(on).includes(field));
  if (unset.length > 0)
    yield { path: [...path, 'on'], what: `nothing says where the key of "${to}" stands: ${unset.join(', ')}` };
  for (const [at, field] of Object.entries(on)) yield* pairFaults([...path, 'on', at], { at, field, to }, placed, thing);
  yield* showFaults(path, placed, thing);
}

function* pairFaults(
  path: Path,
  { at, field, to }: { readonly at: string; readonly field: string; readonly to: string },
  { collection: { fields } }: Placed,
  { key }: Manifest['shared'][string],
): Iterable<ValueFault> {
  if (!key.includes(field))
    yield { path, what: `"${field}" is not part of the key of "${to}"`, remedy: `it has ${key.join(', ')}` };
  if (at.includes('[]')) yield { path, what: 'a record refers to one thing, and a list may hold many', remedy: 'name one place' };
  const [member = ''] = at.split('.');
  if (fields[at]?.identifier !== undefined || (member === at && fields[member]?.secret === true)) {
    yield {
      path,
      what: `"${at}" identifies a person or is a secret, and leads to no shared thing`,
      remedy: 'name another field',
    };
  }
}

function* showFaults(
  path: Path,
  { collection, reference, spec: { show, to } }: Placed,
  { fields }: Manifest['shared'][string],
): Iterable<ValueFault> {
  for (const [index, field] of show.entries()) {
    const where = [...path, 'show', index];
    if (!Object.hasOwn(fields, field))
      yield {
        path: where,
        what: `"${to}" has no field "${field}"`,
        remedy: `it has ${Object.keys(fields).join(', ') || 'none'}`,
      };
    if (Object.hasOwn(collection.fields, `${reference}.${field}`) || Object.hasOwn(collection.files, `${reference}.${field}`))
      yield {
        path: where,
        what: `"${reference}.${field}" is a field of the record already`,
        remedy: 'call the reference otherwise',
      };
  }
}
