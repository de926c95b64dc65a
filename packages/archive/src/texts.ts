import type { ArchiveLanguage } from './options.js';

/** A text by language, as data maps have it. */
export type Texts = Readonly<Record<string, string>>;

/** The text in the wanted language; else in English, else in any; else the fallback. */
export function textIn(language: ArchiveLanguage, texts: Texts | undefined, fallback: string): string {
  return texts?.[language] ?? texts?.['en'] ?? Object.values(texts ?? {})[0] ?? fallback;
}
