import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { retainedBytes } from '@habeas/connector-sdk/testing';
import { ANN } from '../../world/people.js';
import { fileHash } from '../../fake-vendor/send.js';
import type { Bench } from '../bench.js';
import { readUntilFault, rootsOf } from '../observe.js';
import type { Scenario } from '../scenario.js';
import { unlikeFiles } from '../shapes.js';

const MEGABYTE = 1024 * 1024;
const FILE_BYTES = 100 * MEGABYTE;
/** What may be held of a file at once. */
const HELD_BYTES = 10 * MEGABYTE;
/** What may be under way to a reader who takes his time: the buffers of two sockets are some of it. */
const AHEAD_BYTES = FILE_BYTES / 4;
/** So long nothing may have been sent before the vendor is taken to stand still. */
const STANDSTILL_MS = 250;
const LOOK_MS = 10;

/** Why R5 does not apply. */
export function withoutFiles({ manifest: { collections } }: Scenario): string | undefined {
  return Object.values(collections).every(({ files }) => Object.keys(files).length === 0) ? 'it has no files' : undefined;
}

/** R5 */
export async function filesStream(bench: Bench): Promise<void> {
  bench.vendor.quirks.fileBytes = FILE_BYTES;
  const session = await bench.open();
  for (const name of unlikeFiles(bench.manifest)) {
    const roots = await rootsOf(bench, session, ANN);
    const { items, fault } = await bench.run(() => readUntilFault(session, { collection: name, roots, want: 'files' }));
    assert.equal(fault, undefined);
    const [file] = items.flatMap((item) => (item.type === 'file' ? [item.file] : []));
    assert.ok(file !== undefined, `${name} gives no file`);
    const { hash, most, ahead } = await bench.run(() => readSlowly(bench, file.open()));
    assert.equal(hash, fileHash(FILE_BYTES), 'the file is not what the vendor sent');
    const faults = [
      ...(most < HELD_BYTES ? [] : [`${inMegabytes(most)} MB of the file are held at once`]),
      ...(ahead < AHEAD_BYTES ? [] : [`${inMegabytes(ahead)} MB of the file are sent ahead of the reader`]),
    ];
    assert.ok(faults.length === 0, faults.join(', '));
  }
}

/** What a reader got of a file, and what it cost. */
interface SlowReading {
  readonly hash: string;
  /** The most bytes that were held at once. */
  readonly most: number;
  /** Bytes that had been sent when the reader had taken one chunk, and waited for as long as more was sent. */
  readonly ahead: number;
}

async function readSlowly({ vendor }: Bench, bytes: AsyncIterable<Uint8Array>): Promise<SlowReading> {
  const hash = createHash('sha256');
  const before = { held: retainedBytes(), sent: vendor.fileBytesSent() };
  let [size, most, ahead] = [0, 0, 0];
  for await (const chunk of bytes) {
    if (size === 0) ahead = (await sentAtStandstill(vendor.fileBytesSent)) - before.sent;
    const isDue = Math.floor(size / (20 * MEGABYTE)) < Math.floor((size + chunk.length) / (20 * MEGABYTE));
    size += chunk.length;
    hash.update(chunk);
    if (isDue) most = Math.max(most, retainedBytes() - before.held);
  }
  return { hash: hash.digest('hex'), most, ahead };
}

async function sentAtStandstill(sent: () => number): Promise<number> {
  let [last, since] = [sent(), performance.now()];
  while (performance.now() - since < STANDSTILL_MS) {
    await pause(LOOK_MS);
    if (sent() !== last) [last, since] = [sent(), performance.now()];
  }
  return last;
}

function inMegabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}
