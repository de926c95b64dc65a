import { createHash, type Hash } from 'node:crypto';

/** A stream that is counted on its way, and remembers whether it was itself what failed. Read it once. */
export class Measured implements AsyncIterable<Uint8Array> {
  #size = 0;
  #ended = false;
  #fault: { readonly error: unknown } | undefined;

  constructor(private readonly content: AsyncIterable<Uint8Array>) {}

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** Whether all of it has passed. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What the stream threw. */
  get fault(): { readonly error: unknown } | undefined {
    return this.#fault;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const iterator = this.content[Symbol.asyncIterator]();
    let isOver = false;
    try {
      for (;;) {
        isOver = true; // unless it goes on: a stream that threw is over, too
        const step = await this.#next(iterator);
        if (step.done === true) break;
        isOver = false;
        this.#size += step.value.length;
        yield step.value;
      }
      this.#ended = true;
    } finally {
      // Whoever reads may leave, or be told to: that is no fault of the stream
      if (!isOver) await iterator.return?.();
    }
  }

  async #next(iterator: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    try {
      return await iterator.next();
    } catch (error) {
      this.#fault = { error };
      throw error;
    }
  }
}

/** A stream that leaves its SHA-256 in a hash on its way. */
export async function* hashed(content: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const bytes of content) {
    hash.update(bytes);
    yield bytes;
  }
}

/** Reads a stream to its end for what that does. */
export async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of content);
}

/** The SHA-256 of a stream. */
export async function sha256Of(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const hash = createHash('sha256');
  await drain(hashed(content, hash));
  return hash.digest();
}
