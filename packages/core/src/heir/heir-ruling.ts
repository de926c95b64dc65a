import type { HeirPurpose } from '../proof/representation/heir-purpose.js';

/** A collection of a source, or one record of it. */
export interface HeirPlace {
  readonly source: string;
  readonly collection: string;
  /** Absent: the whole collection. */
  readonly recordId?: string;
}

/** What an officer decided of what the purpose of an heir needs (PER-05). Sealed with the case: the key of a record may be a name. */
export interface CaseHeirRuling {
  readonly purpose: HeirPurpose;
  readonly isNeeded: boolean;
  /** None: nothing at all is needed. */
  readonly places: readonly HeirPlace[];
  /** Why that purpose needs it, or does not. */
  readonly reason: string;
  /** How many decisions about who acts for another came before it. */
  readonly decisions: number;
  /** The officer, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What is known of rulings for an heir, in clear: codes and times. */
export interface HeirFacts {
  readonly purpose: HeirPurpose;
  /** The evidence that was ruled on, a name in the vault: what was found since has been seen by nobody. */
  readonly evidence: string;
  /** When the last ruling was made: ISO 8601, UTC. */
  readonly at: string;
  /** The officer, by id. */
  readonly by: string;
}
