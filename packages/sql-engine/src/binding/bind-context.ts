import type { BoundCollection, BoundField, BoundReference, ContextField, MappedCollection } from './bound-map.js';
import type { FaultSink } from './fault-sink.js';

/**
 * The fields that a collection's context references show. What leads through a collection that cannot be used is left
 * out: the reference to it is reported as broken, and this collection goes on without it.
 */
export function bindContext(
  collection: BoundCollection,
  collections: ReadonlyMap<string, MappedCollection>,
  faults: FaultSink,
): readonly ContextField[] {
  return collection.references
    .filter(({ as }) => as === 'context')
    .flatMap((reference) =>
      reference.show.flatMap((shown, index) => {
        const path = ['references', reference.name, 'show', index];
        const end = resolve(reference, shown, collections);
        if (end === 'broken') return [];
        if (end.field === undefined) {
          faults.unknown(path, `collection "${end.collection.name}" has no field "${end.wanted}" to show`, end.wanted, end.known);
          return [];
        }
        if (end.field.type === 'file')
          faults.add(path, `the field "${shown}" holds a file, which is not shown as context`, 'remove it');
        return [{ name: `${reference.name}.${shown}`, path: end.path, field: end.field }];
      }),
    );
}

interface ShownEnd {
  readonly path: readonly BoundReference[];
  readonly collection: BoundCollection;
  readonly field: BoundField | undefined;
  readonly wanted: string;
  readonly known: readonly string[];
}

/** Follows `album.artist.name` from one reference to the next. A column may have a dot in its name, so a field comes first. */
function resolve(
  reference: BoundReference,
  shown: string,
  collections: ReadonlyMap<string, MappedCollection>,
): ShownEnd | 'broken' {
  const collection = collections.get(reference.to);
  if (collection?.state !== 'bound') return 'broken';
  const field = collection.fields.find(({ name }) => name === shown);
  const dot = shown.indexOf('.');
  if (field !== undefined || dot === -1) {
    const known = collection.fields.map(({ name }) => name);
    return { path: [reference], collection, field, wanted: shown, known };
  }
  const first = shown.slice(0, dot);
  const next = collection.references.find(({ name, as }) => name === first && as === 'context');
  if (next === undefined) return missing(reference, collection, first);
  const end = resolve(next, shown.slice(dot + 1), collections);
  return end === 'broken' ? end : { ...end, path: [reference, ...end.path] };
}

function missing(reference: BoundReference, collection: BoundCollection, wanted: string): ShownEnd | 'broken' {
  if (collection.broken.some(({ name }) => name === wanted)) return 'broken';
  const known = collection.references.filter(({ as }) => as === 'context').map(({ name }) => name);
  return { path: [reference], collection, field: undefined, wanted, known };
}
