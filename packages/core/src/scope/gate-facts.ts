import type { Account, LedgerEntry, MatchAccount } from '../findings/findings.js';
import type { RetentionTally } from '../retention/overdue.js';
import type { FieldFacts } from './facts.js';
import type { GateFacts, GateFlags, GatePlace } from './gate.js';
import type { RecordScope, ScopeDecision } from './scope-decision.js';

/** What a search tells the gate (OUT-08). */
export type SearchFacts = Pick<
  GateFacts,
  'searchedCollections' | 'incompleteSearches' | 'queuedMatches' | 'mentions' | 'records'
>;

/**
 * Reads the account of a search (SCP-09): what blocks it, what waits, what was found. A queued match that only mentions the person
 * is counted as such (SCP-06).
 */
export function searchFacts({ ledger, matches }: Account): SearchFacts {
  const mentions = perCollection(matches.filter(({ decision, tier }) => decision === 'queued' && tier === 'F'));
  const mentionsIn = ({ source, collection }: LedgerEntry): number =>
    mentions.find((place) => place.source === source.id && place.collection === collection)?.count ?? 0;
  return {
    searchedCollections: ledger.filter(isConclusive).length,
    // Of a search that came to its end only the queued matches block, and those are flagged as what they are.
    incompleteSearches: ledger
      .filter((entry) => entry.blocking && !(isConclusive(entry) && entry.queued > 0))
      .map((entry) => placeOf(entry, 1)),
    queuedMatches: ledger
      .filter((entry) => entry.queued > mentionsIn(entry))
      .map((entry) => placeOf(entry, entry.queued - mentionsIn(entry))),
    mentions,
    records: ledger.reduce((sum, { records }) => sum + records, 0),
  };
}

function isConclusive({ outcome }: LedgerEntry): boolean {
  return outcome === 'complete' || outcome === 'empty';
}

/** Reads the retention of what was found (RET-02): what is kept for a dispute is not handed over unseen. */
export function retentionFacts(tallies: readonly RetentionTally[]): Pick<GateFlags, 'legalHolds'> {
  const held = tallies.filter(({ counts }) => counts.legal_hold > 0);
  return { legalHolds: held.map(({ source, collection, counts }) => ({ source, collection, count: counts.legal_hold })) };
}

/** The scope of the records of one kind in one collection, and how many there are. */
export interface ScopedCollection {
  readonly source: string;
  readonly collection: string;
  readonly records: number;
  readonly fields: readonly FieldFacts[];
  readonly scope: RecordScope;
}

/** What scope tells the gate (OUT-08). */
export type ScopeFacts = Pick<
  GateFlags,
  'thirdPartyData' | 'specialCategories' | 'unclassifiedFields' | 'undeterminedScope' | 'redactions' | 'heldForOthers'
>;

/** Reads the decisions about what was found, for the rights that are exercised: each field that wants a human eye, with the number of its records. */
export function scopeFacts(collections: readonly ScopedCollection[], rights: readonly ('access' | 'portability')[]): ScopeFacts {
  const held = collections.filter(({ records }) => records > 0);
  const decided = (applies: (decision: ScopeDecision) => boolean): readonly GatePlace[] =>
    held.flatMap((each) =>
      each.scope.fields
        .filter((field) => rights.some((right) => applies(field[right])))
        .map(({ field }) => placeOfField(each, field)),
    );
  return {
    thirdPartyData: decided(({ verdict, reason }) => verdict === 'review' && reason === 'third-party-data'),
    specialCategories: held.flatMap((each) =>
      each.fields.filter(({ special }) => special === true).map(({ name }) => placeOfField(each, name)),
    ),
    unclassifiedFields: held.flatMap((each) =>
      each.fields.filter(({ unclassified }) => unclassified === true).map(({ name }) => placeOfField(each, name)),
    ),
    undeterminedScope: decided(({ verdict }) => verdict === 'undetermined'),
    redactions: decided(({ reason }) => reason === 'redacted'),
    heldForOthers: decided(({ reason }) => reason === 'processor'),
  };
}

function placeOfField({ source, collection, records }: ScopedCollection, field: string): GatePlace {
  return { source, collection, field, count: records };
}

function placeOf({ source, collection }: LedgerEntry, count: number): GatePlace {
  return { source: source.id, collection, count };
}

function perCollection(matches: readonly MatchAccount[]): readonly GatePlace[] {
  const places = new Map<string, GatePlace>();
  for (const { source, collection } of matches) {
    const key = JSON.stringify([source, collection]);
    places.set(key, { source, collection, count: (places.get(key)?.count ?? 0) + 1 });
  }
  return [...places.values()];
}
