import {
  recordId,
  type CollectionSpec,
  type FieldSpec,
  type JsonObject,
  type JsonValue,
  type SourceRecord,
} from '@habeas/connector-sdk';
import type { Cell, Column } from './column.js';
import type { RowShape } from './table-writer.js';

/** The names of the two columns that stand in front of a collection's own. */
export interface ProvenanceColumns {
  /** The record's id: what matches and child tables refer to. */
  readonly record: string;
  /** Why it is in: matches, and the paths walked from them. */
  readonly via: string;
}

/** What happens to values on their way into a row, beside being written. */
export interface CellWatch {
  /** A field of type `json` has a value. */
  json(field: string, record: string, value: Exclude<JsonValue, null>): void;
  /** A field of type `file` refers to a file. */
  file(id: string): void;
}

/** The row of a collection's record: its id, its paths, then exactly the fields the collection declares. */
export function collectionRows(
  { fields }: CollectionSpec,
  viaOf: (record: SourceRecord) => string,
  watch: CellWatch,
): RowShape<SourceRecord> & { readonly provenance: ProvenanceColumns } {
  const provenance = provenanceColumns(fields);
  const readers = fields.map(readerOf);
  const columns: Column[] = [
    { name: provenance.record, type: 'string', required: true },
    { name: provenance.via, type: 'string', required: true },
    ...fields.map((spec) => ({ name: spec.name, type: spec.type, spec })),
  ];
  return {
    provenance,
    columns,
    fill(record, row) {
      const id = recordId(record.key);
      row[0] = id;
      row[1] = viaOf(record);
      const { data } = record;
      for (let index = 0; index < readers.length; index += 1) row[index + 2] = readers[index]?.(data, id, watch);
    },
  };
}

type FieldReader = (data: JsonObject, record: string, watch: CellWatch) => Cell;

function readerOf({ name, type }: FieldSpec): FieldReader {
  // `constructor` and the like would be found on any object.
  const read =
    name in Object.prototype ? (data: JsonObject): Cell => ownValue(data, name) : (data: JsonObject): Cell => data[name];
  if (type === 'file') return (data, _record, watch) => readFile(read(data), watch);
  if (type !== 'json') return read;
  return (data, record, watch) => {
    const value = read(data);
    if (value !== undefined && value !== null) watch.json(name, record, value);
    return value;
  };
}

/** A reference to a file is written as the file's id: the index of files knows the rest. */
function readFile(value: Cell, watch: CellWatch): Cell {
  const file = typeof value === 'object' && value !== null && 'file' in value ? value.file : value;
  if (typeof file === 'string') watch.file(file);
  return file;
}

function ownValue(data: JsonObject, name: string): Cell {
  return Object.hasOwn(data, name) ? data[name] : undefined;
}

/** A source may have columns of these names itself: then ours get more underscores. */
function provenanceColumns(fields: readonly FieldSpec[]): ProvenanceColumns {
  const taken = new Set(fields.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`_${name}`) : name);
  return { record: free('_record'), via: free('_via') };
}
