import type { Breach } from '../breach/breach.js';
import type { AnswerChannel } from '../delivery/channel.js';
import type { Packing } from '../delivery/packing.js';
import type { FieldRuling } from '../disclosure/collection-scope.js';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import type { Duty } from '../duty/duty.js';
import type { Fee } from '../fee/fee.js';
import type { ContactFacts } from '../identity/contact-facts.js';
import type { ManualTask } from '../manual/manual-task.js';
import type { ProofFacts } from '../proof/proof-facts.js';
import type { ClockFacts } from './clock/clock-facts.js';
import type { Right } from './right.js';
import type { IdentifierKind } from '@habeas/connector-sdk';
import type { Transmission } from '../transmission/transmission.js';
import type { StepProblem } from '../work/step.js';

/**
 * Where a request stands. See {@link TRANSITIONS} for what leads from one to another.
 *
 * - `received` waits for the proof of identity; `ready` is proved and waits for its search to be started
 * - `searching`, `gathering` and `assembling` are being worked on; `paused` was stopped by a person, and goes on where it was
 * - `in_review` has matches that a human has to decide about; `needs_attention` has met a fault that no repetition mends
 * - `awaiting_release` has its archive, and waits for a person to release it
 * - `released`, `refused` and `cancelled` are decided; `shredded` keeps nothing but the trail
 */
export type RequestState =
  | 'received'
  | 'ready'
  | 'searching'
  | 'in_review'
  | 'gathering'
  | 'assembling'
  | 'awaiting_release'
  | 'released'
  | 'refused'
  | 'cancelled'
  | 'paused'
  | 'needs_attention'
  | 'shredded';

/** An answer as it went out. No personal data: it stays when everything else was destroyed. */
export interface GivenAnswer {
  readonly archive: ArchiveFile;
  /** ISO 8601, UTC. */
  readonly releasedAt: string;
  /** Until when it can be fetched: ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly complete: boolean;
  /** The sources of which something was missing in it, by id. */
  readonly missing: readonly string[];
  /** Whether it holds special categories (SPC-03). Missing where it does not. */
  readonly hasSpecialCategories?: true;
  /** When it was given up to look whether they are back: ISO 8601, UTC. */
  readonly givenUpAt?: string;
}

