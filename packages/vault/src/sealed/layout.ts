import { TAG_BYTES } from '../primitive/aes-gcm.js';

/** Bytes of plaintext in every chunk but the last, which is shorter, if only by one. */
export const CHUNK_BYTES = 16_384;

/** Bytes of the salt a file begins with. */
export const SALT_BYTES = 24;

/** Bytes of the key commitment behind it. */
export const COMMITMENT_BYTES = 32;

/** Bytes before the first chunk. */
export const HEADER_BYTES = SALT_BYTES + COMMITMENT_BYTES;

/** A file has at most so many chunks: 4 PiB. */
export const MAX_CHUNKS = 2 ** 38;

/** Where chunks lie in a sealed file, for one size of chunk and one size of file. */
export interface Layout {
  readonly chunkBytes: number;
  /** Bytes of plaintext in the whole file. */
  readonly plainBytes: number;
  /** The number of the last chunk, counted from 0. */
  readonly lastChunk: number;
}

/** The layout of a sealed file of that many bytes, or `undefined` where no sealed file has that length. */
export function layoutOf(sealedBytes: number, chunkBytes: number): Layout | undefined {
  const body = sealedBytes - HEADER_BYTES;
  const lastChunk = Math.floor(body / (chunkBytes + TAG_BYTES));
  const lastBytes = body - lastChunk * (chunkBytes + TAG_BYTES) - TAG_BYTES;
  if (!Number.isSafeInteger(sealedBytes) || body < 0 || lastBytes < 0 || lastChunk >= MAX_CHUNKS) return undefined;
  return { chunkBytes, lastChunk, plainBytes: lastChunk * chunkBytes + lastBytes };
}

/** Bytes of a chunk in the sealed file, tag included. */
export function sealedChunkBytes({ chunkBytes, plainBytes, lastChunk }: Layout, index: number): number {
  return (index < lastChunk ? chunkBytes : plainBytes - lastChunk * chunkBytes) + TAG_BYTES;
}

/** Where a chunk begins in the sealed file. */
export function chunkStart({ chunkBytes }: Layout, index: number): number {
  return HEADER_BYTES + index * (chunkBytes + TAG_BYTES);
}
