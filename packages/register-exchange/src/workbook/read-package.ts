import { Buffer } from 'node:buffer';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { tooLarge, unreadable, WORKBOOK_LIMITS } from './limits.js';

/** What both kinds of workbooks are: a ZIP file with parts in it, unpacked. */
export type PackageParts = ReadonlyMap<string, Uint8Array>;

/** What a workbook begins with that is encrypted with a password, and one of before 2007. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = 'it is encrypted';
const DECRYPT = 'open it with its password and save it without one';
const LARGE = 1024 * 1024;

/**
 * Unpacks the parts of a workbook that are asked for. Throws `InvalidInputError` for what is no ZIP file, is encrypted, or
 * unpacks to more than is sensible: sizes are checked before anything is unpacked, and while it is.
 */
export async function readPackage(bytes: Uint8Array, file: string, wants: (name: string) => boolean): Promise<PackageParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, COMPOUND.length).equals(COMPOUND))
    throw unreadable(file, `${ENCRYPTED}, or of a kind from before 2007`, 'open it and save it as .xlsx, without a password');
  const zip = await orUnreadable(fromBufferPromise(buffer), file);
  if (zip.entryCount > WORKBOOK_LIMITS.entries) throw tooLarge(file, 'it has too many parts');
  const entries = await entriesOf(zip, file);
  const wanted = entries.filter(({ fileName }) => wants(fileName));
  checkSizes(wanted, file);
  const parts = new Map<string, Uint8Array>();
  for (const entry of wanted) parts.set(entry.fileName, await unpack(zip, entry, file));
  return parts;
}

async function entriesOf(zip: ZipFile, file: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const all = zip.eachEntry();
  for (let next = await orUnreadable(all.next(), file); next.done !== true; next = await orUnreadable(all.next(), file)) {
    if (next.value.isEncrypted()) throw unreadable(file, ENCRYPTED, DECRYPT);
    entries.push(next.value);
  }
  return entries;
}

function checkSizes(entries: readonly Entry[], file: string): void {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > WORKBOOK_LIMITS.unpacked)
    throw tooLarge(file, `it unpacks to more than ${String(WORKBOOK_LIMITS.unpacked)} bytes`);
  const isBomb = entries.some(
    ({ uncompressedSize: size, compressedSize }) => size > LARGE && size > compressedSize * WORKBOOK_LIMITS.ratio,
  );
  if (isBomb) throw tooLarge(file, 'a part of it unpacks to many times its size');
}

/** The bytes of a part. The reader stops where there are more than the directory promises. */
async function unpack(zip: ZipFile, entry: Entry, file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = await orUnreadable(zip.openReadStreamPromise(entry), file);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch (cause) {
    throw damaged(file, cause);
  }
  return Buffer.concat(chunks);
}

/** What the ZIP reader stumbles over is a fault of the file; its text may quote names, so it is kept as a cause only. */
async function orUnreadable<Result>(work: Promise<Result>, file: string): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw damaged(file, cause);
  }
}

function damaged(file: string, cause: unknown): Error {
  const fault = unreadable(
    file,
    'it is no workbook, or it is damaged',
    'save it again from a spreadsheet, or name the format it has',
  );
  fault.cause = cause;
  return fault;
}

/** The fault of a workbook whose parts are encrypted. */
export function encrypted(file: string): Error {
  return unreadable(file, ENCRYPTED, DECRYPT);
}