/** One exercise of rights by a subject, as the store keeps it. Its personal data is sealed under its own data key. */
export interface DataRequest {
  readonly id: string;
  readonly controller: string;
  /** What people call it, unique in its controller: `2026-0042`. */
  readonly reference: string;
  readonly state: RequestState;
  /** Grows with every change. A change that was made from an older version is refused. */
  readonly version: number;
  readonly rights: readonly Right[];
  readonly format: 'csv' | 'json';
  /** BCP 47, of the languages that pages and letters exist in. */
  readonly language: 'en' | 'fr';
  readonly receivedAt: Date;
  /**
   * When the last day is over that an answer is safe to go out on, where its controller is (Art. 12(3); DLN-03): no pause moves it, and an
   * extension once its notice was sent (DLN-06).
   */
  readonly dueAt: Date;
  /** What the subject gave, by kind: no values. */
  readonly identifierKinds: readonly IdentifierKind[];
  readonly workflowVersion: number;
  /** The data key of its personal data, wrapped; gone once it is shredded. */
  readonly dataKey?: string;
  /** Sealed JSON of {@link SubjectFile}. */
  readonly subjectFile?: string;
  /** Sealed JSON of {@link CaseFile}: matches and what humans said about them. */
  readonly caseFile?: string;
  /** What was searched, as it stands; no personal data. */
  readonly ledger: readonly LedgerLine[];
  /** Whether the search was complete: no source failed and nothing waits for a human. Unknown before it is over. */
  readonly complete?: boolean;
  /** Matches that wait for a human, and those that are included. */
  readonly queued: number;
  readonly included: number;
  /** The reading that its evidence comes from, and what says what is in it: names in the vault. */
  readonly generation?: string;
  readonly evidenceIndex?: string;
  /** What all sources answered in the last search: a name in the vault. */
  readonly searchMemory?: string;
  /** The only source that is asked again, with what that leads to; missing where all are (SCP-09). */
  readonly retriedSource?: string;
  readonly archive?: ArchiveFile;
  /** What was decided of what is in the archive, and what stands in the way of its going out by itself. Where a register says how. */
  readonly disclosure?: DisclosureSummary;
  /** What people have ruled on fields; the reasons are in the case file. */
  readonly rulings?: readonly FieldRuling[];
  /** What else its dates depend on: questions, extension, reminders. Missing while there is nothing of it. */
  readonly clock?: ClockFacts;
  /** What is known of who asks. Missing while there is nothing of it, and in requests of earlier versions. */
  readonly proof?: ProofFacts;
  /** The searches by hand, one for each manual source (SCP-07). Missing where there is none. */
  readonly tasks?: readonly ManualTask[];
  /** How its requester's contacts stand to those on record (IDV-09). Missing while nothing is known of it. */
  readonly contacts?: ContactFacts;
  /** The answers that went out, in their order: more than one where something was missing in the first. */
  readonly answers?: readonly GivenAnswer[];
  /** What its subject had sent to other controllers, in the order they said so. Missing where there is none. */
  readonly transmissions?: readonly Transmission[];
  /** Answers that reached somebody else, or may have (DEL-03). Missing where there is none. */
  readonly breaches?: readonly Breach[];
  /** What it makes necessary outside this service (INT-07, PER-06). Missing where there is nothing of it. */
  readonly duties?: readonly Duty[];
  /** How its subject wants the answer (DEL-02). Missing: by a link to download it. */
  readonly channel?: AnswerChannel;
  /** How its subject asked for the file, when they filed the request. Missing where they said nothing of it. */
  readonly askedPacking?: Packing;
  /** What a further copy or an excess costs, where an officer announced it (OUT-06). Missing where it is free, as a first copy always is. */
  readonly fee?: Fee;
  /** When what was released is destroyed. */
  readonly expiresAt?: Date;
  /** Where it goes on after a pause or after attention. */
  readonly resumesIn?: RequestState;
  /** How often its work was begun, for the keys of its steps. */
  readonly rounds: number;
  readonly problem?: StepProblem;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One collection of one source in the live ledger. */
export interface LedgerLine {
  readonly source: string;
  readonly collection: string;
  /** An outcome of the ledger, or that it is still being worked on. */
  readonly outcome: string;
  readonly blocking: boolean;
  readonly included: number;
  readonly queued: number;
  readonly records: number;
  readonly files: number;
  readonly attempts: number;
  readonly message?: string;
  readonly remedy?: string;
}

/** A finished archive in the blob store, sealed. */
export interface ArchiveFile {
  readonly blob: string;
  /** Bytes of the archive itself, before it was sealed. */
  readonly bytes: number;
  /** Lower-case hexadecimal, of the archive itself. */
  readonly sha256: string;
  readonly records: number;
  readonly files: number;
}

/** One identifier as it was given, before any normalisation. Sealed wherever it is kept. */
export interface GivenText {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly namespace?: string;
  readonly part?: 'given' | 'family' | 'full';
  /** How it was proved to be the subject's, in the words of the person who attests it; missing while it is not proved. */
  readonly provedBy?: string;
  /** Whether it was not given, but stands on record, and was proved there. */
  readonly isOnRecord?: boolean;
}

/** What the subject gave. */
export interface SubjectFile {
  readonly identifiers: readonly GivenText[];
  /** What else they wrote, by the name of the field: for whom they ask, of which time, in their own words. Never searched for. */
  readonly words?: Readonly<Record<string, string>>;
  /** The addresses on record that were told of the request, and the secret with which whoever reads one of them can stop it (R57). */
  readonly told?: { readonly to: readonly string[]; readonly secret: string };
  /** The addresses on record to which codes went, in the order of the codes. Nobody has proved them yet. */
  readonly contacts?: readonly string[];
}
