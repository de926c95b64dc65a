import { closeSync, openSync, readSync } from 'node:fs';
import type { CaseFile } from './case-file.js';
import type { Findings } from './findings.js';
import { filesBelow } from './folder-files.js';

const PIECE = 4 * 1024 * 1024;
/** Each text is known by its first four bytes before it is compared whole. */
const HEAD = 4;

/** I8: none of the texts lies anywhere in clear, in UTF-8, in UTF-16 or in Base64. Names the file and the number of the text. */
export function checkCanaries({ canaries, searched }: CaseFile, findings: Findings): void {
  const forms = canaries.flatMap((text, number) => formsOf(text).map((bytes) => ({ bytes, number })));
  const byHead = new Map<number, typeof forms>();
  for (const form of forms) {
    const head = form.bytes.readUInt32LE(0);
    byHead.set(head, [...(byHead.get(head) ?? []), form]);
  }
  const longest = Math.max(...forms.map(({ bytes }) => bytes.length));
  findings.count('canaries', canaries.length);
  for (const file of searched.flatMap(filesBelow)) {
    findings.count('searched files');
    for (const piece of piecesOf(file, longest)) {
      findings.count('searched bytes', piece.length);
      for (const number of hits(piece, byHead)) findings.broken('I8-nothing-in-clear', `text ${String(number)} lies in ${file}`);
    }
  }
}

function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  // Base64 of the same text looks different at each of three places in a group; the ends depend on the neighbours
  const base64 = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/u, '');
    return Buffer.from(coded.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  return [bytes, Buffer.from(text, 'utf16le'), ...base64].filter((form) => form.length >= 8);
}

function* piecesOf(file: string, overlap: number): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(PIECE + overlap);
    for (let at = 0; ; at += PIECE) {
      const length = readSync(handle, buffer, 0, buffer.length, at);
      if (length > 0) yield buffer.subarray(0, length);
      if (length < buffer.length) return;
    }
  } finally {
    closeSync(handle);
  }
}

function hits(
  piece: Buffer,
  byHead: ReadonlyMap<number, readonly { readonly bytes: Buffer; readonly number: number }[]>,
): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at + HEAD <= piece.length; at += 1) {
    for (const { bytes, number } of byHead.get(piece.readUInt32LE(at)) ?? []) {
      if (piece.compare(bytes, 0, bytes.length, at, Math.min(at + bytes.length, piece.length)) === 0) found.add(number);
    }
  }
  return found;
}
