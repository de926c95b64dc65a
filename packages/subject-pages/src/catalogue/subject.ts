import { type Catalogue, Phrasebook } from '@habeas/report';
import type { SubjectLanguage } from '../view/subject-look.js';
import { ASK_EN } from './ask.en.js';
import { ASK_FR } from './ask.fr.js';
import { FOLLOW_EN } from './follow.en.js';
import { FOLLOW_FR } from './follow.fr.js';
import { LOCK_EN } from './lock.en.js';
import { LOCK_FR } from './lock.fr.js';
import { PAGES_EN } from './pages.en.js';
import { PAGES_FR } from './pages.fr.js';
import { SCRIPT_EN } from './script.en.js';
import { SCRIPT_FR } from './script.fr.js';
import { SIGN_IN_EN } from './sign-in.en.js';
import { SIGN_IN_FR } from './sign-in.fr.js';

/** The sentences of the pages. */
export type SubjectKey =
  | keyof typeof ASK_EN
  | keyof typeof FOLLOW_EN
  | keyof typeof LOCK_EN
  | keyof typeof PAGES_EN
  | keyof typeof SCRIPT_EN
  | keyof typeof SIGN_IN_EN;

/** All of them, in each language: one that lacks a sentence does not compile (PER-01). */
export const SUBJECT_CATALOGUES = {
  en: { ...ASK_EN, ...FOLLOW_EN, ...LOCK_EN, ...PAGES_EN, ...SCRIPT_EN, ...SIGN_IN_EN },
  fr: { ...ASK_FR, ...FOLLOW_FR, ...LOCK_FR, ...PAGES_FR, ...SCRIPT_FR, ...SIGN_IN_FR },
} as const satisfies Readonly<Record<SubjectLanguage, Catalogue<SubjectKey>>>;

/** Made once: its messages are kept as they were read. */
const BOOKS: Readonly<Record<SubjectLanguage, Phrasebook<SubjectKey>>> = {
  en: new Phrasebook('en', SUBJECT_CATALOGUES.en),
  fr: new Phrasebook('fr', SUBJECT_CATALOGUES.fr),
};

/** Who speaks the language of a page. */
export function subjectWords(language: SubjectLanguage): Phrasebook<SubjectKey> {
  return BOOKS[language];
}
