import type { Scratch } from '../output/spool.js';

/** How one file goes into the ZIP. */
export interface ZipEntryOptions {
  /** Keep the bytes as they are: for media that is compressed already. */
  readonly store?: boolean;
}

/**
 * Writes one ZIP file, entry after entry, to a sink. The same entries give the same bytes, however they are cut into
 * chunks and whatever the time zone. After an error it is of no use but to be aborted.
 */
export interface ZipWriter {
  /**
   * Appends one file. A chunk is used up before the next one is asked for, so a producer may fill the same memory again.
   * Rejects with the producer's or the sink's error.
   */
  add(name: string, chunks: AsyncIterable<Uint8Array>, options?: ZipEntryOptions): Promise<void>;
  /** Writes the central directory and resolves when the sink has taken the last byte. */
  finish(): Promise<void>;
  /** Gives up and releases everything. The sink is left alone; what it holds is not a ZIP file. */
  abort(): Promise<void>;
}

/** What a {@link ZipWriter} needs to know. */
export interface ZipSettings {
  /** Takes the bytes in order; they are left alone until it resolves. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The one time that all entries carry, in UTC, to two seconds; years 1980 to 2107. */
  readonly modifiedAt: Date;
  /** 0 (store) to 9. */
  readonly level: number;
  readonly scratch: Scratch;
}

/** Makes a {@link ZipWriter}: the two in this package are `parallelZip` and `archiverZip`. */
export type CreateZip = (settings: ZipSettings) => ZipWriter;
