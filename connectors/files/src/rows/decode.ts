import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { TableConfig } from '../config.js';

const MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/**
 * The text of a file, piece by piece, in the encoding that its mark says, else in the one that is configured, else UTF-8.
 * Bytes that are no text of that encoding become U+FFFD, which the engine notes.
 */
export async function* textOf(
  path: string,
  encoding: TableConfig['encoding'],
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder((await markedEncoding(path)) ?? encoding ?? 'utf-8');
  for await (const chunk of createReadStream(path, { signal }) as AsyncIterable<Uint8Array>) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function markedEncoding(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0);
    const start = buffer.subarray(0, bytesRead).toString('hex');
    return MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  } finally {
    await file.close();
  }
}
