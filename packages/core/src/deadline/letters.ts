/**
 * What a letter about time has to say, by kind (DLN-11). A notice of extension gives reasons for the delay (Art. 12(3)); a refusal gives
 * reasons for taking no action, and names complaint and judicial remedy (Art. 12(4)). One never stands for the other.
 */
export const LETTER_FIELDS = {
  extension_notice: ['reference', 'receivedOn', 'reason', 'explanation', 'newDueOn', 'contact'],
  refusal: ['reference', 'receivedOn', 'grounds', 'explanation', 'supervisoryAuthority', 'judicialRemedy', 'contact'],
} as const;

/** See {@link LETTER_FIELDS} (DLN-11). */
export type LetterKind = keyof typeof LETTER_FIELDS;

/** The texts that fill a letter (DLN-11). */
export type LetterTexts<Kind extends LetterKind> = Readonly<Record<(typeof LETTER_FIELDS)[Kind][number], string>>;

/** The fields that a letter of this kind has to have and that are missing or blank (DLN-11). */
export function missingFields(kind: LetterKind, texts: Readonly<Partial<Record<string, string>>>): readonly string[] {
  return LETTER_FIELDS[kind].filter((field) => (texts[field] ?? '').trim() === '');
}

/** The fields of a letter that a letter of this kind does not have: a sign that it is another letter (DLN-11). */
export function strangeFields(kind: LetterKind, texts: Readonly<Partial<Record<string, string>>>): readonly string[] {
  const known = new Set<string>(LETTER_FIELDS[kind]);
  return Object.keys(texts).filter((field) => !known.has(field));
}
