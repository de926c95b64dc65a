import type { FoundIdentifier, Identifier, RecordKey } from '@habeas/connector-sdk';
import { identifierKey, isSearchable } from '../subject/identifier-key.js';
import type { CheckedEvidence } from './checked-evidence.js';
import { type PersonFacts, recordFacts } from './person-facts.js';

/** An identifier that stands on a match's record, in a field that holds the person's own data. */
export interface CarriedIdentifier {
  /** See `identifierKey`. */
  readonly key: string;
  readonly identifier: Identifier;
  readonly field: string;
}

/** One record that may be the person's, with everything that all rounds and sources said about it. */
export interface KnownMatch {
  /** Equal for the same record only, and sorted by source, collection and record. */
  readonly id: string;
  readonly source: string;
  readonly collection: string;
  readonly recordId: string;
  readonly key: RecordKey;
  /** The round that found it first. */
  readonly round: number;
  /** Whether each record of its collection is a person of its own: its key is an id, and it has no owner. */
  readonly isPersonRecord: boolean;
  readonly evidence: readonly CheckedEvidence[];
  /** What may be learnt from it: sorted, no names, no birth dates. */
  readonly carried: readonly CarriedIdentifier[];
  /** All of the person's own identifiers that it was found with, names and birth dates among them. */
  readonly found: readonly FoundIdentifier[];
  readonly facts: PersonFacts;
}

/** A match before anything is derived from what was found on it. */
export type MatchSeed = Omit<KnownMatch, 'carried' | 'facts'>;

/** The match with what follows from it: evidence and identifiers each once, in an order that depends on them only. */
export function knownMatch(seed: MatchSeed): KnownMatch {
  const evidence = uniqueSorted(seed.evidence, ({ key, field, place, how }) => JSON.stringify([key, field, place, how]));
  const found = uniqueSorted(seed.found, ({ identifier, field, part }) =>
    JSON.stringify([identifierKey(identifier), field, part]),
  );
  return { ...seed, evidence, found, carried: carriedBy(found), facts: recordFacts(found) };
}

/** One match of two sightings of the same record: all evidence and identifiers of both. */
export function mergeMatches(earlier: KnownMatch, later: KnownMatch): KnownMatch {
  return knownMatch({
    ...earlier,
    evidence: [...earlier.evidence, ...later.evidence],
    found: [...earlier.found, ...later.found],
  });
}

function carriedBy(found: readonly FoundIdentifier[]): readonly CarriedIdentifier[] {
  return found
    .filter(({ identifier }) => isSearchable(identifier))
    .map(({ identifier, field }) => ({ key: identifierKey(identifier), identifier, field }));
}

function uniqueSorted<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const unique = new Map(items.map((item) => [keyOf(item), item]));
  return [...unique].sort(([a], [b]) => compareTexts(a, b)).map(([, item]) => item);
}

/** The order of two texts by their UTF-16 code units: the same on every machine. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
