/** The letters that a request can need, from its receipt to the end of its archive (Art. 12(3)-(5), 15 GDPR). */
export const LETTER_KINDS = [
  'acknowledgement',
  'identity_question',
  'scope_question',
  'extension',
  'answer',
  'partial_answer',
  'no_data',
  'refusal',
  'fee',
  'wrong_controller',
  'archive_expiry',
] as const;

/** See {@link LETTER_KINDS}. */
export type LetterKind = (typeof LETTER_KINDS)[number];

/**
 * The letters that tell where to complain and that a court can be asked (Art. 12(4), 15(1)(f), 77, 79 GDPR; OUT-02): all that decide
 * something, or give less or later than was asked for.
 */
export const LETTERS_WITH_REMEDIES: ReadonlySet<LetterKind> = new Set<LetterKind>([
  'extension',
  'answer',
  'partial_answer',
  'no_data',
  'refusal',
  'fee',
  'wrong_controller',
]);
