import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { damaged, encrypted, tooLarge, unreadable } from './workbook-error.js';

/** How much of a workbook is believed before it is refused. */
export interface PackageLimits {
  /** Files within it. */
  readonly entries: number;
  /** Of all parts that are asked for, unpacked, in bytes. */
  readonly unpacked: number;
  /** Unpacked to packed size of a part of more than a megabyte. */
  readonly ratio: number;
}

/** What a workbook begins with that is encrypted with a password, and one of before 2007. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Bytes up to which a part is never called a bomb. */
const ALWAYS_FINE = 1024 * 1024;

/**
 * What both kinds of workbooks are: a ZIP file with parts in it. Opening it throws `WorkbookError` for what is no ZIP file, is
 * encrypted, or would unpack to more than its limits; each part is measured again as it is unpacked.
 */
export class WorkbookPackage {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  static async ofBytes(bytes: Uint8Array, limits: PackageLimits, wants: (name: string) => boolean): Promise<WorkbookPackage> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    refuseCompound(buffer);
    return WorkbookPackage.#of(await orDamaged(fromBufferPromise(buffer)), limits, wants);
  }

  /** A file on disk, whose first bytes are given; it is read as its parts are. */
  static async ofFile(
    { path, start }: { readonly path: string; readonly start: Uint8Array },
    limits: PackageLimits,
    wants: (name: string) => boolean,
  ): Promise<WorkbookPackage> {
    refuseCompound(start);
    const zip = await orDamaged(openPromise(path, { autoClose: false }));
    try {
      return await WorkbookPackage.#of(zip, limits, wants);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  static async #of(zip: ZipFile, limits: PackageLimits, wants: (name: string) => boolean): Promise<WorkbookPackage> {
    if (zip.entryCount > limits.entries) throw tooLarge('it has too many parts');
    const entries = (await entriesOf(zip)).filter(({ fileName }) => wants(fileName));
    checkSizes(entries, limits);
    const parts = new Map(entries.map((entry) => [entry.fileName, entry]));
    if (parts.size < entries.length) throw damaged();
    return new WorkbookPackage(zip, parts);
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** The bytes of a part, piece by piece. Fails where they are more, fewer or others than the directory promises. */
  async *stream(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.parts.get(name);
    if (entry === undefined) throw damaged();
    const stream = await orDamaged(this.zip.openReadStreamPromise(entry));
    let checksum = 0;
    const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    try {
      for (let next = await orDamaged(pieces.next()); next.done !== true; next = await orDamaged(pieces.next())) {
        checksum = crc32(next.value, checksum);
        yield next.value;
      }
    } finally {
      stream.destroy();
    }
    if (checksum !== entry.crc32) throw damaged();
  }

  close(): void {
    this.zip.close();
  }
}

function refuseCompound(start: Uint8Array): void {
  if (!COMPOUND.equals(start.subarray(0, COMPOUND.length))) return;
  throw unreadable('it is encrypted, or of a kind from before 2007', 'open it and save it as .xlsx, without a password');
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const all = zip.eachEntry();
  for (let next = await orDamaged(all.next()); next.done !== true; next = await orDamaged(all.next())) {
    if (next.value.isEncrypted()) throw encrypted();
    entries.push(next.value);
  }
  return entries;
}

function checkSizes(entries: readonly Entry[], { unpacked, ratio }: PackageLimits): void {
  const sum = entries.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0);
  if (sum > unpacked) throw tooLarge(`it unpacks to more than ${String(unpacked)} bytes`);
  const isBomb = entries.some(
    ({ uncompressedSize: size, compressedSize }) => size > ALWAYS_FINE && size > compressedSize * ratio,
  );
  if (isBomb) throw tooLarge('a part of it unpacks to many times its size');
}

/** Whether it is the disk that failed, and not the file. */
function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

/** What the ZIP reader stumbles over is a fault of the file; its text may quote names, so it is a cause only. What the system refuses stays that. */
async function orDamaged<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw isSystemError(cause) ? cause : damaged(cause);
  }
}
