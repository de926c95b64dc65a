import { parseDocument } from 'yaml';
import type { InputFault } from '../errors.js';
import { dataMapSchema, type DataMap } from './data-map.js';

/** A data map together with the file it was read from, so that a fault found later can still name the line. */
export interface DataMapFile {
  readonly map: DataMap;
  readonly file: string;
  /** A fault at a place in the document, such as `['collections', 'order', 'fields', 'emial']`; the nearest existing ancestor gives the line. */
  faultAt(path: readonly (string | number)[], what: string, remedy?: string): InputFault;
}

/**
 * Reads a data map from YAML (or JSON, which is YAML).
 *
 * Checks everything that can be known without the database: the format, unknown keys, references to nothing, owned
 * references that form a cycle nothing ends, ids without a namespace. Throws `InvalidInputError` with every fault, each
 * with its line.
 */
export function parseDataMap(text: string, file: string): DataMapFile {
  const map = dataMapSchema.parse(parseDocument(text).toJS());
  return { map, file, faultAt: (path, what) => ({ file, path: path.join('.'), what }) };
}
