import type { LocalDate } from '@habeas/core/law';
import { LETTER_CATALOGUES, type LetterKey, type LetterLanguage } from '../catalogue/letters.js';
import type { Block, Text } from '../document/document.js';
import { type Parts, Phrasebook } from '../language/phrasebook.js';

/** Says the sentences of a letter in one language. */
export class LetterVoice {
  readonly #phrases: Phrasebook<LetterKey>;
  readonly #countries: Intl.DisplayNames;

  constructor(readonly language: LetterLanguage) {
    this.#phrases = new Phrasebook(language, LETTER_CATALOGUES[language]);
    this.#countries = new Intl.DisplayNames(language, { type: 'region' });
  }

  say(key: LetterKey, parts: Parts = {}): string {
    return this.#phrases.say(key, parts);
  }

  paragraph(key: LetterKey, parts: Parts = {}): Block {
    return { kind: 'paragraph', text: this.say(key, parts) };
  }

  /** A sentence that announces, and what it announces. */
  list(key: LetterKey, items: readonly Text[], parts: Parts = {}): readonly Block[] {
    return [this.paragraph(key, parts), { kind: 'list', items }];
  }

  day(date: LocalDate): string {
    return this.#phrases.date(date);
  }

  /** `a, b and c`. */
  listed(items: readonly string[]): string {
    return this.#phrases.list(items);
  }

  country(code: string): string {
    return this.#countries.of(code) ?? code;
  }

  /** An amount of a currency that has hundredths. */
  money(cents: number, currency: string): string {
    return this.#phrases.money(cents, currency);
  }
}

/** Somebody's words as a sentence that others can follow. */
export function sentence(words: string): string {
  return /[.!?…:»”"')\]]$/u.test(words) ? words : `${words}.`;
}
