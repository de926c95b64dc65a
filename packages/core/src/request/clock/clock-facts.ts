import type { Extension, IdentityDoubt, PauseGround, ScopeAnswer } from '../../deadline/request-clock.js';
import type { LocalDate } from '../../calendar/local-date.js';

/** What a question is about, as it is kept: for one of identity why it is doubtful who asks, as a code. */
export type AskedAbout = (Extract<PauseGround, { kind: 'identity' }> & { readonly doubt: IdentityDoubt }) | ScopeGround;
type ScopeGround = Extract<PauseGround, { kind: 'scope' }>;

/** A question to the subject, as it is kept (DLN-07). Times are ISO 8601, UTC. */
export interface AskedQuestion {
  /** In its request: `q1`. */
  readonly id: string;
  readonly about: AskedAbout;
  readonly askedAt: string;
  /** The member of staff who noted it, by id. */
  readonly askedBy: string;
  /** The data protection officer who confirmed that it came late, by id. */
  readonly confirmedBy?: string;
  readonly answeredAt?: string;
  /** Of a question of scope. */
  readonly scopeAnswer?: ScopeAnswer;
  /** When the information that does not wait for the answer was sent (DLN-08). */
  readonly supplementarySentAt?: string;
}

/** An extension, as it is kept (DLN-05). Times are ISO 8601, UTC. */
export interface KeptExtension extends Pick<Extension, 'reason'> {
  readonly decidedAt: string;
  /** The data protection officer, by id. */
  readonly decidedBy: string;
  readonly noticeSentAt?: string;
  /** The day that the notice promises the answer by. */
  readonly promisedOn?: LocalDate;
}

/** The subject asked again (INT-05). */
export interface LinkedReminder {
  /** In its request: `r1`. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** Who noted it, by id. */
  readonly notedBy: string;
}

/** A right that the same message exercises beside access and portability, and that people look after outside this service (INT-11). */
export type OtherRight = 'rectification' | 'erasure' | 'restriction' | 'objection' | 'withdrawal_of_consent';

/** How it ended: as it was asked, refused with reasons, or taken back by the subject. */
export type OtherRightOutcome = 'done' | 'refused' | 'withdrawn';

/** One other right of a message, as it is kept: open while it has no outcome. Times are ISO 8601, UTC. */
export interface OtherRightTask {
  readonly right: OtherRight;
  readonly notedAt: string;
  /** The member of staff, by id. */
  readonly notedBy: string;
  readonly outcome?: OtherRightOutcome;
  readonly endedAt?: string;
  /** The member of staff, by id. */
  readonly endedBy?: string;
  /** Whether the subject wished it done before the answer. */
  readonly isWishedFirst?: boolean;
}

/** What happened to a request that its dates depend on, beside its receipt: times, kinds and codes. What people wrote is in the case file. */
export interface ClockFacts {
  /** Whether it came from a signed-in account: then nobody doubts who asks (IDV-02). */
  readonly isSignedIn?: boolean;
  /** In the order in which they were asked. */
  readonly questions: readonly AskedQuestion[];
  readonly extension?: KeptExtension;
  /** In the order in which they were noted. They move no date (INT-05). */
  readonly reminders: readonly LinkedReminder[];
  /** What else the same message asks for, each right once. Missing where there is none. */
  readonly otherRights?: readonly OtherRightTask[];
}

/** Of a request to which nothing has happened yet. */
export const NO_FACTS: ClockFacts = { questions: [], reminders: [] };

/** What is kept of a request, nothing of it included. */
export function factsOf({ clock = NO_FACTS }: { readonly clock?: ClockFacts }): ClockFacts {
  return clock;
}
