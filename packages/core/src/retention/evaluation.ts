import type { JsonValue } from '@habeas/connector-sdk';
import type { LocalDate } from '../calendar/local-date.js';
import type { Wording } from '../wording/wording.js';
import type { ConditionalOverride, OverrideGround, Term } from './rule.js';

/** What is known of a record (RET-02). */
export interface RetentionFacts {
  /**
   * By name, as the source has them. `null`: the source has none. Absent: nobody has looked; that is not the same, and is never
   * taken for it (RET-07).
   */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Whether a relationship is open, by its name, where that is known. */
  readonly open?: Readonly<Record<string, boolean>>;
  /** When a search first came across the record. Kept beside, and never an anchor (RET-07). */
  readonly firstObservedOn?: LocalDate;
}

/** Where and when a record is looked at (RET-02). */
export interface RetentionView {
  readonly today: LocalDate;
  /** The controller's: it decides on which day an instant falls. */
  readonly timeZone: string;
}

/** All that can be said of a record's retention (RET-02). */
export const RETENTION_STATUSES = [
  'running',
  'expires_soon',
  'overdue',
  'legal_hold',
  'ongoing_relationship',
  'indeterminate',
] as const;

/** See {@link RETENTION_STATUSES}. */
export type RetentionStatus = (typeof RETENTION_STATUSES)[number];

/** A stretch of a record's life (RET-05): in use until a day, then archived by a law, or kept for a ground of an override. */
export type RetentionPhase =
  | { readonly phase: 'active'; readonly until: LocalDate }
  | { readonly phase: 'archive'; readonly until: LocalDate; readonly law: string }
  | { readonly phase: 'held'; readonly until: LocalDate; readonly ground: ConditionalOverride['ground'] };

/** Why nothing can be said: a fact is missing, or is no date, or the controller has stated no period (RET-03, RET-07). */
export type RetentionGap =
  | { readonly gap: 'missing' | 'not_a_date'; readonly fact: string }
  | { readonly gap: 'criterion_only'; readonly criterion: Wording }
  | { readonly gap: 'period_unstated' };

interface Common {
  /** Overrides that nobody knows to apply or not, because their fact was not looked up: to be checked before anything is deleted. */
  readonly unchecked: readonly OverrideGround[];
  readonly firstObservedOn?: LocalDate;
}

/** A record whose end is known (RET-02). */
export interface DatedRetention extends Common {
  readonly status: 'running' | 'expires_soon' | 'overdue';
  readonly term: Term;
  /** The fact that decided, and its day. */
  readonly anchor: { readonly name: string; readonly on: LocalDate };
  /** The last day on which it may be kept: overdue from the day after. */
  readonly expiresOn: LocalDate;
  /** From the first to the last, each until later than the one before. */
  readonly phases: readonly [RetentionPhase, ...RetentionPhase[]];
}

/** A record in a dispute: it is kept until the day, or, where none is known, until the dispute ends (RET-02; Art. 17(3)(e) GDPR). */
export interface HeldRetention extends Common {
  readonly status: 'legal_hold';
  readonly when: string;
  readonly until?: LocalDate;
}

/** A record whose time does not run yet (RET-02), while a relationship lasts or an agreement stands. */
export interface OngoingRetention extends Common {
  readonly status: 'ongoing_relationship';
  readonly because: 'relationship' | 'agreement';
  readonly name: string;
}

/** A record of which nothing can be said before somebody fills the gaps (RET-07). */
export interface IndeterminateRetention extends Common {
  readonly status: 'indeterminate';
  readonly gaps: readonly RetentionGap[];
}

/** How long a record is kept, and why (RET-02). Every status is disclosed: none keeps a record out of the copy (RET-04, SCP-02). */
export type RetentionEvaluation = DatedRetention | HeldRetention | OngoingRetention | IndeterminateRetention;
