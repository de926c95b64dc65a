import type { HolidayCalendar } from './holiday-calendar.js';
import type { DeadlineRules } from './rules.js';

/** A question to the subject without whose answer the request cannot be worked on (EDPB Guidelines 01/2022, §159; DLN-07). */
export type Question =
  | {
      readonly kind: 'identity';
      /** Why it is not certain who asks (Art. 12(6)), in the words of the person who has the doubt. */
      readonly doubt: string;
      /** Whether the request came from a signed-in account (L0): then there is no doubt. */
      readonly isSignedIn: boolean;
    }
  /** Which of a large quantity is meant (recital 63; DLN-08): what a search has found so far. */
  | { readonly kind: 'scope'; readonly records: number; readonly sources: number };

/** Why it can be doubtful who asks (Art. 12(6) GDPR; IDV-01). That somebody's policy demands a document is no doubt. */
export const IDENTITY_DOUBTS = ['unknown_sender', 'several_people', 'details_differ', 'sent_by_another'] as const;

/** See {@link IDENTITY_DOUBTS}. */
export type IdentityDoubt = (typeof IDENTITY_DOUBTS)[number];

/** What a question was about, as a clock keeps it: no words of anybody (DLN-07). */
export type PauseGround = Pick<Extract<Question, { kind: 'identity' }>, 'kind'> | Extract<Question, { kind: 'scope' }>;

/** What the subject said to a question of scope. `none` is an answer that says neither. */
export type ScopeAnswer = 'narrowed' | 'everything' | 'none';

/** A question and the time that it took: while it is open, the clock stands still (DLN-07). */
export interface Pause {
  readonly question: PauseGround;
  readonly askedAt: Date;
  /** The data protection officer who confirmed a question that was asked late, by id. */
  readonly confirmedBy?: string;
  readonly answeredAt?: Date;
  /** Of a question of scope. */
  readonly scopeAnswer?: ScopeAnswer;
  /** When the information of Art. 15(1)(a) to (h) and (2) was sent, which does not wait for the answer (DLN-08). */
  readonly supplementarySentAt?: Date;
}

/** Why a request may take two months more (Art. 12(3); EDPB Guidelines 01/2022, §162-164; DLN-05). Closed on purpose. */
export const EXTENSION_REASONS = [
  'volume_of_data',
  'scattered_sources',
  'redaction_needed',
  'explanation_work',
  'number_of_requests_of_same_subject',
] as const;

/** See {@link EXTENSION_REASONS}. Much effort and many customers are none (DLN-05). */
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** The decision to take longer. Nothing changes before its notice is sent (DLN-05). */
export interface Extension {
  readonly reason: ExtensionReason;
  readonly decidedAt: Date;
  readonly noticeSentAt?: Date;
}

/** Something that was asked for and without which the clock does not start, in the UK pack (ICO; DLN-09). */
export interface Demand {
  readonly what: 'identity' | 'authority' | 'fee';
  readonly askedAt: Date;
  readonly metAt?: Date;
}

/** What happened to a request that its dates depend on. Everything is computed from these facts, so a corrected one corrects all. */
export interface RequestClock {
  /** When the request reached any official channel of the controller (INT-01), whenever it was registered. */
  readonly receivedAt: Date;
  /** In the order in which they were asked (DLN-07). */
  readonly pauses: readonly Pause[];
  /** At most one (DLN-05). */
  readonly extension?: Extension;
  /** In the UK pack only (DLN-09). */
  readonly demands: readonly Demand[];
  /** Whether health information that has a fast track may be among it, or was found (DLN-10). Missing where there is none. */
  readonly health?: 'possible' | 'found';
}

/** A collection of a source. */
export interface Dataset {
  readonly source: string;
  readonly collection: string;
}

/** Where and by which rules the controller counts (DLN-01, DLN-02). */
export interface ClockSettings {
  /** IANA name of the controller's time zone. */
  readonly zone: string;
  readonly calendar: HolidayCalendar;
  readonly rules: DeadlineRules;
  /** Where the health information lies that the fast track of the rules is for (DLN-10). Missing: nowhere. */
  readonly healthDatasets?: readonly Dataset[];
}

/** The clock of a request that has just come in (Art. 12(3); INT-01, DLN-01). */
export function startClock(receivedAt: Date): RequestClock {
  return { receivedAt, pauses: [], demands: [] };
}
