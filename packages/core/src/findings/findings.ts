import type {
  CarriageNote,
  CollectionSpec,
  FoundFile,
  IdentifierKind,
  Lookup,
  Outcome,
  Problem,
  SourceRecord,
} from '@habeas/connector-sdk';
import type { WithheldField } from '../disclosure/copy-plan.js';
import type { HandRedactions } from '../disclosure/record-redactor.js';
import type { Right } from '../request/right.js';
import type { RecordScope } from '../scope/scope-decision.js';

/** One system that was searched. */
export interface SourceDescription {
  /** Its id in the configuration: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** In the controller's language. */
  readonly title: string;
  /** By language, where the configuration or the data map has several: see {@link sourceTitle}. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly connector: { readonly id: string; readonly version: string };
}

/** What one collection holds about the subject. Its parts are consumed once, in the order they stand here. */
export interface CollectionFindings {
  readonly source: SourceDescription;
  readonly collection: CollectionSpec;
  /** Batches of records. Ends early, and without throwing, when the source fails: the account tells. */
  records(): AsyncIterable<readonly SourceRecord[]>;
  /** The files its records refer to. Empty where it has no fields of type `file`. */
  files(): AsyncIterable<FoundFile>;
  /** What was decided of it. Absent where nothing was: then everything that is held is here. */
  readonly disclosure?: CollectionDisclosure;
  /** Records and files that are outside the purpose for which an heir has data (PER-05). Final once its parts are consumed. Absent: no heir asks. */
  readonly outside?: () => { readonly records: number; readonly files: number };
}

/** What is handed over of a collection for one right, and what is not. */
export interface CollectionDisclosure {
  readonly right: Right;
  /** For both rights, field by field. */
  readonly scope: RecordScope;
  readonly withheld: readonly WithheldField[];
  /** Records and files that were found and are not among its parts. Final once those are consumed. */
  omitted(): { readonly records: number; readonly files: number };
  /** In how many records something of others is hidden in a free text, by field (TPD-03). Final then, too. */
  hidden(): readonly { readonly field: string; readonly count: number }[];
  /** What a person had hidden of single records (TPD-03). Final then, too. */
  redacted(): HandRedactions;
}

/** Everything found about one subject: a stream to be consumed once, and then the account of it. */
export interface Findings {
  /** Sources in the order of their ids, collections in the order of their names; collections that were not searched are left out. */
  collections(): AsyncIterable<CollectionFindings>;
  /** The matches and the decisions about them: made before anything is read, so known from the start. The account repeats them. */
  matches(): readonly MatchAccount[];
  /** What was searched, how, and with what outcome. Final once `collections()` is consumed; throws before. */
  account(): Account;
}

/** The proof that goes with the findings. It holds no raw identifiers beside {@link IdentifierAccount.value}. */
export interface Account {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** One entry per source and collection, also those with nothing found and those not reached. */
  readonly ledger: readonly LedgerEntry[];
  readonly identifiers: readonly IdentifierAccount[];
  readonly matches: readonly MatchAccount[];
  /** Whether the ledger has nothing that blocks an automatic answer, and no match waits for a human. */
  readonly complete: boolean;
}

/** How the search of one collection went. */
export interface LedgerEntry {
  readonly source: SourceDescription;
  readonly collection: string;
  /** What a person calls the collection, by language. Absent: nobody has given it a title, or its source could not be opened. */
  readonly title?: CollectionSpec['title'];
  readonly outcome: Outcome;
  /** Whether this entry stands in the way of a complete answer. */
  readonly blocking: boolean;
  /** How it was searched for roots. Empty where it was reached only through an owner. */
  readonly lookups: readonly Lookup[];
  /** Matches that were included, that wait for a human, and hits that did not hold on re-check. */
  readonly included: number;
  readonly queued: number;
  readonly dropped: number;
  readonly records: number;
  readonly files: number;
  /** The most tries that one search or read of it took: 1 where nothing had to be tried again, 0 where nothing was begun. */
  readonly attempts: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly problem?: Problem;
  /** Where nothing failed and something has to be said all the same: why it was not searched, or what it waits for. */
  readonly reason?: LedgerReason;
  readonly notes: readonly CarriageNote[];
  /** Fields that the source has and the data map does not know. They were delivered. */
  readonly unclassified: readonly string[];
  readonly gaps: readonly string[];
}

/** See {@link LedgerReason}. */
export type LedgerReasonCode =
  | 'waits-for-human'
  | 'no-way'
  | 'not-read'
  | 'not-searched'
  | 'declared-empty'
  | 'missing-identifiers'
  | 'unusable-lookups'
  | 'beyond-limits'
  | 'task-open'
  | 'task-not-done'
  | 'searched-by-hand'
  | 'nothing-by-hand';

/** Why a collection is not complete though no fault occurred, and what a person can do about it. No personal data. */
export interface LedgerReason {
  /** Which it is, for texts in other languages. Of earlier versions it is not known. */
  readonly code?: LedgerReasonCode;
  readonly message: string;
  readonly remedy?: string;
}

/** One identifier that is known of the subject, and how it came to be known. */
export interface IdentifierAccount {
  /** `i1`, `i2` … in the order they became known. */
  readonly id: string;
  readonly kind: IdentifierKind;
  readonly namespace?: string;
  /** As given or found; the subject's own data, for their archive. */
  readonly value: string;
  /** `ambiguous` leads to several people, or to a match that turned out doubtful; `unverified` was given without proof, and is not searched. */
  readonly status: 'verified' | 'derived' | 'ambiguous' | 'unverified';
  /** Where it was found, for those the requester did not give: the match and the field. */
  readonly learntFrom?: { readonly match: string; readonly field: string };
  /** The round in which it was searched; given ones in round 1. 0: not searched: a name, a birth date, an unverified one, or beyond a limit. */
  readonly round: number;
}

/** One match and the decision about it. */
export interface MatchAccount {
  /** `m1`, `m2` … in the order of source, collection and record. */
  readonly id: string;
  readonly source: string;
  readonly collection: string;
  readonly recordId: string;
  readonly round: number;
  /** See `docs/matching.md`: A proved and exact; B proved, but doubtful; C not proved; F only mentioned. E: derived and corroborated. */
  readonly tier: 'A' | 'B' | 'C' | 'E' | 'F';
  /** `rejected`: a human has said that it is somebody else's. */
  readonly decision: 'included' | 'queued' | 'rejected';
  /** Why, as codes: `verified-exact`, `corroborated-name`, `contradicts-birth-date`, `shared-mailbox`, `several-people` … */
  readonly reasons: readonly string[];
  readonly evidence: readonly MatchEvidence[];
}

/** Which identifier led to a match, and in which field. */
export interface MatchEvidence {
  /** The id in {@link Account.identifiers}. */
  readonly identifier: string;
  readonly field: string;
  readonly how: 'equal' | 'equal-fold' | 'normalised' | 'folded';
}
