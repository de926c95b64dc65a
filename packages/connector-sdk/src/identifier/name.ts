import type { CanonicalForm } from './identifier.js';

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/**
 * The canonical form of a name: no accents, ligatures spelled out, lower case, apostrophes, hyphens and spaces alike,
 * words in alphabetical order (first and last names are swapped all the time). A name never matches alone; this form is
 * for agreeing or contradicting beside a stronger identifier.
 */
export function canonicalName(text: string): CanonicalForm | undefined {
  const words = nameWords(text);
  return words.length === 0 ? undefined : { exact: [...words].sort().join(' ') };
}

/** The words of a name, folded as in {@link canonicalName}, in the order they were written. */
export function nameWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđ]/gu, (letter) => LIGATURES[letter] ?? letter);
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
