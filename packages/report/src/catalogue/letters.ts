import type { Catalogue } from '../language/phrasebook.js';
import { LETTERS_EN } from './letters.en.js';
import { LETTERS_FR } from './letters.fr.js';

/** The sentences that letters are made of. */
export type LetterKey = keyof typeof LETTERS_EN;

/** The languages in which letters are written. Another one is another file and a line here and in {@link LETTER_CATALOGUES}. */
export const LETTER_LANGUAGES = ['en', 'fr'] as const;

/** See {@link LETTER_LANGUAGES}. */
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** The sentences of letters, by language (PER-01). */
export const LETTER_CATALOGUES: Readonly<Record<LetterLanguage, Catalogue<LetterKey>>> = { en: LETTERS_EN, fr: LETTERS_FR };
