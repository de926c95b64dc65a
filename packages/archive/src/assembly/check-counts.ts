import type { Account } from '@habeas/core';
import { ArchiveError } from '../archive-error.js';
import type { WrittenCollection } from './source-shelf.js';

/**
 * Holds what was written against what the ledger says was found. Throws `ArchiveError` where they differ: an archive that
 * contradicts its own ledger must not come to be.
 */
export function checkCounts(written: readonly WrittenCollection[], { ledger }: Account): void {
  const left = new Map(written.map((entry) => [JSON.stringify([entry.source, entry.collection]), entry]));
  for (const { source, collection, records, files } of ledger) {
    const key = JSON.stringify([source.id, collection]);
    compare(`'${collection}' of source '${source.id}'`, { records, files }, cameOf(left.get(key)));
    left.delete(key);
  }
  for (const { source, collection } of left.values()) {
    throw new ArchiveError('findings', `the ledger has no entry for '${collection}' of source '${source}'`);
  }
}

/** What came of a collection: what was written, and what a decision about scope keeps out of the copy. */
function cameOf(written: WrittenCollection | undefined): Counts {
  if (written === undefined) return { records: 0, files: 0 };
  const { records, files, omitted } = written;
  return { records: records + omitted.records, files: files + omitted.files };
}

interface Counts {
  readonly records: number;
  readonly files: number;
}

function compare(place: string, told: Counts, written: Counts): void {
  for (const what of ['records', 'files'] as const) {
    if (told[what] === written[what]) continue;
    throw new ArchiveError('findings', `the ledger counts ${told[what]} ${what} in ${place}, but ${written[what]} came`);
  }
}
