import type { DataMapCollection, DataMapFile, InputFault, Problem } from '@habeas/connector-sdk';
import type { TableInfo } from '../database.js';
import { bindContext } from './bind-context.js';
import { bindFields, type BoundFields } from './bind-fields.js';
import { bindKey } from './bind-key.js';
import { bindReference } from './bind-references.js';
import type {
  BoundCollection,
  BoundField,
  BoundMap,
  BoundReference,
  BrokenCollection,
  BrokenReference,
  MappedCollection,
} from './bound-map.js';
import { problemOf } from './fault-problem.js';
import { FaultSink } from './fault-sink.js';
import type { TableCatalogue } from './find-table.js';
import { isUnique } from './uniqueness.js';

/** A collection whose table is found and whose references are still names. */
interface Draft extends BoundFields {
  readonly name: string;
  readonly spec: DataMapCollection;
  readonly table: TableInfo;
  readonly key: readonly BoundField[];
  readonly faults: FaultSink;
}

/**
 * Lays a data map over the tables that exist. Never throws: a collection that does not fit is broken, with every fault it
 * has, and the others go on without it.
 */
export function bindDataMap(file: DataMapFile, catalogue: TableCatalogue): BoundMap {
  const drafts = new Map<string, Draft | BrokenCollection>();
  const faults: InputFault[] = [];
  for (const [name, spec] of Object.entries(file.map.collections)) {
    const sink = new FaultSink(file, name);
    const table = catalogue.find(spec.table ?? name);
    drafts.set(name, table === undefined ? absent(name, spec, catalogue, sink) : drafted(name, spec, table, sink));
    if (table === undefined) faults.push(...sink.faults);
  }
  const linked = new Map([...drafts].map(([name, draft]) => [name, 'state' in draft ? draft : withReferences(draft, drafts)]));
  const complete = new Map<string, MappedCollection>();
  for (const [name, draft] of drafts) {
    const collection = linked.get(name);
    if (collection === undefined) continue;
    complete.set(
      name,
      'state' in draft || collection.state === 'broken' ? collection : withContext(collection, linked, draft.faults),
    );
    if (!('state' in draft)) faults.push(...draft.faults.faults);
  }
  return { collections: withoutBrokenEnds(complete), faults, unmapped: unmappedTables(file, catalogue) };
}

function absent(name: string, spec: DataMapCollection, catalogue: TableCatalogue, faults: FaultSink): BrokenCollection {
  const wanted = spec.table ?? name;
  const nearest = catalogue.nearest(wanted);
  const remedy = nearest === undefined ? 'correct the name, or remove the collection' : `did you mean "${nearest}"?`;
  faults.add(spec.table === undefined ? [] : ['table'], `there is no table or view "${wanted}"`, remedy);
  return { state: 'broken', name, spec, health: 'absent', problems: faults.faults.map((fault) => problemOf(fault, 'not-found')) };
}

function drafted(name: string, spec: DataMapCollection, table: TableInfo, faults: FaultSink): Draft | BrokenCollection {
  if (!table.readable) return denied(name, spec, table);
  const { fields, withheld } = bindFields(spec, table, faults);
  return { name, spec, table, fields, withheld, key: bindKey(spec, table, fields, faults), faults };
}

function denied(name: string, spec: DataMapCollection, table: TableInfo): BrokenCollection {
  const problem: Problem = {
    errorClass: 'permission',
    message: `The account may not read table "${table.name}".`,
    remedy: `Grant it SELECT on "${table.name}".`,
  };
  return { state: 'broken', name, spec, health: 'denied', problems: [problem] };
}

function withReferences(draft: Draft, drafts: ReadonlyMap<string, Draft | BrokenCollection>): MappedCollection {
  const { name, spec, table, key, fields, withheld, faults } = draft;
  const references: BoundReference[] = [];
  const broken: BrokenReference[] = [];
  for (const [reference, referenceSpec] of Object.entries(spec.references)) {
    const { to, as } = referenceSpec;
    const target = drafts.get(to);
    if (target === undefined || 'state' in target) {
      broken.push({ name: reference, to, as });
      continue;
    }
    const end = { table: target.table, key: target.key.map(({ column }) => column.name) };
    const bound = bindReference({ from: name, name: reference, spec: referenceSpec }, table, end, faults);
    if (bound !== undefined) references.push(bound);
  }
  if (faults.faults.length > 0) return drifted(name, spec, faults);
  const columns = key.map(({ column }) => column.name);
  const keyIsProven = isUnique(table, columns);
  return { state: 'bound', name, spec, table, key, keyIsProven, fields, withheld, references, context: [], broken };
}

function withContext(
  collection: BoundCollection,
  linked: ReadonlyMap<string, MappedCollection>,
  faults: FaultSink,
): MappedCollection {
  const context = bindContext(collection, linked, faults);
  return faults.faults.length > 0 ? drifted(collection.name, collection.spec, faults) : { ...collection, context };
}

/** References to collections that turned out not to fit lead nowhere, and neither does what was to be shown through them. */
function withoutBrokenEnds(collections: ReadonlyMap<string, MappedCollection>): ReadonlyMap<string, MappedCollection> {
  const usable = ({ to }: BoundReference): boolean => collections.get(to)?.state === 'bound';
  const mended = [...collections].map(([name, collection]): [string, MappedCollection] => {
    if (collection.state === 'broken' || collection.references.every(usable)) return [name, collection];
    const lost = collection.references.filter((reference) => !usable(reference));
    const broken = [...collection.broken, ...lost.map(({ name: reference, to, as }) => ({ name: reference, to, as }))];
    return [name, { ...collection, references: collection.references.filter(usable), broken }];
  });
  const result = new Map(mended);
  for (const [name, collection] of result) {
    if (collection.state === 'broken') continue;
    const context = collection.context.filter(({ path }) => path.every(usable));
    if (context.length < collection.context.length) result.set(name, { ...collection, context });
  }
  return result;
}

function drifted(name: string, spec: DataMapCollection, { faults }: FaultSink): BrokenCollection {
  return { state: 'broken', name, spec, health: 'drifted', problems: faults.map((fault) => problemOf(fault, 'contract')) };
}

function unmappedTables({ map }: DataMapFile, catalogue: TableCatalogue): readonly TableInfo[] {
  const mapped = new Set(Object.entries(map.collections).map(([name, { table }]) => catalogue.find(table ?? name)));
  const left = new Set(Object.keys(map.unmapped).map((name) => catalogue.find(name)));
  return catalogue.tables.filter((table) => !mapped.has(table) && !left.has(table));
}
