import type { HeirPurpose } from '../proof/representation/representation-facts.js';
import type { CaseFile } from '../request/case-file.js';

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

/** The purpose for which an heir has data, as it was decided last. `undefined` where nobody has accepted one. */
export function heirPurposeOf({ representations = [] }: Pick<CaseFile, 'representations'>): HeirPurpose | undefined {
  const last = representations.at(-1);
  return last?.outcome === 'accepted' ? last.authority.purpose : undefined;
}

/**
 * The rulings that hold, in their order: those that were made for the purpose as it stands, since it stands. A purpose that was changed,
 * and changed back, has none: its rulings are made anew.
 */
export function heirRulingsInForce(file: Pick<CaseFile, 'representations' | 'heirRulings'>): readonly CaseHeirRuling[] {
  const { representations = [], heirRulings = [] } = file;
  const purpose = heirPurposeOf(file);
  const since = representations.findLastIndex((each) => each.outcome !== 'accepted' || each.authority.purpose !== purpose) + 1;
  return heirRulings.filter((each) => each.purpose === purpose && each.decisions > since);
}
