import { VaultError } from '../vault-error.js';

/** All of a stream that has so many bytes; `sealed-source` for any other. */
export async function readExactly(stream: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const pieces = new PieceReader(stream);
  try {
    return await pieces.only(size);
  } finally {
    await pieces.close();
  }
}

/** Cuts a stream into pieces of the sizes asked for. */
export class PieceReader {
  readonly #stream: AsyncIterator<Uint8Array, undefined>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#stream = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  }

  /** The next so many bytes, or `sealed-source` where the stream ends before. Valid until the next call. */
  async next(size: number): Promise<Uint8Array> {
    if (this.#rest.length < size) return this.#gather(size);
    const piece = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return piece;
  }

  /** The last so many bytes: `sealed-source` also where the stream goes on. */
  async only(size: number): Promise<Uint8Array> {
    const piece = await this.next(size);
    while (this.#rest.length === 0) {
      const { done, value } = await this.#stream.next();
      if (done === true) return piece;
      this.#rest = value;
    }
    throw new VaultError('sealed-source', 'the source gave more bytes of a sealed file than it was asked for');
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#stream.return?.();
  }

  /** Only what is spread over several buffers is copied. */
  async #gather(size: number): Promise<Uint8Array> {
    const piece = Buffer.allocUnsafe(size);
    piece.set(this.#rest);
    for (let length = this.#rest.length; length < size;) {
      const { done, value } = await this.#stream.next();
      if (done === true) throw new VaultError('sealed-source', 'the source gave fewer bytes of a sealed file than it has');
      const part = value.subarray(0, size - length);
      piece.set(part, length);
      length += part.length;
      this.#rest = value.subarray(part.length);
    }
    return piece;
  }
}
