/** The languages in which decisions are explained (PER-01; Art. 12(1) GDPR). */
export type Language = 'en' | 'fr';

/** One sentence in every language; `{name}` stands for a part that is filled in. */
export type Wording = Readonly<Record<Language, string>>;

/** Puts the parts into a sentence (PER-01). Throws where the sentence names a part that is not given: half a sentence explains nothing. */
export function fill(wording: Wording, language: Language, parts: Readonly<Record<string, string>> = {}): string {
  return wording[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`A sentence without its part "${name}".`);
    return part;
  });
}

const AND: Wording = { en: 'and', fr: 'et' };
const OR: Wording = { en: 'or', fr: 'ou' };

/** An enumeration as a person writes it: `a, b and c` (PER-01). */
export function listed(items: readonly string[], language: Language): string {
  return enumerated(items, AND[language]);
}

/** A choice as a person writes it: `a, b or c` (PER-01). */
export function disjoined(items: readonly string[], language: Language): string {
  return enumerated(items, OR[language]);
}

function enumerated(items: readonly string[], conjunction: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
