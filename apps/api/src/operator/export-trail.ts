import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openStore, StoreRefused } from '../persistence/index.js';

/**
 * Writes the whole chain of a store's trail into a new file, a line of JSON for each entry, after giving those that wait their
 * places. Throws `StoreRefused` where the file is there already, and leaves none that is unfinished.
 */
export async function exportTrail(url: string, file: string): Promise<void> {
  await take(file);
  try {
    await write(url, file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Makes the file, for its owner only. */
async function take(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new StoreRefused('The file of the export exists already. Name a new one.');
  }
}

async function write(url: string, file: string): Promise<void> {
  const store = await openStore({ url });
  try {
    while ((await store.trail.sequence()) > 0);
    await pipeline(Readable.from(linesOf(store.trail.export())), createWriteStream(file));
  } finally {
    await store.close();
  }
}

async function* linesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
