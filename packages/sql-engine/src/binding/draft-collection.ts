import type { DataMapCollection, DataMapFile, ErrorClass } from '@habeas/connector-sdk';
import type { TableInfo } from '../database.js';
import { bindFields, type BoundFields } from './bind-fields.js';
import { bindKey } from './bind-key.js';
import type { BoundField, BrokenCollection } from './bound-map.js';
import { problemOf } from './fault-problem.js';
import { FaultSink } from './fault-sink.js';
import type { TableCatalogue } from './find-table.js';

/** A collection whose table and columns are found, and whose references are still names. */
export interface Draft extends BoundFields {
  readonly state: 'draft';
  readonly name: string;
  readonly spec: DataMapCollection;
  readonly table: TableInfo;
  readonly key: readonly BoundField[];
}

/** Where collections are looked for. `hidden` are tables that the catalogue does not list, since the account may not read them. */
export interface Sight {
  readonly file: DataMapFile;
  readonly catalogue: TableCatalogue;
  readonly hidden: ReadonlySet<string>;
}

/** Finds a collection's table, columns and key. */
export function draftCollection(name: string, spec: DataMapCollection, sight: Sight): Draft | BrokenCollection {
  const wanted = spec.table ?? name;
  const table = sight.catalogue.find(wanted);
  if (table?.readable === false || (table === undefined && sight.hidden.has(wanted))) return denied(name, spec);
  const sink = new FaultSink(sight.file, name);
  if (table === undefined) return absent(name, spec, sight.catalogue, sink);
  const { fields, withheld } = bindFields(spec, table, sink);
  const key = bindKey(spec, table, fields, sink);
  return sink.faults.length > 0 ? unfit(name, spec, sink) : { state: 'draft', name, spec, table, fields, withheld, key };
}

/** A collection that is not as the data map says. */
export function unfit(name: string, spec: DataMapCollection, { faults }: FaultSink): BrokenCollection {
  return { state: 'broken', name, spec, health: 'drifted', faults, problems: problemsOf(faults, 'contract') };
}

function absent(name: string, spec: DataMapCollection, catalogue: TableCatalogue, sink: FaultSink): BrokenCollection {
  const wanted = spec.table ?? name;
  const nearest = catalogue.nearest(wanted);
  const remedy = nearest === undefined ? 'correct the name, or remove the collection' : `did you mean "${nearest}"?`;
  sink.add(spec.table === undefined ? [] : ['table'], `there is no table or view "${wanted}"`, remedy);
  return { state: 'broken', name, spec, health: 'absent', faults: sink.faults, problems: problemsOf(sink.faults, 'not-found') };
}

/** The account's rights are no fault of the data map. */
function denied(name: string, spec: DataMapCollection): BrokenCollection {
  const table = spec.table ?? name;
  const message = `The account may not read table "${table}".`;
  const remedy = `Grant it SELECT on "${table}", or correct the name.`;
  return { state: 'broken', name, spec, health: 'denied', faults: [], problems: [{ errorClass: 'permission', message, remedy }] };
}

function problemsOf(faults: FaultSink['faults'], errorClass: ErrorClass): BrokenCollection['problems'] {
  return faults.map((fault) => problemOf(fault, errorClass));
}
