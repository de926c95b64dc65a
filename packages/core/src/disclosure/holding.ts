import type { CollectionSpec, SourceRecord } from '@habeas/connector-sdk';
import type { LocalDate } from '../calendar/local-date.js';
import type { SourceDescription } from '../findings/findings.js';
import type { RetentionEvaluation } from '../retention/evaluation.js';
import type { RetentionRule } from '../retention/rule.js';
import type { RedactionCount } from './record-redactor.js';
import type { RecordScope } from '../scope/scope-decision.js';

/**
 * What is held about the person in one collection: all that the information of Art. 15(1) GDPR and the readable tables need, in
 * memory that does not grow with the number of records.
 */
export interface Holding {
  readonly source: SourceDescription;
  /** As the source has it: with the fields that are left out of the copy. */
  readonly collection: CollectionSpec;
  /** What is decided of its fields, for both rights. */
  readonly scope: RecordScope;
  readonly records: number;
  readonly files: number;
  /** Fields that have a value in at least one record (Art. 15(1)(b)). */
  readonly filled: readonly string[];
  readonly collectedFrom: CollectedNames;
  /** Purposes, by their ids, that the person has not agreed to: told by records that have a field for it, and by none otherwise. */
  readonly withoutConsent: readonly string[];
  /** How long its records are kept, in groups. Empty where the register has no such activity. */
  readonly retention: readonly RetentionGroup[];
  /** Codes in records that the data map does not explain (FMT-02): how many values, by field. */
  readonly unknownCodes: readonly FieldCount[];
  /** Fields in which other people may be named: how many records, by field (TPD-06). */
  readonly others: readonly FieldCount[];
  /** Free texts in which a DPO had what is found of others hidden: in how many records something is, by field (TPD-03). */
  readonly hidden: readonly FieldCount[];
  /** What a person had hidden of single records (TPD-03). */
  readonly redacted: readonly RedactionCount[];
  readonly excerpt: Excerpt;
}

/** A number of values or records, of one field. */
export interface FieldCount {
  readonly field: string;
  readonly count: number;
}

/** From whom records say that their data came (Art. 15(1)(g); REP-05). */
export interface CollectedNames {
  readonly names: readonly { readonly name: string; readonly records: number }[];
  /** Records that say nothing, though the collection has a field for it. */
  readonly untold: number;
  /** There are more names than are kept here: the records tell them. */
  readonly more: boolean;
}

/** Records of one collection that are kept by one rule, and stand alike. */
export interface RetentionGroup {
  readonly rule: RetentionRule;
  /** The register assumes the rule: the officer sees it, the person is not told it as a fact (PRF-03). */
  readonly isAssumed: boolean;
  /** Of one of them: for a date, of the one whose period ends first. */
  readonly evaluation: RetentionEvaluation;
  readonly records: number;
  /** The last of the days on which their periods end, where they have such days. */
  readonly lastExpiry?: LocalDate;
}

/** The first records of a collection, as they are handed over: what is left out of the copy or redacted is so here. */
export interface Excerpt {
  /** The fields that are handed over, in their order. */
  readonly fields: readonly string[];
  readonly records: readonly SourceRecord[];
  /** There are no others. */
  readonly isWhole: boolean;
}
