import type { PlannedCollection, PlannedCost, SubjectQuery } from '@habeas/connector-sdk';
import type { BoundCollection, BoundMap } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import { modeOf } from '../locate/choose-access.js';
import { fieldLookups, lookupOf, searchedIn } from '../locate/field-lookup.js';
import { chainsTo, identifiesOwner } from '../locate/owner-chains.js';
import { ownedPathsTo, pathText } from '../read/owned-paths.js';

/** What searching for these identifiers would cost. Nothing is asked of the database. */
export function plan(query: SubjectQuery, engine: Engine): PlannedCost {
  const bound = [...engine.map.collections.values()].filter((collection) => collection.state === 'bound');
  const planned = bound.map((collection) => plannedCollection(collection, query, engine));
  return { collections: planned.filter(({ calls }) => calls > 0) };
}

function plannedCollection(collection: BoundCollection, query: SubjectQuery, engine: Engine): PlannedCollection {
  const searched = fieldLookups(collection, engine.dialect).filter((lookup) => searchedIn(lookup, query.identifiers).length > 0);
  const lookups = searched.map((lookup) => lookupOf(lookup.field.name, lookup.identifier, modeOf(lookup, collection, engine)));
  const paths = ownedPathsTo(collection, engine.map)
    .filter(({ root }) => mayBeMatched(root, engine))
    .map(pathText);
  const reads = paths.length === 0 && searched.length === 0 ? 0 : 1;
  const files = collection.fields.some(({ type }) => type === 'file') ? reads : 0;
  const owners = identifiesOwner(collection) ? searched.length : 0;
  const scanned = lookups.some(({ mode }) => mode === 'scan') ? collection.table.rowEstimate : undefined;
  return {
    collection: collection.name,
    lookups,
    paths,
    calls: lookups.filter(({ mode }) => mode !== 'unusable').length + owners + reads + files,
    ...(scanned === undefined ? {} : { rowsToScan: scanned }),
  };
}

/** Whether a search can take rows of a collection for the person's: by their own fields, or by those of rows they own. */
function mayBeMatched(name: string, { map, dialect }: Pick<Engine, 'dialect'> & { readonly map: BoundMap }): boolean {
  const collection = map.collections.get(name);
  if (collection?.state !== 'bound') return false;
  const own = fieldLookups(collection, dialect).filter(
    ({ field, identifier }) => identifier.of === 'self' && field.spec?.thirdParty !== true,
  );
  return own.length > 0 || chainsTo(collection, map).length > 0;
}
