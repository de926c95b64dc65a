import type { LocalDate } from '@habeas/core/law';
import { IntlMessageFormat } from 'intl-messageformat';

/** What fills the places of a sentence. */
export type Parts = Readonly<Record<string, string | number>>;

/** Sentences by key, in one language, as ICU messages: another language is another file with one of these. */
export type Catalogue<Key extends string> = Readonly<Record<Key, string>>;

/** Speaks one language: sentences with their parts, dates, numbers, enumerations (Art. 12(1) GDPR; PER-01). */
export class Phrasebook<Key extends string> {
  readonly #messages = new Map<Key, IntlMessageFormat>();
  readonly #lists: Intl.ListFormat;
  readonly #numbers: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;
  // Each of these costs tens of kilobytes and as many microseconds: they are made once.
  readonly #moments = new Map<string, Intl.DateTimeFormat>();

  readonly #locale: string;

  constructor(
    /** BCP 47. */
    readonly language: string,
    private readonly catalogue: Catalogue<Key>,
  ) {
    // Of English, the one that is written in the Union: 5 April 2026; a, b and c.
    this.#locale = language === 'en' ? 'en-GB' : language;
    this.#lists = new Intl.ListFormat(this.#locale, { style: 'long', type: 'conjunction' });
    this.#numbers = new Intl.NumberFormat(this.#locale);
    this.#days = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** One sentence. Throws where it names a part that is not given: half a sentence explains nothing. */
  say(key: Key, parts: Parts = {}): string {
    const said = this.#messageOf(key).format<string>(parts);
    return Array.isArray(said) ? said.join('') : said;
  }

  /** A day as people write it: `5 April 2026`, `5 avril 2026`, `1er mars 2026`. */
  date(date: LocalDate): string {
    const day = new Date(`${date}T12:00:00Z`);
    return this.#inWords(this.#days.format(day));
  }

  /** A moment, to the minute, in a time zone that it names. */
  moment(instant: Date, timeZone: string): string {
    return `${this.#inWords(this.#momentsIn(timeZone).format(instant))} (${timeZone})`;
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** An amount in the smallest unit of its currency, of which some have none and some three places: `€4.20`, `4,20 €`, `¥420`. */
  money(cents: number, currency: string): string {
    const form = new Intl.NumberFormat(this.#locale, { style: 'currency', currency });
    const { maximumFractionDigits: places = 0 } = form.resolvedOptions();
    return form.format(cents / 10 ** places);
  }

  /** `a, b and c`. */
  list(items: readonly string[]): string {
    return this.#lists.format(items);
  }

  /** A text of the register or a data map: in this language, or in one that it exists in. */
  pick(texts: Readonly<Record<string, string>>): string {
    return texts[this.language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
  }

  /** French counts the first of a month as the first, which the data of the runtime do not know. */
  #inWords(formatted: string): string {
    return this.language === 'fr' ? formatted.replace(/^1(?= )/u, '1er') : formatted;
  }

  #momentsIn(timeZone: string): Intl.DateTimeFormat {
    const known = this.#moments.get(timeZone);
    if (known !== undefined) return known;
    const form = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
    this.#moments.set(timeZone, form);
    return form;
  }

  #messageOf(key: Key): IntlMessageFormat {
    const known = this.#messages.get(key);
    if (known !== undefined) return known;
    const message = new IntlMessageFormat(this.catalogue[key], this.#locale);
    this.#messages.set(key, message);
    return message;
  }
}
