import type { ByteRange } from '@habeas/core';
import type { DataKey } from '../key/data-key.js';
import { VaultError } from '../vault-error.js';
import { ChunkCipher } from './chunk-cipher.js';
import { CHUNK_BYTES, chunkStart, HEADER_BYTES, layoutOf, SALT_BYTES, sealedChunkBytes, type Layout } from './layout.js';
import { PieceReader, readExactly } from './piece-reader.js';
import { encodeContext, type SealContext } from './seal-context.js';

/** Where a sealed file lies. */
export interface SealedSource {
  /** Its length in bytes, sealed. */
  readonly size: number;
  /** The bytes from `start`, up to and without `end`. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** A sealed file that was found to be of its key, its context and its length. */
export interface OpenedFile {
  /** Bytes of plaintext; as authentic as the content. */
  readonly size: number;
  /**
   * The plaintext, or a part of it, in constant memory. Bytes come out only after their chunk has been verified; where one does not
   * hold the stream throws, and what was read so far must not be taken for the whole.
   */
  read(range?: ByteRange): AsyncIterable<Uint8Array>;
}

/**
 * Opens a sealed file: checks its length, its commitment to key and context, and its last chunk, so that a file cut anywhere is
 * refused before any of it is read. Rejects with `sealed-size`, `sealed-commitment`, `sealed-chunk` or `sealed-source`; reading may
 * throw the last two and `sealed-range`, `key-spent` once the key was destroyed, and whatever the source throws.
 */
export async function openSealed(key: DataKey, context: SealContext, source: SealedSource): Promise<OpenedFile> {
  const encoded = encodeContext(context);
  return openWith((salt) => key.withFileKey((fileKey) => new ChunkCipher(fileKey, salt, encoded)), source);
}

/** The same with a cipher and a size of chunk that tests choose. */
export async function openWith(
  cipherFor: (salt: Uint8Array) => ChunkCipher,
  source: SealedSource,
  chunkBytes = CHUNK_BYTES,
): Promise<OpenedFile> {
  const layout = layoutOf(source.size, chunkBytes);
  if (layout === undefined) throw new VaultError('sealed-size', 'no sealed file has this length: it was cut or added to');
  const header = await readExactly(source.read(0, HEADER_BYTES), HEADER_BYTES);
  const salt = header.subarray(0, SALT_BYTES);
  const chunks = new SealedChunks(layout, source);
  await using(cipherFor(salt), async (cipher) => {
    if (!cipher.commitsTo(header.subarray(SALT_BYTES))) {
      throw new VaultError('sealed-commitment', 'a sealed file is of another key or context, or its header was changed');
    }
    for await (const last of chunks.read(cipher, layout.lastChunk, layout.lastChunk)) last.fill(0);
  });
  return {
    size: layout.plainBytes,
    read: (range = { start: 0, end: layout.plainBytes }) => readRange(chunks, () => cipherFor(salt), range),
  };
}

/** The chunks of one file, verified. */
class SealedChunks {
  constructor(
    readonly layout: Layout,
    private readonly source: SealedSource,
  ) {}

  /** The plaintexts of the chunks from one number to another, both included. */
  async *read(cipher: ChunkCipher, first: number, last: number): AsyncGenerator<Buffer> {
    const end = chunkStart(this.layout, last) + sealedChunkBytes(this.layout, last);
    const pieces = new PieceReader(this.source.read(chunkStart(this.layout, first), end));
    try {
      for (let index = first; index <= last; index += 1) {
        const size = sealedChunkBytes(this.layout, index);
        const sealed = await (index === last ? pieces.only(size) : pieces.next(size));
        const plaintext = cipher.open(index, sealed);
        if (plaintext === undefined) throw new VaultError('sealed-chunk', `chunk ${String(index)} was changed, moved or cut`);
        yield plaintext;
      }
    } finally {
      await pieces.close();
    }
  }
}

async function* readRange(
  chunks: SealedChunks,
  makeCipher: () => ChunkCipher,
  { start, end }: ByteRange,
): AsyncGenerator<Uint8Array> {
  const { chunkBytes, plainBytes } = chunks.layout;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > plainBytes) {
    throw new VaultError('sealed-range', 'the file has no such bytes');
  }
  if (start === end) return;
  const first = Math.floor(start / chunkBytes);
  const last = Math.floor((end - 1) / chunkBytes);
  const cipher = makeCipher();
  try {
    let at = first * chunkBytes;
    for await (const plaintext of chunks.read(cipher, first, last)) {
      yield plaintext.subarray(Math.max(0, start - at), end - at);
      at += plaintext.length;
    }
  } finally {
    cipher.destroy();
  }
}

async function using<Result>(cipher: ChunkCipher, use: (cipher: ChunkCipher) => Promise<Result>): Promise<Result> {
  try {
    return await use(cipher);
  } finally {
    cipher.destroy();
  }
}
