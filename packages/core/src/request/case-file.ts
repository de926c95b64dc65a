import type { IdentifierAccount, MatchAccount } from '../findings/findings.js';
import type { ReviewVerdict } from '../matching/reviews.js';

/** What a person decided about a match, when and why. */
export interface MatchReview {
  readonly source: string;
  readonly collection: string;
  readonly recordId: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A decision about the whole request that needed a reason. */
export interface CaseDecision {
  readonly event: 'cancel' | 'refuse' | 'release';
  readonly reason: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What the search came to, and what humans said about it. Sealed wherever it is kept. */
export interface CaseFile {
  readonly matches: readonly MatchAccount[];
  readonly identifiers: readonly IdentifierAccount[];
  readonly reviews: readonly MatchReview[];
  /** In the order they were made. The trail says only that there was a reason: it may name people. */
  readonly decisions: readonly CaseDecision[];
}
