import type { LedgerReason } from '../findings/findings.js';
import { isConclusive, type ReadResult, type StepResult, worst } from './collection-draft.js';
import type { Reach } from './reach.js';
import { declaredEmpty, missingKinds, NO_WAY, NOT_READ, NOT_SEARCHED, unusableLookups, WAITS_FOR_HUMAN } from './reasons.js';

/** See {@link Reach}. */
export type Unreached = Exclude<Reach, { by: 'declaration' | 'search' }>;

/** What is known about one collection when its entry is written. */
export interface CollectionFacts {
  readonly reach: Reach;
  /** How the searches ended that can lead to its records: its own, and those of its owners. */
  readonly searches: readonly StepResult[];
  /** Whether an included match leads to it. */
  readonly hasRoots: boolean;
  readonly read: ReadResult | undefined;
  /** Its matches that wait for a human. */
  readonly queued: number;
}

/** The outcome of one collection, and whether it stands in the way of a complete answer. */
export interface SettledOutcome extends StepResult {
  readonly blocking: boolean;
}

/**
 * The one outcome of one collection. Everything but `complete`, `empty` and a declaration of "no personal data" blocks, and so
 * does a match that waits for a human (law SCP-09, security R7). An incomplete search makes a complete read `partial`.
 */
export function settleOutcome(facts: CollectionFacts): SettledOutcome {
  const { reach, queued } = facts;
  if (reach.by === 'declaration') return { outcome: 'skipped', reason: declaredEmpty(reach.why), blocking: false };
  const result = reach.by === 'search' ? searchedOutcome(facts) : (sourcesWord(facts) ?? unreachedOutcome(reach));
  if (!isConclusive(result.outcome)) return { ...result, blocking: true };
  return queued > 0 ? { ...result, reason: WAITS_FOR_HUMAN, blocking: true } : { ...result, blocking: false };
}

function searchedOutcome({ searches, hasRoots, read }: CollectionFacts): StepResult {
  const search = worst(searches, NOT_SEARCHED);
  const isSearched = isConclusive(search.outcome);
  if (!hasRoots) return isSearched ? { outcome: 'empty' } : search;
  if (read === undefined) return NOT_READ;
  if (!isConclusive(read.end.outcome)) return read.end;
  if (isSearched) return { outcome: read.records > 0 ? 'complete' : 'empty' };
  return read.records > 0 ? { ...search, outcome: 'partial' } : search;
}

/** What the source itself says of a collection that we hold for unreachable: more precise, as long as it is not "all searched". */
function sourcesWord({ searches }: CollectionFacts): StepResult | undefined {
  const inconclusive = searches.filter(({ outcome }) => !isConclusive(outcome));
  return worst(inconclusive, undefined);
}

/** The outcome of a collection that no known identifier leads to, and why. */
export function unreachedOutcome(reach: Unreached): StepResult & { readonly reason: LedgerReason } {
  switch (reach.by) {
    case 'missing-kinds':
      return { outcome: 'skipped', reason: missingKinds(reach.kinds) };
    case 'unusable-lookups':
      return { outcome: 'unsupported', reason: unusableLookups(reach.kinds) };
    case 'nothing':
      return { outcome: 'unsupported', reason: NO_WAY };
  }
}
