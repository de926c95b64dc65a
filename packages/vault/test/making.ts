import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataKey } from '../src/key/data-key.js';
import type { SealedSource } from '../src/sealed/open-sealed.js';

/** A temporary folder for one test file; remove it with `remove` in `afterAll`. */
export async function tempFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'habeas-vault-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Everything a stream gives. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Everything a stream of other things gives. */
export async function itemsOf<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** A stream of these bytes in pieces of one size. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

/** A stream that gives these bytes and then fails. */
export async function* failingAfter(bytes: Uint8Array, error: Error): AsyncGenerator<Uint8Array> {
  yield* inPieces(bytes);
  throw error;
}

/** A sealed file in memory, and the parts of it that were read. */
export function sourceOf(
  sealed: Uint8Array,
  pieceSize = 10_000,
): SealedSource & { readonly reads: (readonly [number, number])[] } {
  const reads: (readonly [number, number])[] = [];
  return {
    size: sealed.length,
    reads,
    read(start, end) {
      reads.push([start, end]);
      return inPieces(sealed.subarray(start, end), pieceSize);
    },
  };
}

/** Bytes that are not all alike, the same for the same length. */
export function patterned(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >> 8) * 7 + 5) & 0xff;
  return bytes;
}

/** A data key of known bytes. */
export function dataKey(fill = 7): DataKey {
  return new DataKey(Buffer.alloc(32, fill));
}

/** The bytes with one bit turned over. */
export function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
