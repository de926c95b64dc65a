import type { ValueFault } from '../input/issue-faults.js';
import type { DataMap, DataMapCollection } from './data-map.js';
import { endlessCycles, ownedSteps, reachable, type OwnedStep } from './owned-paths.js';

/** Names and birth dates belong to many people, so nothing is searched by them alone. */
const SEARCHED = new Set(['email', 'phone', 'id']);

/** What is wrong with whole collections of a data map whose format is right: how they are declared, reached and owned. */
export function collectionFaults(map: DataMap): readonly ValueFault[] {
  const steps = ownedSteps(map);
  return [
    ...Object.entries(map.collections).flatMap(([name, collection]) => [...declarationFaults(map, name, collection)]),
    ...endlessCycles(steps).map(cycleFault),
    ...unreachedCollections(map, steps),
  ];
}

function* declarationFaults(map: DataMap, name: string, collection: DataMapCollection): Iterable<ValueFault> {
  const path = ['collections', name];
  const { personal, reason, fields, table = name } = collection;
  if (map.unmapped[table] !== undefined) {
    yield {
      path: ['unmapped', table],
      what: `the table is left out here, and mapped as the collection "${name}"`,
      remedy: 'remove one of the two',
    };
  }
  if (personal === 'subject') {
    if (reason !== undefined)
      yield { path: [...path, 'reason'], what: 'reason is for collections with personal: none', remedy: 'remove it' };
    return;
  }
  if (reason === undefined) {
    yield { path, what: 'personal: none needs a reason', remedy: 'say in reason why it holds no personal data' };
  }
  for (const [field, { identifier }] of Object.entries(fields)) {
    if (identifier === undefined) continue;
    yield {
      path: [...path, 'fields', field, 'identifier'],
      what: 'the collection is declared personal: none, but this field identifies a person',
      remedy: 'remove identifier, or personal: none',
    };
  }
}

function cycleFault(cycle: readonly OwnedStep[]): ValueFault {
  const [{ from, reference }] = cycle as readonly [OwnedStep];
  return {
    path: ['collections', from, 'references', reference],
    what: `owned references form a cycle that never ends: ${[...cycle.map((step) => step.from), from].join(' → ')}`,
    remedy: 'give one of them a maxDepth, or make one of them context',
  };
}

function unreachedCollections(map: DataMap, steps: readonly OwnedStep[]): readonly ValueFault[] {
  const reached = reachable(
    steps,
    Object.entries(map.collections).flatMap(([name, collection]) => rootsFrom(map, name, collection)),
  );
  return Object.entries(map.collections)
    .filter(([name, { personal }]) => personal !== 'none' && !reached.has(name))
    .map(([name]) => ({
      path: ['collections', name],
      what: 'nothing leads to this collection: it has no field that can be searched (email, phone, id), and no owner that has one',
      remedy: 'mark an identifier, add the owned reference to its owner, or declare personal: none with a reason',
    }));
}

/**
 * Where a hit in one of a collection's identifiers begins: at the collection, or at the owners whom it identifies. A
 * collection whose owner is not in the map has that fault, and is not reported again as one that nothing leads to.
 */
function rootsFrom({ collections }: DataMap, name: string, { fields, references }: DataMapCollection): readonly string[] {
  const owners = Object.values(references).filter(({ as }) => as === 'owned');
  const found = Object.values(fields).flatMap(({ identifier }) => {
    if (identifier === undefined || !SEARCHED.has(identifier.kind)) return [];
    return identifier.of === 'owner' ? owners.map(({ to }) => to) : [name];
  });
  return owners.some(({ to }) => collections[to] === undefined) ? [...found, name] : found;
}
