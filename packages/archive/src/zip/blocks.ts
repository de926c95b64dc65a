import { constants, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';

/** The most data that one call compresses: the unit that is worked on in parallel. */
export const BLOCK_BYTES = 256 * 1024;
/** How far deflate looks back, and so what primes the compressor of the next block (RFC 1951). */
export const WINDOW_BYTES = 32 * 1024;

const SMALL = 4 * 1024;

/** A piece of an entry. All but the last are full. */
export interface Block {
  /** What to give back when `data`, which lies in it, is used up. */
  readonly memory: Buffer;
  readonly data: Uint8Array;
  readonly first: boolean;
  readonly last: boolean;
}

/** Cuts a stream into blocks at the same places however it comes; an empty stream is one empty block. */
export async function* blocksOf(chunks: AsyncIterable<Uint8Array>, takeMemory: () => Buffer): AsyncGenerator<Block> {
  let memory = takeMemory();
  let fill = 0;
  let first = true;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      // A full block waits here until it is known not to be the last one.
      if (fill === BLOCK_BYTES) {
        yield { memory, data: memory, first, last: false };
        memory = takeMemory();
        fill = 0;
        first = false;
      }
      const part = chunk.subarray(at, at + BLOCK_BYTES - fill);
      memory.set(part, fill);
      fill += part.length;
      at += part.length;
    }
  }
  yield { memory, data: memory.subarray(0, fill), first, last: true };
}

/**
 * Compresses one block on the thread pool, so that all blocks of an entry put together are one deflate stream: a block
 * ends on a byte boundary and refers back into `window`, the data before it, which is copied before the call returns.
 * The result depends on nothing but the arguments and the zlib in use.
 */
export function deflateBlock({ data, last }: Block, level: number, window: Uint8Array): Promise<Uint8Array> {
  const options: ZlibOptions = {
    level,
    chunkSize: BLOCK_BYTES / 2,
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(window.length === 0 ? {} : { dictionary: window }),
  };
  return new Promise((resolve, reject) => {
    deflateRaw(data, options, (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
}

/**
 * Compresses a whole entry. A small one is done at once, with a window no larger than the data: its set-up, which is
 * nearly all the work, is cheaper than a trip to the thread pool.
 */
export function deflateWhole(block: Block, level: number): Promise<Uint8Array> {
  const { length } = block.data;
  if (length > SMALL) return deflateBlock(block, level, new Uint8Array(0));
  const windowBits = Math.max(9, Math.ceil(Math.log2(length + 1)));
  return Promise.resolve(deflateRawSync(block.data, { level, windowBits, memLevel: windowBits - 8, chunkSize: length + 64 }));
}
