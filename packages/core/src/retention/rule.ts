import type { CalendarPeriod } from '../calendar/period.js';
import type { Wording } from '../wording/wording.js';

/** How several anchors make one (RET-01). */
export const COMBINATIONS = ['later_of', 'earlier_of'] as const;

/** See {@link COMBINATIONS}. */
export type Combination = (typeof COMBINATIONS)[number];

/** What the controller does when a period ends (RET-01; Art. 5(1)(e) GDPR). We say it, and never do it (RET-04). */
export const ENDINGS = ['delete', 'anonymise', 'archive'] as const;

/** See {@link ENDINGS}. */
export type Ending = (typeof ENDINGS)[number];

/** Why a record may be kept beyond its rule (RET-01; Art. 17(3)(b), (e), Art. 6(1)(a) and (b) GDPR). */
export const OVERRIDE_GROUNDS = ['legal_obligation', 'litigation', 'express_agreement'] as const;

/** See {@link OVERRIDE_GROUNDS}. */
export type OverrideGround = (typeof OVERRIDE_GROUNDS)[number];

/** A fact of the record from which time runs, such as `contract.endedAt` (RET-01). */
export interface Anchor {
  readonly name: string;
  /** What it marks need never happen: where the source says so (`null`), the other anchors decide. Written with `?` behind the name. */
  readonly optional: boolean;
}

/** A period and what it runs from (RET-01). */
export interface Term {
  readonly anchors: readonly Anchor[];
  /** Says which of several anchors decides. */
  readonly combine: Combination;
  readonly period: CalendarPeriod;
  /** The parameter of the controller's profile that the period comes from, where the policy names none (RET-03). */
  readonly parameter?: string;
}

/** A statutory period that outlives the policy is shown with its law (RET-05). Without a term of its own anchors it runs from the rule's. */
export interface StatutoryOverride {
  readonly ground: 'legal_obligation';
  readonly law: string;
  readonly anchors?: readonly Anchor[];
  readonly combine: Combination;
  readonly period: CalendarPeriod;
}

/** Applies to a record only `when` a fact of it says so; it lasts until the day of a fact, for a term, or as long as `when` holds (RET-01). */
export interface ConditionalOverride {
  readonly ground: 'litigation' | 'express_agreement';
  readonly when: string;
  readonly until?: string;
  readonly term?: Term;
}

/** See {@link OVERRIDE_GROUNDS}. */
export type Override = StatutoryOverride | ConditionalOverride;

/** How long the records of a dataset are kept (RET-01; Art. 5(1)(e), 13(2)(a), 15(1)(d), 30(1)(f) GDPR). */
export interface RetentionRule {
  /** Absent where the controller has stated no period that can be calculated: nothing is assumed in its place (RET-07). */
  readonly term?: Term;
  /** What decides, in words, where it is no period: trigger and criterion (RET-03). */
  readonly criterion?: Wording;
  /** The relationship during which nothing expires. */
  readonly whileOpen?: string;
  readonly then?: Ending;
  readonly overrides: readonly Override[];
  /** The policy's own sentence. */
  readonly quote?: string;
  /** What the anchors and relationships are called to a person, by their names. */
  readonly titles: Readonly<Record<string, Wording>>;
}

/** A controller that has stated nothing at all (RET-03, RET-07). */
export const NO_RULE: RetentionRule = { overrides: [], titles: {} };
