/** A part of a blob in bytes: from `start`, up to and without `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What is known of a blob without reading it. */
export interface BlobStat {
  /** In bytes. */
  readonly size: number;
}

/**
 * Why a blob store refused, as the `code` of what it throws. `blob-name`: no lawful name. `blob-conflict`: the name holds other
 * bytes. `blob-missing`: nothing under that name. `blob-range`: not within the blob. `blob-full`: no space left.
 * `blob-unavailable`: the store cannot be reached or failed; trying again may help.
 */
export type BlobErrorCode = 'blob-name' | 'blob-conflict' | 'blob-missing' | 'blob-range' | 'blob-full' | 'blob-unavailable';

/**
 * Byte strings that never change, by name. A name is made of segments of `[a-z0-9_.-]` with `/` between them, each beginning with
 * a letter, a digit or `_` and at most 200 characters long, 512 in all. A name that is also another's folder may be refused
 * (`blob-conflict`). Names hold no personal data.
 */
export interface BlobStore {
  /**
   * Stores what the stream gives; resolves once it is there for good. A kill or a fault leaves nothing under the name, or, at the
   * very end, all of it; never a part. A name that holds the same bytes already is fine, one that holds others is refused
   * (`blob-conflict`). What the stream throws is passed on.
   */
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<BlobStat>;
  /** The bytes of a blob, or of a part of it. Faults come with the first bytes that are asked for, `blob-missing` among them. */
  open(name: string, range?: ByteRange): AsyncIterable<Uint8Array>;
  /** `undefined` where the store has nothing under that name, and only then. */
  stat(name: string): Promise<BlobStat | undefined>;
  /** Removes a blob for good. That there is none is fine. */
  delete(name: string): Promise<void>;
  /** The names that begin with a text, in ascending order. What comes or goes meanwhile may be in it or not. */
  list(prefix: string): AsyncIterable<string>;
  /** Removes what killed puts began before that time and never ended; says how many there were. */
  sweep(olderThan: Date): Promise<number>;
}
