import type { PlannedCollection, PlannedCost, SubjectQuery } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import { lookupOf, modeOf } from '../locate/choose-access.js';
import { fieldLookups, searchedIn } from '../locate/field-lookup.js';
import { identifiesOwner } from '../locate/owner-chains.js';
import { ownedPathsTo, pathText } from '../read/owned-paths.js';

/** What searching for these identifiers would cost. Nothing is asked of the database. */
export function plan(query: SubjectQuery, engine: Engine): PlannedCost {
  const collections = [...engine.map.collections.values()].filter((collection) => collection.state === 'bound');
  return { collections: collections.map((collection) => planned(collection, query, engine)) };
}

function planned(collection: BoundCollection, query: SubjectQuery, engine: Engine): PlannedCollection {
  const searched = fieldLookups(collection, engine.dialect).filter((lookup) => searchedIn(lookup, query.identifiers).length > 0);
  const lookups = searched.map((lookup) => lookupOf(lookup, modeOf(lookup, collection, engine)));
  const paths = ownedPathsTo(collection, engine.map).map(pathText);
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
