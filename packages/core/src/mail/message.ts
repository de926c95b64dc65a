import type { Secret } from '@habeas/connector-sdk';
import type { LocalDate } from '../calendar/local-date.js';
import type { StepProblem } from '../work/step.js';

/**
 * What a message is for. What a message says follows from its kind and its facts, so a kind is never given another meaning.
 *
 * - `code` proves that somebody reads this address; `notice` tells the contacts on record that a request was made
 * - `received` acknowledges a request; `question` and `extended` tell that something of it has changed, `refused` and `closed` that it ended
 * - `archive_ready` and `archive_expiring` are about the download, `addition_ready` about that of a later answer in place of an earlier one;
 *   `addition_given_up` tells that no later answer comes by itself
 * - `fee_announced` tells what it would cost before anything is due
 * - `transmitted`, `not_transmitted` tell what became of the data that was to go to another controller
 * - `passed_on` tells that the request was passed on to another controller, whose data some of it is (INT-07)
 * - `review_needed` and `due_soon` go to those who decide, not to the subject: that a request waits for them, and that its time is nearly over
 */
export const MESSAGE_KINDS = [
  'code',
  'received',
  'notice',
  'archive_ready',
  'archive_expiring',
  'addition_ready',
  'addition_given_up',
  'extended',
  'refused',
  'closed',
  'question',
  'fee_announced',
  'transmitted',
  'not_transmitted',
  'passed_on',
  'review_needed',
  'due_soon',
] as const;

/** See {@link MESSAGE_KINDS}. */
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What is told in a message besides its kind: never personal data of records (DEL-01, SPC-03). */
export interface MessageFacts {
  /** Of the request. */
  readonly reference: string;
  /** Where to go on. */
  readonly link?: string;
  readonly code?: string;
  /** For how long the code is good. */
  readonly minutes?: number;
  readonly receivedOn?: LocalDate;
  /** When the answer is due. */
  readonly dueOn?: LocalDate;
  /** The last day on which something can be done: the download, the answer to a question. */
  readonly until?: LocalDate;
  /** Whether something is missing in the answer. */
  readonly isPartial?: boolean;
  /** How many records more an answer holds than the one before it. */
  readonly more?: number;
  /** What a fee comes to. */
  readonly amount?: { readonly cents: number; readonly currency: string };
  /** What could not be searched, as the controller calls it. */
  readonly unsearched?: readonly string[];
}

/** The facts without which there is no message of a kind, beside the reference. */
interface NeededFacts {
  code: 'code';
  received: 'dueOn';
  archive_ready: 'link' | 'until';
  archive_expiring: 'until';
  addition_ready: 'link' | 'until' | 'more';
  addition_given_up: 'unsearched';
  extended: 'dueOn';
  fee_announced: 'amount' | 'until';
  due_soon: 'dueOn';
}

/** The facts of one kind of message. */
export type FactsOf<Kind extends MessageKind> = MessageFacts &
  Required<Pick<MessageFacts, Kind extends keyof NeededFacts ? NeededFacts[Kind] : never>>;

/** A message with what is told in it. */
export type MessageContent = {
  readonly [Kind in MessageKind]: { readonly kind: Kind; readonly facts: FactsOf<Kind> };
}[MessageKind];

/** A message that is to go out. */
export type NewMessage = MessageContent & { readonly to: Secret<string>; readonly language: 'en' | 'fr' };

/**
 * - `waiting` is to go out, and is tried for as long as its request lives
 * - `sent` was accepted by the mail server; `bounced` came back afterwards, as a person noted
 * - `failed` was refused for good
 */
export type MessageState = 'waiting' | 'sent' | 'failed' | 'bounced';

/** A message as the store keeps it. To whom it goes and what it tells is sealed, and dropped once it is over. */
export interface Message {
  readonly id: string;
  readonly controller: string;
  readonly request: string;
  readonly kind: MessageKind;
  readonly language: 'en' | 'fr';
  readonly state: MessageState;
  /** Sealed JSON of the address and the facts; gone once it was sent or has failed. */
  readonly sealed?: string;
  readonly queuedAt: Date;
  readonly sentAt?: Date;
  /** SHA-256 of what the mail server said when it accepted it, lower-case hexadecimal. */
  readonly receipt?: string;
  readonly failedAt?: Date;
  readonly bouncedAt?: Date;
  /** Why it failed. */
  readonly problem?: StepProblem;
}
