import type { LedgerEntry } from '../findings/findings.js';
import type { WorkTimes } from './search-memory.js';

/** A ledger in which the entries of these sources have the times and tries of when they were worked on. */
export function withTimes(
  ledger: readonly LedgerEntry[],
  sources: ReadonlySet<string>,
  times: readonly WorkTimes[],
): readonly LedgerEntry[] {
  const known = new Map(times.map((each) => [JSON.stringify([each.source, each.collection]), each]));
  return ledger.map((entry) => {
    const then = sources.has(entry.source.id) ? known.get(JSON.stringify([entry.source.id, entry.collection])) : undefined;
    if (then === undefined) return entry;
    const { attempts, startedAt, finishedAt } = then;
    return { ...entry, attempts, startedAt, finishedAt };
  });
}
