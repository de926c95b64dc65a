import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { dataDescriptor, FLAG_DESCRIPTOR, localHeader, type ZipEntryFacts } from '../zip/zip-headers.js';
import { ArchiveFault } from './problems.js';
import { readAt } from './zip-index.js';

const CHUNK = 128 * 1024;
const SMALL = 32 * 1024;

/**
 * A file's bytes out of the ZIP file, unpacked. Throws `ArchiveFault` where what stands in front of, in or behind the data
 * is not what the directory says: header, size, checksum, descriptor. Never gives more bytes than the directory promises.
 */
export async function* readEntry(handle: FileHandle, facts: ZipEntryFacts): AsyncGenerator<Uint8Array> {
  const header = localHeader(facts);
  if (!(await readAt(handle, facts.offset, header.length)).equals(header))
    throw new ArchiveFault('zip', "the file's header is not what the directory says");
  const start = facts.offset + header.length;
  let crc = 0;
  let size = 0;
  for await (const chunk of unpack(handle, start, facts)) {
    crc = crc32(chunk, crc);
    size += chunk.length;
    if (size > facts.size) throw new ArchiveFault('zip', 'the file is larger than the directory says');
    yield chunk;
  }
  if (size !== facts.size || crc !== facts.crc) throw new ArchiveFault('zip', "the file's bytes are not those that were written");
  if ((facts.flags & FLAG_DESCRIPTOR) === 0) return;
  const descriptor = dataDescriptor(facts);
  if (!(await readAt(handle, start + facts.compressed, descriptor.length)).equals(descriptor)) {
    throw new ArchiveFault('zip', 'what stands behind the file is not what the directory says');
  }
}

/** A file that is known to be small, whole. Throws `ArchiveFault` also where it is larger than `most`. */
export async function readWhole(handle: FileHandle, facts: ZipEntryFacts, most: number): Promise<Buffer> {
  if (facts.size > most) throw new ArchiveFault('limit', `the file is larger than ${most} bytes`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of readEntry(handle, facts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* unpack(handle: FileHandle, start: number, facts: ZipEntryFacts): AsyncGenerator<Uint8Array> {
  const { method, compressed, size } = facts;
  if (method === 0) yield* rawBytes(handle, start, compressed);
  else if (compressed <= SMALL && size <= SMALL) yield inflateSmall(await readAt(handle, start, compressed), size);
  else yield* inflateStream(rawBytes(handle, start, compressed), compressed);
}

async function* rawBytes(handle: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += CHUNK) yield await readAt(handle, start + at, Math.min(CHUNK, length - at));
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function inflateSmall(packed: Buffer, size: number): Uint8Array {
  let inflated: Inflated;
  try {
    // One byte of room more than promised, so that too much is seen as such and never unpacked in full.
    inflated = inflateRawSync(packed, { info: true, maxOutputLength: size + 1 }) as unknown as Inflated;
  } catch (cause) {
    throw new ArchiveFault('zip', "the file's packed bytes are damaged", { cause });
  }
  if (inflated.engine.bytesWritten !== packed.length) throw new ArchiveFault('zip', 'the file has bytes behind its end');
  return inflated.buffer;
}

async function* inflateStream(packed: AsyncIterable<Uint8Array>, compressed: number): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  const source = Readable.from(packed, { objectMode: false });
  source.once('error', (error) => inflater.destroy(error));
  source.pipe(inflater);
  try {
    for await (const chunk of inflater as AsyncIterable<Uint8Array>) yield chunk;
  } catch (cause) {
    if (cause instanceof ArchiveFault) throw cause;
    throw new ArchiveFault('zip', "the file's packed bytes are damaged", { cause });
  } finally {
    source.destroy();
    inflater.destroy();
  }
  if (inflater.bytesWritten !== compressed) throw new ArchiveFault('zip', 'the file has bytes behind its end');
}
