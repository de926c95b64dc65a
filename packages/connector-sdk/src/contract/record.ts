import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.js';

/** The values of a record's key fields, in the order the collection declares them. */
export type RecordKey = readonly (string | number)[];

/** One text per record key, equal exactly when the keys are: `7`, or `["FR","7"]` for a composite one. */
export function recordId(key: RecordKey): string {
  const [only] = key;
  return key.length === 1 && only !== undefined ? String(only) : JSON.stringify(key.map(String));
}

/**
 * How a record belongs to the person: from which match, along which references. Values are shared between records
 * (compare by identity or by field), so a million records cost a million pointers and no more.
 */
export interface Via {
  /** The match it was reached from. */
  readonly root: { readonly collection: string; readonly recordId: string };
  /** The owned references walked, from the root down: `order.customer`, `order_line.order`. Empty for the root itself. */
  readonly path: readonly string[];
}

/** One row or object of a collection, as the source holds it. */
export interface SourceRecord {
  readonly key: RecordKey;
  /** By field name. Fields of context references are flat, under `reference.field`. A field marked secret is absent. */
  readonly data: JsonObject;
  /** Every way it was reached, at least one. */
  readonly via: readonly Via[];
}

/** What stands in a record where the source holds a file: the file itself follows in {@link FoundFile}. */
export interface FileReference extends JsonObject {
  /** See {@link fileId}. */
  readonly file: string;
  /** Its size in bytes; null where the source does not tell before it gives the file. */
  readonly bytes: number | null;
}

/** A file that a field of a record holds. It may be opened once; its bytes are never held whole. */
export interface FoundFile {
  readonly id: string;
  readonly key: RecordKey;
  readonly field: string;
  /** Its size, where the source tells it before it gives the file. */
  readonly bytes?: number;
  /** The name the source gives it, for the index only: it never becomes a path. */
  readonly name?: string;
  readonly mediaType?: string;
  open(): AsyncIterable<Uint8Array>;
}

/** The id of the file in a record's field: 32 hex digits, the same on every run, telling nothing of the key. */
export function fileId(collection: string, key: RecordKey, field: string): string {
  return createHash('sha256')
    .update(JSON.stringify([collection, ...key.map(String), field]))
    .digest('hex')
    .slice(0, 32);
}
