import type { DirectiveFacts } from './directives.js';
import type { HeirPurpose } from './heir-purpose.js';

/** What shows that somebody may act for another. Bills, contracts and the word of a third person show nothing. */
export const AUTHORITY_EVIDENCE = {
  proxy: ['mandate'],
  guardian: ['court_order'],
  parental_authority: ['family_record', 'court_order'],
  heir: ['deed_of_inheritance', 'will'],
} as const;

/** See {@link AUTHORITY_EVIDENCE}. */
export type AuthorityEvidence = (typeof AUTHORITY_EVIDENCE)[keyof typeof AUTHORITY_EVIDENCE][number];

/** The decision about who acts for another, as it is kept: codes and times. Its reason, and where the answer goes, are in the case file. */
export interface RepresentationFacts {
  readonly outcome: 'accepted' | 'rejected';
  readonly evidence: AuthorityEvidence;
  readonly answerTo: 'person' | 'representative';
  readonly purpose?: HeirPurpose;
  /** What a deceased person has directed, where something of it counts. */
  readonly directive?: DirectiveFacts;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The officer, by id. */
  readonly by: string;
}
