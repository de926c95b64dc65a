/** A stretch of a text, in UTF-16 code units as JavaScript counts them: from `start` up to, and without, `end`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What of another person may stand in a free text (TPD-06). */
export const THIRD_PARTY_KINDS = ['email', 'phone', 'iban', 'national-id', 'name'] as const;

/** See {@link THIRD_PARTY_KINDS}. */
export type ThirdPartyKind = (typeof THIRD_PARTY_KINDS)[number];

/**
 * Why a stretch of text is taken for another person's.
 *
 * - `address` it has the form of an e-mail address; `check-digits` they agree; `number-format` it is written as such numbers are
 * - `cue` a word beside it says so ("tél", "called"); `title` a form of address; `role` kinship or what somebody is to the case
 * - `given-and-family` a known given name with another name; `given-name`, `family-name` one known name alone; `initial` "J. Marsh"
 * - `beside` it stands beside another person's name, number or address
 */
export type ThirdPartyClue =
  | 'address'
  | 'check-digits'
  | 'number-format'
  | 'cue'
  | 'title'
  | 'role'
  | 'given-and-family'
  | 'given-name'
  | 'family-name'
  | 'initial'
  | 'beside';

/** A stretch of text that may be about another person. It queues a record for review and decides nothing (TPD-06). */
export interface ThirdPartySpan extends TextSpan {
  readonly kind: ThirdPartyKind;
  /** From 0 to 1: for the order in which a reviewer looks, never for a decision. */
  readonly confidence: number;
  readonly why: ThirdPartyClue;
}
