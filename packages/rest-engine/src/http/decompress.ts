import { pipeline, Transform, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { RefusedBodyError } from './faults.js';

/** What vendors may send; asked for with every request. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** Bodies up to this many bytes are never called a bomb: short lists of equal records compress well. */
const ALWAYS_FINE = 1_000_000;

/**
 * The body as it was before it was compressed, streamed. Fails with {@link RefusedBodyError} for an encoding nobody asked for, and
 * where more than `ratio` bytes come out of one. Ending the iteration early ends the connection.
 */
export async function* decompressed(body: Readable, encoding: string | undefined, ratio: number): AsyncGenerator<Uint8Array> {
  const name = (encoding ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity') {
    yield* body as AsyncIterable<Uint8Array>;
    return;
  }
  const compressed = counter();
  const decoder = await decoderOf(name, body);
  // What fails in it destroys the decoder with that error, where the iteration meets it
  pipeline(body, compressed.stream, decoder, () => undefined);
  let size = 0;
  for await (const chunk of decoder as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > ALWAYS_FINE && size > ratio * compressed.bytes()) {
      throw new RefusedBodyError('the answer is compressed beyond what is allowed');
    }
    yield chunk;
  }
}

function counter(): { readonly stream: Transform; readonly bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}

async function decoderOf(name: string, body: Readable): Promise<Transform> {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  if (name === 'deflate') return (await isRawDeflate(body)) ? createInflateRaw() : createInflate();
  body.destroy();
  throw new RefusedBodyError('the answer is compressed in a way that was not asked for');
}

/** Half of the servers that say `deflate` leave out the zlib header that RFC 9110 § 8.4.1.2 demands: its first four bits are 8. */
async function isRawDeflate(body: Readable): Promise<boolean> {
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    body.unshift(chunk);
    return ((chunk[0] ?? 8) & 0x0f) !== 8;
  }
  return false;
}
