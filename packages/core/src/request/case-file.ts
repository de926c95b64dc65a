import type { IdentifierKind } from '@habeas/connector-sdk';
import type { IdentifierAccount, MatchAccount } from '../findings/findings.js';
import type { ThirdPartyDecision } from '../third-party/decision.js';
import type { Proportionality } from '../proof/document/document-facts.js';
import type { RepresentationDecision } from '../proof/representation/authority.js';
import type { CaseHeirRuling } from '../heir/heir-ruling.js';
import type { RefusalGround } from './refusal-ground.js';
import type { CaseRecordRuling } from './record-rulings.js';
import type { TransmissionWords } from '../transmission/transmission.js';
import type { ReviewVerdict } from '../matching/reviews.js';

/** What a person decided about a match, when and why. */
export interface MatchReview {
  readonly source: string;
  readonly collection: string;
  readonly recordId: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Why a request was refused, where that is more than its reason: another controller is meant, or nobody can be identified (Art. 11). */
export type RefusalKind = 'wrong_controller' | 'unidentifiable';

/** A decision about the whole request that needed a reason. */
export interface CaseDecision {
  readonly event: 'cancel' | 'refuse' | 'release' | 'extend' | 'correct-receipt';
  readonly reason: string;
  /** Of a refusal that is more than its reason. */
  readonly as?: RefusalKind;
  /** What a refusal rests on, where the officer named a ground of the law. */
  readonly ground?: RefusalGround;
  /** The controller that is meant, where another one is and it is known. */
  readonly meantFor?: string;
  /** What would help, where nobody can be identified. */
  readonly wouldHelp?: readonly IdentifierKind[];
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Something on a record that identifies a person: an address, a name, a birth date. */
export interface MatchMark {
  /** `collection.field` in which it stands. */
  readonly field: string;
  readonly kind: IdentifierKind;
  readonly namespace?: string;
  readonly part?: 'given' | 'family' | 'full';
  readonly value: string;
}

/** What identifies a person on a record that waits for a human. */
export interface MatchMarks {
  /** The match's id in the case. */
  readonly match: string;
  readonly found: readonly MatchMark[];
}

/** What a person decided about a field in which somebody else may be named, with the answers that it rests on. */
export interface CaseRuling {
  readonly source: string;
  readonly collection: string;
  readonly field: string;
  readonly decision: ThirdPartyDecision;
  /** Whether of a free text only what is found of others was to be hidden. Rulings of earlier versions do not say. */
  readonly onlyOthers?: boolean;
}

/** A letter as it went out. */
export interface CaseLetter {
  readonly kind: string;
  readonly language: 'en' | 'fr';
  readonly html: string;
  /** Of the page, lower-case hexadecimal. */
  readonly sha256: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What somebody wrote about a question, a reminder or another right of the clock. */
export interface ClockWords {
  /** Its id in the clock: `q1`, `r1`; of another right its name. */
  readonly about: string;
  readonly event: 'ask' | 'answer' | 'remind' | 'other-right' | 'other-right-end';
  readonly text: string;
  /** The member of staff who noted it, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What somebody wrote about a proof: what makes them doubt, why a decision is as it is. */
export interface ProofWords {
  /** Its id in the proof: `d1`. */
  readonly about: string;
  readonly text: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What was decided about somebody who acts for another, with what was seen. */
export interface RepresentationWords extends Pick<RepresentationDecision, 'outcome' | 'reason' | 'authority' | 'sendTo'> {
  /** The officer, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What somebody wrote about something that is noted, and ends: an answer that reached somebody else, a duty of the request. */
export interface NotedWords {
  /** Its id in its request: `b1` of a breach, `d1` of a duty. */
  readonly about: string;
  readonly event: 'note' | 'end';
  readonly text: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What somebody wrote about a fee: what shows that it can be asked for, how its acceptance is known, why it is waived. */
export interface FeeWords {
  readonly event: 'announce' | 'accept' | 'pay' | 'waive';
  readonly text: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What somebody wrote about a task, in their own words: why it could not be done, or what has to be known of it. */
export interface TaskWords {
  /** The task's id in its request. */
  readonly task: string;
  readonly text: string;
  /** The member of staff, by id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a file is called that was handed in for a task. */
export interface TaskFileName {
  /** The task's id in its request, and the file's in its task. */
  readonly task: string;
  readonly file: string;
  readonly name: string;
}

/** What the search came to, and what humans said about it. Sealed wherever it is kept. */
export interface CaseFile {
  readonly matches: readonly MatchAccount[];
  readonly identifiers: readonly IdentifierAccount[];
  /** Of the matches that wait. Cases of earlier versions have none. */
  readonly marks?: readonly MatchMarks[];
  readonly reviews: readonly MatchReview[];
  /** In the order they were made. The trail says only that there was a reason: it may name people. */
  readonly decisions: readonly CaseDecision[];
  /** In the order they were made; the last of a field counts. Cases of earlier versions have none. */
  readonly rulings?: readonly CaseRuling[];
  /** In the order they were made; which of them hold says `rulingsInForce`. Cases of earlier versions have none. */
  readonly recordRulings?: readonly CaseRecordRuling[];
  /** For the purpose of an heir, in the order they were made; which of them hold says `heirRulingsInForce`. Missing where no heir asks. */
  readonly heirRulings?: readonly CaseHeirRuling[];
  /** In the order they were written. Cases of earlier versions have none. */
  readonly letters?: readonly CaseLetter[];
  /** In the order they were noted. Cases of earlier versions have none. */
  readonly clockWords?: readonly ClockWords[];
  /** In the order they were noted. Cases of earlier versions have none. */
  readonly proofWords?: readonly ProofWords[];
  /** Why documents were asked for, in the order they were. Cases of earlier versions have none. */
  readonly documentDemands?: readonly (Proportionality & Pick<ProofWords, 'by' | 'at'>)[];
  /** What was decided about who acts for another; the last counts. Cases of earlier versions have none. */
  readonly representations?: readonly RepresentationWords[];
  /** In the order they were written. Cases of earlier versions have none. */
  readonly taskWords?: readonly TaskWords[];
  /** Cases of earlier versions have none. */
  readonly taskFiles?: readonly TaskFileName[];
  /** In the order they were noted. Cases of earlier versions have none. */
  readonly transmissionWords?: readonly TransmissionWords[];
  /** In the order they were noted. Cases of earlier versions have none. */
  readonly breachWords?: readonly NotedWords[];
  /** In the order they were written. Cases of earlier versions have none. */
  readonly dutyWords?: readonly NotedWords[];
  /** In the order they were noted. Cases of earlier versions have none. */
  readonly feeWords?: readonly FeeWords[];
}
