import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import {
  centralHeader,
  dataDescriptor,
  endOfDirectory,
  FLAG_DESCRIPTOR,
  FLAG_UTF8,
  localHeader,
  type ZipEntryFacts,
} from '../zip/zip-headers.js';
import { NameCheck } from './check-names.js';
import { ArchiveFault, type Problems } from './problems.js';

/** How much of a stranger's file is believed before it is refused. */
export interface ReadLimits {
  readonly entries: number;
  /** Of all files unpacked, in bytes. */
  readonly bytes: number;
  /** Unpacked to packed size of one file of more than a megabyte. Deflate cannot do more than 1,032. */
  readonly ratio: number;
}

/** Where everything in a ZIP file lies. Nothing is unpacked yet. */
export interface ZipIndex {
  /** The one folder that everything is in. */
  readonly top: string;
  /** By path below it, in the order of the file. */
  readonly files: ReadonlyMap<string, ZipEntryFacts>;
}

const LARGE = 1024 * 1024;
const CHUNK = 64 * 1024;

/**
 * Reads a ZIP file's directory and accounts for every byte of the file: entries lie one behind the other from the first
 * byte, the directory behind them says what our writers write and nothing else, and nothing follows. Throws
 * `ArchiveFault` where the file is no such ZIP or passes a limit; names are checked into `problems`.
 */
export async function readZipIndex(handle: FileHandle, limits: ReadLimits, problems: Problems): Promise<ZipIndex> {
  const zip = await reading(fromFdPromise(handle.fd, { autoClose: false, strictFileNames: true }));
  if (zip.entryCount > limits.entries) throw new ArchiveFault('limit', `the ZIP file has more than ${limits.entries} entries`);
  const directory = new DirectoryCheck(limits);
  const files = new Map<string, ZipEntryFacts>();
  const names = new NameCheck(problems);
  for await (const entry of entriesOf(zip)) {
    const facts = directory.take(entry);
    const path = names.take(entry.fileName);
    if (path !== undefined) files.set(path, facts);
  }
  await directory.finish(handle, zip.fileSize);
  return { top: names.top, files };
}

/** Whatever the ZIP reader stumbles over is a fault of the file; its text may quote names, so it is kept as a cause only. */
async function reading<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw new ArchiveFault('zip', 'the file is not a readable ZIP file', { cause });
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (let next = await reading(entries.next()); next.done !== true; next = await reading(entries.next())) yield next.value;
}

/** Follows the directory and knows, from sizes alone, what every byte of the file has to be for. */
class DirectoryCheck {
  readonly #hash = createHash('sha256');
  #entries = 0;
  #cursor = 0;
  #size = 0;
  #unpacked = 0;
  #time: string | undefined;

  constructor(private readonly limits: ReadLimits) {}

  take(entry: Entry): ZipEntryFacts {
    const facts = factsOf(entry);
    this.#checkFacts(facts);
    this.#checkSizes(facts);
    const header = centralHeader(facts);
    this.#hash.update(header);
    this.#size += header.length;
    this.#entries += 1;
    this.#cursor += localHeader(facts).length + facts.compressed;
    if ((facts.flags & FLAG_DESCRIPTOR) !== 0) this.#cursor += dataDescriptor(facts).length;
    return facts;
  }

  async finish(handle: FileHandle, fileSize: number): Promise<void> {
    const end = endOfDirectory(this.#entries, this.#cursor, this.#size);
    if (fileSize !== this.#cursor + this.#size + end.length)
      throw new ArchiveFault('zip', 'the ZIP file has bytes that belong to no entry');
    this.#hash.update(end);
    const actual = createHash('sha256');
    for (let at = this.#cursor; at < fileSize; at += CHUNK) {
      actual.update(await readAt(handle, at, Math.min(CHUNK, fileSize - at)));
    }
    if (!actual.digest().equals(this.#hash.digest()))
      throw new ArchiveFault('zip', "the ZIP file's directory is not as it was written");
  }

  #checkFacts({ offset, flags, method, time }: ZipEntryFacts): void {
    if (offset !== this.#cursor) throw new ArchiveFault('zip', 'the entries of the ZIP file overlap or leave gaps');
    const own = JSON.stringify(time);
    this.#time ??= own;
    if ((flags & ~(FLAG_DESCRIPTOR | FLAG_UTF8)) !== 0 || (method !== 0 && method !== 8) || this.#time !== own) {
      throw new ArchiveFault('zip', 'the ZIP file has an entry of a kind that archives do not have');
    }
  }

  #checkSizes({ compressed, size }: ZipEntryFacts): void {
    this.#unpacked += size;
    if (this.#unpacked > this.limits.bytes)
      throw new ArchiveFault('limit', `the ZIP file unpacks to more than ${this.limits.bytes} bytes`);
    if (size > LARGE && size > compressed * this.limits.ratio)
      throw new ArchiveFault('limit', 'the ZIP file has an entry that unpacks to many times its size');
  }
}

function factsOf(entry: Entry): ZipEntryFacts {
  return {
    name: entry.fileNameRaw,
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    time: { time: entry.lastModFileTime, date: entry.lastModFileDate },
    crc: entry.crc32,
    compressed: entry.compressedSize,
    size: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

/** Exactly these bytes; throws `ArchiveFault` where the file ends before. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const { bytesRead } = await handle.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) throw new ArchiveFault('zip', 'the ZIP file is cut off');
    at += bytesRead;
  }
  return bytes;
}
