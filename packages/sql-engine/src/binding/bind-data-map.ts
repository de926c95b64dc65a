import type { DataMapFile } from '@habeas/connector-sdk';
import type { TableInfo } from '../database.js';
import { bindContext } from './bind-context.js';
import { bindReference } from './bind-references.js';
import type {
  BoundCollection,
  BoundMap,
  BoundReference,
  BrokenCollection,
  BrokenReference,
  MappedCollection,
} from './bound-map.js';
import { draftCollection, unfit, type Draft, type Sight } from './draft-collection.js';
import { FaultSink } from './fault-sink.js';
import type { TableCatalogue } from './find-table.js';
import { isUnique } from './uniqueness.js';

/**
 * Lays a data map over the tables that exist. Never throws: a collection that does not fit is broken, with every fault it
 * has, and the others go on without it.
 */
export function bindDataMap(sight: Sight): BoundMap {
  const { file, catalogue } = sight;
  const specs = new Map(Object.entries(file.map.collections));
  const drafts = mapped(specs, (spec, name) => draftCollection(name, spec, sight));
  const linked = mapped(drafts, (draft) => (draft.state === 'broken' ? draft : withReferences(draft, drafts, file)));
  const complete = mapped(linked, (collection) =>
    collection.state === 'broken' ? collection : withContext(collection, linked, file),
  );
  const broken = [...complete.values()].filter((collection) => collection.state === 'broken');
  return {
    collections: withoutBrokenEnds(complete),
    faults: broken.flatMap(({ faults }) => faults).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    unmapped: unmappedTables(file, catalogue),
  };
}

function withReferences(
  draft: Draft,
  drafts: ReadonlyMap<string, Draft | BrokenCollection>,
  file: DataMapFile,
): MappedCollection {
  const { name, spec, table, key, fields, withheld } = draft;
  const sink = new FaultSink(file, name);
  const references: BoundReference[] = [];
  const broken: BrokenReference[] = [];
  for (const [reference, referenceSpec] of Object.entries(spec.references)) {
    const { to, as } = referenceSpec;
    const target = drafts.get(to);
    if (target?.state !== 'draft') broken.push({ name: reference, to, as });
    else {
      const end = { table: target.table, key: target.key.map(({ column }) => column.name) };
      const bound = bindReference({ from: name, name: reference, spec: referenceSpec }, table, end, sink);
      if (bound !== undefined) references.push(bound);
    }
  }
  if (sink.faults.length > 0) return unfit(name, spec, sink);
  const columns = key.map(({ column }) => column.name);
  const keyIsProven = isUnique(table, columns);
  return { state: 'bound', name, spec, table, key, keyIsProven, fields, withheld, references, context: [], broken };
}

function withContext(
  collection: BoundCollection,
  linked: ReadonlyMap<string, MappedCollection>,
  file: DataMapFile,
): MappedCollection {
  const sink = new FaultSink(file, collection.name);
  const context = bindContext(collection, linked, sink);
  return sink.faults.length > 0 ? unfit(collection.name, collection.spec, sink) : { ...collection, context };
}

/** References to collections that turned out not to fit lead nowhere, and neither does what was to be shown through them. */
function withoutBrokenEnds(collections: ReadonlyMap<string, MappedCollection>): ReadonlyMap<string, MappedCollection> {
  const isUsable = ({ to }: BoundReference): boolean => collections.get(to)?.state === 'bound';
  return mapped(collections, (collection) => {
    if (collection.state === 'broken') return collection;
    const lost = collection.references.filter((reference) => !isUsable(reference));
    return {
      ...collection,
      references: collection.references.filter(isUsable),
      context: collection.context.filter(({ path }) => path.every(isUsable)),
      broken: [...collection.broken, ...lost.map(({ name, to, as }) => ({ name, to, as }))],
    };
  });
}

function unmappedTables({ map }: DataMapFile, catalogue: TableCatalogue): readonly TableInfo[] {
  const tables = Object.entries(map.collections).map(([name, { table }]) => catalogue.find(table ?? name));
  const named = new Set([...tables, ...Object.keys(map.unmapped).map((name) => catalogue.find(name))]);
  return catalogue.tables.filter((table) => !named.has(table));
}

function mapped<T, U>(values: ReadonlyMap<string, T>, change: (value: T, name: string) => U): ReadonlyMap<string, U> {
  return new Map([...values].map(([name, value]) => [name, change(value, name)]));
}
