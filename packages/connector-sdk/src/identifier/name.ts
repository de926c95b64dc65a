import type { CanonicalForm } from './canonical-form.js';
import { visibleText } from './visible-text.js';

const SPELLED_OUT: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic. Vowel signs of Indic scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/gu;

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
  const folded = visibleText(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(/[œæßøłđðþı]/gu, (letter) => SPELLED_OUT[letter] as string);
  return folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}
