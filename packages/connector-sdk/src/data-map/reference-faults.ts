import type { ValueFault } from '../input/issue-faults.js';
import { spellingRemedy } from '../input/nearest-word.js';
import type { DataMap, DataMapCollection, DataMapReference } from './data-map.js';

/** What is wrong with the references of a data map whose format is right: they lead nowhere, or say two things at once. */
export function referenceFaults(map: DataMap): readonly ValueFault[] {
  return Object.entries(map.collections).flatMap(([name, collection]) =>
    Object.entries(collection.references).flatMap(([reference, spec]) => {
      const path = ['collections', name, 'references', reference];
      const other = map.collections[spec.to];
      if (other === undefined) return [missingCollection(map, spec.to, path)];
      return [...(spec.as === 'owned' ? ownedFaults(spec, other, collection, path) : contextFaults(map, spec, path))];
    }),
  );
}

function missingCollection(map: DataMap, to: string, path: readonly string[]): ValueFault {
  return {
    path: [...path, 'to'],
    what: `there is no collection "${to}" in this data map`,
    remedy: spellingRemedy(to, Object.keys(map.collections)).replace(/^remove it, or/u, 'add the collection, or'),
  };
}

function* ownedFaults(
  { to, show }: DataMapReference,
  other: DataMapCollection,
  own: DataMapCollection,
  path: readonly string[],
): Iterable<ValueFault> {
  const both = `"owned" says that its rows belong to a person through ${to}`;
  if (other.personal === 'none') {
    yield {
      path: [...path, 'to'],
      what: `${both}, but ${to} is declared personal: none, and is not searched`,
      remedy: `make the reference context, or say which fields of ${to} identify a person`,
    };
  }
  if (own.personal === 'none') {
    yield {
      path: [...path, 'as'],
      what: `${both}, but the collection is declared personal: none`,
      remedy: 'remove personal: none, or make the reference context',
    };
  }
  if (show.length > 0) {
    yield {
      path: [...path, 'show'],
      what: 'show is for context references: the rows that own this one are delivered whole, as records of their own',
      remedy: 'remove show, or make the reference context',
    };
  }
}

function* contextFaults(map: DataMap, { to, show, maxDepth }: DataMapReference, path: readonly string[]): Iterable<ValueFault> {
  if (maxDepth !== undefined) {
    yield {
      path: [...path, 'maxDepth'],
      what: 'maxDepth is for owned references: a context reference is never walked further',
      remedy: 'remove it',
    };
  }
  for (const [index, shown] of show.entries()) {
    const fault = shownFault(map, to, shown);
    if (fault !== undefined) yield { ...fault, path: [...path, 'show', index] };
  }
}

/** Columns are known only live, so a field need not be declared; the references on the way to it have to be. */
function shownFault(map: DataMap, collection: string, shown: string): Omit<ValueFault, 'path'> | undefined {
  const dot = shown.indexOf('.');
  const first = dot < 0 ? shown : shown.slice(0, dot);
  const rest = shown.slice(dot + 1);
  const { references, fields } = map.collections[collection] as DataMapCollection;
  if (dot < 0) {
    if (fields[first]?.secret !== true) return undefined;
    return { what: `${collection}.${first} is secret, and would be shown`, remedy: 'remove it from show' };
  }
  const reference = references[first];
  if (reference === undefined) {
    const contexts = Object.keys(references).filter((name) => references[name]?.as === 'context');
    return {
      what: `${collection} has no reference "${first}" to show "${rest}" of`,
      remedy: spellingRemedy(first, contexts),
    };
  }
  if (reference.as === 'owned') {
    return {
      what: `${collection}.${first} is an owned reference: what it leads to is a person's, and is not shown as context`,
      remedy: 'remove it from show',
    };
  }
  return map.collections[reference.to] === undefined ? undefined : shownFault(map, reference.to, rest);
}
