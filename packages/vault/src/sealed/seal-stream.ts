import { randomBytes } from 'node:crypto';
import type { DataKey } from '../key/data-key.js';
import { fillings } from '../primitive/fillings.js';
import { VaultError } from '../vault-error.js';
import { ChunkCipher } from './chunk-cipher.js';
import { CHUNK_BYTES, MAX_CHUNKS, SALT_BYTES } from './layout.js';
import { encodeContext, type SealContext } from './seal-context.js';

/**
 * Seals a stream for one context, chunk by chunk, in constant memory. It is whole only when the stream has ended: what is cut
 * before that does not open. Faults of the content are passed on; `key-spent`, `text`.
 */
export async function* sealStream(
  key: DataKey,
  context: SealContext,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const cipher = key.withFileKey((fileKey) => new ChunkCipher(fileKey, salt, encodeContext(context)));
  yield* sealWith(cipher, salt, content);
}

/** The same with a cipher and a size of chunk that tests choose. Destroys the cipher. */
export async function* sealWith(
  cipher: ChunkCipher,
  salt: Uint8Array,
  content: AsyncIterable<Uint8Array>,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.allocUnsafeSlow(chunkBytes);
  let index = 0;
  try {
    yield Buffer.concat([salt, cipher.commitment]);
    for await (const fill of fillings(chunk, content)) {
      yield* cipher.seal(lawfulNumber(index), chunk.subarray(0, fill));
      index += 1;
    }
  } finally {
    chunk.fill(0);
    cipher.destroy();
  }
}

/** A chunk's number, or `sealed-length` where the format does not count so far. */
export function lawfulNumber(index: number): number {
  if (index < MAX_CHUNKS) return index;
  throw new VaultError('sealed-length', 'a file is too long to be sealed: the limit is 4 PiB');
}
