import { Refused } from '../../request/refused.js';
import { type DocumentType, LARGEST_DOCUMENT } from './document-facts.js';

const MAGIC: readonly (readonly [DocumentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** A copy of a document as it was handed in, whole. */
export interface DocumentBytes {
  readonly type: DocumentType;
  readonly bytes: Uint8Array;
}

/**
 * Reads a copy, 10 MiB at most, and sees by its first bytes what it is; nothing of it is unpacked or shown. Throws `Refused` with
 * `INVALID_INPUT`, in the same words whatever is wrong with it.
 */
export async function documentBytes(content: AsyncIterable<Uint8Array>): Promise<DocumentBytes> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of content) {
    total += part.byteLength;
    if (total > LARGEST_DOCUMENT) throw notTaken();
    parts.push(part);
  }
  const bytes = joined(parts, total);
  const type = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0];
  if (type === undefined) throw notTaken();
  return { type, bytes };
}

function joined(parts: readonly Uint8Array[], total: number): Uint8Array {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

function notTaken(): Refused {
  return new Refused('INVALID_INPUT', 'This file is not taken.', 'Hand in a PDF, a JPEG or a PNG of 10 MiB at most.');
}
