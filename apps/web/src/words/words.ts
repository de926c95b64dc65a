import type { EN } from './en.js';

/** The languages of the console. A third is one more table. */
export type Language = 'en' | 'fr';

/** What every table holds. */
export type WordKey = keyof typeof EN;
export type Words = Readonly<Record<WordKey, string>>;

/** A key of the tables, or the name of a pair of which a count chooses. */
export type SayKey = WordKey extends infer Key ? (Key extends `${infer Name}.${'one' | 'other'}` ? Name : Key) : never;

/** What is filled in. */
export type Filling = Readonly<Record<string, string | number>>;

/** Says something in the language of the page. */
export type Say = (key: SayKey, filling?: Filling) => string;

/** Numbers and dates as the language writes them. */
export interface Speech {
  readonly language: Language;
  readonly say: Say;
  /** A day of the calendar, or the day of an instant. */
  readonly day: (day: string) => string;
  readonly moment: (instant: string) => string;
  readonly number: (count: number) => string;
  /** `2026-03`. */
  readonly month: (month: string) => string;
}

/** How numbers and dates are written: as in Europe, where the law is. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A speech in one language. */
export function speechOf(language: Language, words: Words): Speech {
  const plural = new Intl.PluralRules(language);
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const calendarDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const say: Say = (key, filling = {}) => {
    const count = filling['count'];
    const form = typeof count === 'number' && plural.select(count) === 'one' ? 'one' : 'other';
    const table: Readonly<Record<string, string>> = words;
    const text = table[key] ?? table[`${key}.${form}`] ?? key;
    return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = filling[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  const day = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? calendarDays : days).format(new Date(text));
  return {
    language,
    say,
    day,
    moment: (instant) => moments.format(new Date(instant)),
    number: (count) => numbers.format(count),
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
  };
}
