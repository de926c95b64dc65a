import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Answer } from './answer.js';
import type { Fault } from './fault.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends what the vendor says. `onFileBytes` is told of what goes out of a file. */
export function sendAnswer(response: ServerResponse, answer: Answer, onFileBytes: (count: number) => void): void {
  if (answer.bytes !== undefined) {
    response.writeHead(answer.status, { 'content-type': 'application/pdf', ...answer.headers });
    Readable.from(counted(fileBytes(answer.bytes), onFileBytes), { highWaterMark: 1 }).pipe(response);
    return;
  }
  response.writeHead(answer.status, { ...JSON_TYPE, ...answer.headers });
  response.end(JSON.stringify(answer.body));
}

/** Sends what the vendor should not say. */
export function sendFault(response: ServerResponse, fault: Fault, answer: Answer): void {
  if (fault.kind === 'reply') {
    response.writeHead(fault.status, { ...JSON_TYPE, ...fault.headers });
    response.end(fault.body ?? '');
    return;
  }
  const text = answer.bytes === undefined ? JSON.stringify(answer.body ?? null) : 'x'.repeat(100);
  const half = text.slice(0, Math.floor(text.length / 2));
  response.writeHead(answer.status, { ...JSON_TYPE, ...(fault.kind === 'truncated' ? {} : { 'content-length': text.length }) });
  if (fault.kind === 'truncated') response.end(half);
  else if (fault.kind === 'reset') response.write(half, () => response.destroy());
  else response.flushHeaders();
}

const BLOCK = Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * 7 + (index >> 8)) % 256));

/** The bytes of a file of some size, never whole. */
export function* fileBytes(size: number): Generator<Buffer, void, undefined> {
  for (let sent = 0; sent < size; sent += BLOCK.length) yield BLOCK.subarray(0, Math.min(BLOCK.length, size - sent));
}

function* counted(blocks: Iterable<Buffer>, onBytes: (count: number) => void): Generator<Buffer, void, undefined> {
  for (const block of blocks) {
    onBytes(block.length);
    yield block;
  }
}

/** What a file of some size has to come to: SHA-256, in hexadecimal digits. */
export function fileHash(size: number): string {
  const hash = createHash('sha256');
  for (const block of fileBytes(size)) hash.update(block);
  return hash.digest('hex');
}
