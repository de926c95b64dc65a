/**
 * What is done with a field or a record: handed over; handed over with the person in it replaced by their role; left out; looked
 * at by a person first; or not decidable before somebody fills in what is missing.
 */
export const SCOPE_VERDICTS = ['include', 'mask', 'exclude', 'review', 'undetermined'] as const;

/** See {@link SCOPE_VERDICTS}. */
export type ScopeVerdict = (typeof SCOPE_VERDICTS)[number];

/** The facts without which a decision cannot be made, and which are never guessed (PRF-03). */
export const MISSING_FACTS = [
  'activity',
  'origin',
  'basis',
  'automated',
  'filing-system',
  'article-9-condition',
  'classification',
  'channel',
  'log-part',
] as const;

/** See {@link MISSING_FACTS}. */
export type MissingFact = (typeof MISSING_FACTS)[number];

/** Why access is decided as it is (Art. 15 GDPR). */
export type AccessReason =
  | 'held'
  | 'held-derived'
  | 'held-from-elsewhere'
  | 'held-origin-unstated'
  | 'consultation'
  | 'staff-masked'
  | 'outside-filing-system'
  | CommonReason;

/** Why portability is decided as it is (Art. 20 GDPR). */
export type PortabilityReason =
  | 'portable'
  | 'portable-special'
  | 'portable-by-policy'
  | 'voluntary'
  | 'derived'
  | 'from-elsewhere'
  | 'paper'
  | 'basis'
  | 'public-task'
  | 'article-9'
  | 'not-given-by-subject'
  | CommonReason;

type CommonReason =
  'processor' | 'mention-only' | 'third-party-data' | 'unclassified' | 'redacted' | 'no-fields' | 'facts-missing';

/** One decision: machine-readable, the same for every record of a kind, and plain enough for a manifest. `explainScope` says it in words. */
export interface ScopeDecision<Reason extends AccessReason | PortabilityReason = AccessReason | PortabilityReason> {
  readonly verdict: ScopeVerdict;
  readonly reason: Reason;
  /** What a person has to fill in; only where nothing can be decided. */
  readonly missing?: readonly MissingFact[];
}

/** The decisions about one field. */
export interface FieldScope {
  readonly field: string;
  readonly access: ScopeDecision<AccessReason>;
  readonly portability: ScopeDecision<PortabilityReason>;
}

/** The decision about a record as a whole, with what it comes to in its fields. */
export interface RecordVerdict<Reason extends AccessReason | PortabilityReason> extends ScopeDecision<Reason> {
  readonly fields: Readonly<Record<ScopeVerdict, number>>;
}

/** All decisions about a record. */
export interface RecordScope {
  readonly access: RecordVerdict<AccessReason>;
  readonly portability: RecordVerdict<PortabilityReason>;
  readonly fields: readonly FieldScope[];
  /** For the DPO and the report: kept beyond its period, and disclosed all the same (SCP-02, RET-04). */
  readonly marks: readonly 'overdue'[];
}
