import type { RetryLimits } from '../run/retries.js';

/** The bounds of one discovery. Where one is reached, the ledger says what was left out. */
export interface DiscoveryLimits extends RetryLimits {
  /** How often found identifiers go round again. */
  readonly rounds: number;
  /** Identifiers that are searched, the given ones included. */
  readonly identifiers: number;
  /** Records that may carry one identifier in a collection where each record is a person; more are several people, unless they agree in name or birth date. */
  readonly recordsPerIdentifier: number;
  /** Hits that one source may return in one round. */
  readonly hitsPerSource: number;
  /** Sources that are opened and searched at once, and collections that are read ahead at once, of all sources. Those that have read everything, and little, do not count. */
  readonly concurrency: number;
  /** Collections of one source that are read at once; a source may set less. */
  readonly collectionsPerSource: number;
  /** Records, and files, of one collection that wait for their reader: two batches at most, more only while they weigh little. */
  readonly recordsAhead: number;
}

/** What fits a typical organisation and one machine. */
export const DEFAULT_LIMITS: DiscoveryLimits = {
  rounds: 8,
  identifiers: 200,
  recordsPerIdentifier: 5,
  hitsPerSource: 10_000,
  concurrency: 32,
  collectionsPerSource: 8,
  recordsAhead: 2_000,
  attempts: 4,
  baseDelayMs: 1_000,
  maxDelayMs: 900_000,
};
