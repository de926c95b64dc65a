import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { readCassette } from '../../cassette/cassette.js';
import { ledgerOf } from '../../cassette/ledger.js';
import { replay } from '../../cassette/replay.js';
import { parseManifest } from '../../manifest/manifest.js';

/** A connector's manifest, and a search that was recorded with it. */
export interface ReplayedCassette {
  readonly manifest: URL;
  readonly cassette: URL;
}

/**
 * Registers the replay of a cassette: the search comes to the ledger that the recording came to, and asks for all that was asked
 * for then, and for nothing else. Nothing leaves the machine.
 */
export function describeReplay({ manifest: manifestFile, cassette: cassetteFile }: ReplayedCassette): void {
  const name = basename(fileURLToPath(cassetteFile));
  const read = (file: URL): string => readFileSync(file, 'utf8');
  it(`${name} is replayed, and comes to what was recorded`, async () => {
    const cassette = readCassette(read(cassetteFile), name);
    const manifest = parseManifest(read(manifestFile), basename(fileURLToPath(manifestFile)));
    expect(manifest.id).toBe(cassette.connector);
    const { session, identifiers, unasked } = replay(manifest, cassette);
    expect(await ledgerOf(session, identifiers)).toEqual(cassette.ledger);
    expect(unasked()).toEqual([]);
  });
}
