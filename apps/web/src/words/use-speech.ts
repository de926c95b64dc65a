import { createContext, useContext } from 'react';
import { EN } from './en.js';
import { FR } from './fr.js';
import { type Language, type Speech, speechOf } from './words.js';

const SPEECHES: Readonly<Record<Language, Speech>> = { en: speechOf('en', EN), fr: speechOf('fr', FR) };

/** Every language with the name it calls itself. */
export const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['fr', 'Français'],
];

/** The speech of one language. */
export function speechIn(language: Language): Speech {
  return SPEECHES[language];
}

export const SpeechContext = createContext<Speech>(SPEECHES.en);

/** The language of the page. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

/** What the browser's person reads, as far as we have it. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => LANGUAGES.some(([name]) => name === tag));
  return known === 'fr' ? 'fr' : 'en';
}
