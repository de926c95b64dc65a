import type { PlannedCollection, PlannedCost, SubjectQuery } from '@habeas/connector-sdk';
import { isLedUpTo } from '../manifest/collection-faults.js';
import { stepsOf } from '../request/steps-of.js';
import { collectionsOf, type Engine, type NamedCollection } from './engine.js';
import { findsFor, lookupOf } from './locate.js';

/** What searching for these identifiers would cost, for one root. The vendor is asked nothing. */
export function plan(query: SubjectQuery, engine: Engine): PlannedCost {
  return {
    collections: collectionsOf(engine)
      .map((collection) => planned(collection, query, engine))
      .filter(({ calls }) => calls > 0),
  };
}

function planned(collection: NamedCollection, query: SubjectQuery, engine: Engine): PlannedCollection {
  const finds = findsFor(collection, query, engine);
  const paths = pathsTo(collection.name, engine);
  const searches = finds.map((find) => {
    const times = find.mode === 'scan' ? 1 : query.identifiers.filter(({ kind }) => kind === find.by).length;
    return times * stepsOf(find).length;
  });
  const isReached = finds.length > 0 || paths.length > 0 || isLedUpTo(engine.manifest, collection.name);
  // One for its records, and one for each kind of thing that they refer to
  const reads = isReached ? 1 + Object.keys(collection.spec.context).length : 0;
  return {
    collection: collection.name,
    lookups: finds.map((find) => lookupOf(find, engine)),
    paths,
    calls: searches.reduce((sum, each) => sum + each, reads),
  };
}

/** The owned paths that lead to a collection from one that can be found: `contact > order > invoice`. */
function pathsTo(name: string, engine: Engine): readonly string[] {
  return Object.keys(engine.manifest.collections[name]?.of ?? {}).flatMap((owner) => {
    const above = pathsTo(owner, engine).map((path) => `${path} > ${name}`);
    const isRoot = (engine.manifest.collections[owner]?.find.length ?? 0) > 0 || isLedUpTo(engine.manifest, owner);
    return isRoot ? [`${owner} > ${name}`, ...above] : above;
  });
}
