import type { InputFault } from '../errors.js';
import { faultsInOrder, readYaml } from '../input/read-yaml.js';
import { dataMapFaults } from './data-map-faults.js';
import { dataMapSchema, type DataMap } from './data-map.js';

/** A data map together with the file it was read from, so that a fault found later can still name the line. */
export interface DataMapFile {
  readonly map: DataMap;
  readonly file: string;
  /** A fault at a place in the document, such as `['collections', 'order', 'fields', 'emial']`; the nearest existing ancestor gives the line. */
  readonly faultAt: (path: readonly PropertyKey[], what: string, remedy?: string) => InputFault;
}

/**
 * Reads a data map from YAML (or JSON, which is YAML).
 *
 * Checks everything that can be known without the database: the format, unknown keys, references to nothing, owned
 * references that form a cycle nothing ends, ids without a namespace, collections that nothing leads to. Throws
 * `InvalidInputError` with every fault of the format or, where that is right, of what is said in it, each with its line.
 * The map's groups of names (collections, fields, references) have no prototype: a name that is not there is undefined.
 */
export function parseDataMap(text: string, file: string): DataMapFile {
  const { value, faultAt } = readYaml(text, file, dataMapSchema);
  const map = withoutPrototypes(value);
  const faults = dataMapFaults(map);
  if (faults.length > 0) throw faultsInOrder(faults, faultAt);
  return { map, file, faultAt };
}

/** A collection may be called `constructor`; looking for one that is not there must not find JavaScript's. */
function withoutPrototypes<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPrototypes) as T;
  const entries = Object.entries(value).map(([name, inner]) => [name, withoutPrototypes(inner as unknown)]);
  return Object.assign(Object.create(null) as object, Object.fromEntries(entries)) as T;
}
