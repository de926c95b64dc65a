import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** A fetched archive. */
export interface FetchedArchive {
  /** Of the file itself, lower-case hexadecimal. */
  readonly sha256: string;
  /** By their names without the folder that holds all of them. */
  readonly entries: ReadonlyMap<string, Buffer>;
}

/** Reads a ZIP whole. Rejects where it is none. */
export async function readArchive(path: string): Promise<FetchedArchive> {
  const zip = await yauzl.openPromise(path, { validateEntrySizes: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.slice(entry.fileName.indexOf('/') + 1);
    entries.set(name, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return { sha256: createHash('sha256').update(readFileSync(path)).digest('hex'), entries };
}

/** Where the archive tells when each collection was searched, and in how many tries. */
const LEDGER = 'data/provenance/ledger.json';
const OF_TIMES_AND_TRIES = new Set(['started_at', 'finished_at', 'attempts']);

/** The checksum of each payload file: everything below `data/`, byte for byte; of the ledger all but times and tries. */
export function payloadSums({ entries }: FetchedArchive): ReadonlyMap<string, string> {
  return new Map(
    [...entries]
      .filter(([name]) => name.startsWith('data/'))
      .map(([name, bytes]) => [
        name,
        createHash('sha256')
          .update(name === LEDGER ? timeless(bytes) : bytes)
          .digest('hex'),
      ]),
  );
}

function timeless(bytes: Buffer): string {
  return JSON.stringify(JSON.parse(bytes.toString()), (name, value: unknown) =>
    OF_TIMES_AND_TRIES.has(name) ? undefined : value,
  );
}
