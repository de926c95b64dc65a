import type { Account, HeirPurpose, IdentifierAccount, Right, SourceDescription } from '@habeas/core';
import type {
  Activity,
  Article9Condition,
  AutomatedDecisions,
  CollectedFrom,
  Holding,
  Outside,
  PurposeBasis,
  Recipient,
  Register,
  RetentionView,
  Wording,
} from '@habeas/core/law';
import type { ToldRetention } from './told-retention.js';

/** The request that a report answers. */
export interface ReportRequest {
  readonly reference: string;
  readonly receivedAt: Date;
  readonly rights: readonly Right[];
  /** The answer before it, to which this one is an addition. */
  readonly earlier?: EarlierAnswer;
  /** Where an heir asks (PER-05). */
  readonly forHeir?: HeirAnswer;
}

/** What an heir has data for, and how much of what was found that does not need. */
export interface HeirAnswer {
  /** Absent: nobody has accepted one yet. */
  readonly purpose?: HeirPurpose;
  readonly outside: readonly Outside[];
}

/** An answer in which something was missing. */
export interface EarlierAnswer {
  readonly releasedAt: Date;
  /** The sources of which something was missing, by id. */
  readonly missing: readonly string[];
}

/** What a report is made of (law §2). */
export interface ReportInput {
  readonly register: Register;
  /** Of the collections that have records of the person. */
  readonly holdings: readonly Holding[];
  readonly account: Account;
  readonly request: ReportRequest;
  readonly view: RetentionView;
}

/** Whether personal data are processed (Art. 15(1), first half): yes; nothing was found; or nobody can say, because not all was searched. */
export type Confirmation = 'held' | 'nothing' | 'unknown';

/** A purpose with the bases that the controller states (REP-08). None: it states none. */
export interface PurposeFact {
  readonly title: Wording;
  readonly isMarketing: boolean;
  readonly bases: readonly PurposeBasis[];
}

/** Somebody who receives data (Art. 15(1)(c)), by name where the controller gives one (REP-03). */
export interface RecipientFact {
  readonly id: string;
  readonly recipient: Recipient;
  /** Countries outside the Economic Area, or `worldwide` (Art. 15(2); REP-04). */
  readonly thirdCountries: readonly string[];
  /** Nobody states where it is, so nobody can say whether data leave the Economic Area. */
  readonly isPlaceOpen: boolean;
}

/** How the records of one collection are kept (Art. 15(1)(d)). */
export interface RetentionFact {
  readonly holding: Holding;
  readonly told: ToldRetention;
}

/** From whom the data came (Art. 15(1)(g)): what records say, else what the controller states of the activity (REP-05). */
export interface OriginFact {
  /** For records that name nobody; empty where all do. */
  readonly stated: readonly CollectedFrom[];
  readonly told: readonly { readonly name: string; readonly records: number }[];
  /** Records that name nobody. */
  readonly untold: number;
  readonly isMoreTold: boolean;
}

/** The right to have something done, and why it applies here (Art. 15(1)(e); REP-07). */
export const REPORT_RIGHTS = [
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'marketing-objection',
  'withdrawal',
  'portability',
  'human-review',
] as const;

/** See {@link REPORT_RIGHTS}. */
export type ReportRight = (typeof REPORT_RIGHTS)[number];

/** What is told of one activity in which the person has records (REP-02). */
export interface ActivityBlock {
  readonly id: string;
  readonly activity: Activity;
  readonly holdings: readonly Holding[];
  readonly records: number;
  /** Whose data they are and who answers for them, where that is another controller (INT-07). */
  readonly heldFor?: { readonly controller?: Wording };
  readonly purposes: readonly PurposeFact[];
  /** A purpose has no basis that the controller states, so nobody can say which rights follow from it. */
  readonly isBasisOpen: boolean;
  /** Purposes that the person has not agreed to, by their records. */
  readonly withoutConsent: readonly Wording[];
  readonly recipients: readonly RecipientFact[];
  /** The controller states who receives data, or that nobody does. */
  readonly areRecipientsStated: boolean;
  /** Under which the law lets it hold special categories, where the person has such data here and it states it (Art. 9(2)). */
  readonly conditions: readonly Article9Condition[];
  readonly retention: readonly RetentionFact[];
  readonly origin: OriginFact;
  /** Absent: the controller does not say whether there are any. */
  readonly decisions?: AutomatedDecisions;
  readonly rights: readonly ReportRight[];
}

/** Everything that a report says, in no language yet. */
export interface SubjectReport {
  readonly register: Register;
  readonly request: ReportRequest;
  readonly view: RetentionView;
  /** When the search ended: the data are told as they were then (REP-01). */
  readonly snapshotAt: Date;
  readonly account: Account;
  readonly confirmation: Confirmation;
  readonly isComplete: boolean;
  /** In the order of the register. */
  readonly blocks: readonly ActivityBlock[];
  /** Records that nobody has assigned to an activity: they are in the copy, and nothing can be said of them. */
  readonly unassigned: readonly Holding[];
  readonly holdings: readonly Holding[];
  /** Each once, in their order. */
  readonly sources: readonly SourceDescription[];
  /** Kinds of what was searched with, each once: a name only confirms, and is not among them. */
  readonly searchedWith: readonly IdentifierAccount['kind'][];
  readonly rights: readonly ReportRight[];
}
