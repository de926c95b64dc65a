/** The words of a union, each under its own name: what an enumeration of the schema is made of. */
export type Words<Word extends string> = { readonly [Each in Word]: Each };

/** See {@link Words}. A word that is missing from the list does not compile. */
export function words<Word extends string>(list: Record<Word, true>): Words<Word> {
  return Object.fromEntries(Object.keys(list).map((word) => [word, word])) as Words<Word>;
}
