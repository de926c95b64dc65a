import { parsePeriod, PERIOD_PATTERN } from '@habeas/core/law';

const AT_ONCE = 'sans délai';
const NO_TIME = 'P0D';
const UNITS = [
  ['W', 'semaine', 'semaines'],
  ['Y', 'an', 'ans'],
  ['M', 'mois', 'mois'],
  ['D', 'jour', 'jours'],
] as const;

const WORDS = /^(\d+) (an|ans|année|années|mois|semaine|semaines|jour|jours)$/u;
const LETTERS: Readonly<Record<string, string>> = { an: 'Y', mo: 'M', se: 'W', jo: 'D' };

/** A period in French, so that {@link periodOf} has exactly the same again: `60 mois`, `1 an 6 mois`, `sans délai`. */
export function periodWords(length: string): string {
  if (length === NO_TIME) return AT_ONCE;
  const [weeks, years, months, days] = PERIOD_PATTERN.exec(length)?.slice(1) ?? [];
  const counts = [weeks, years, months, days];
  return UNITS.flatMap(([, one, many], index) => {
    const count = counts[index];
    return count === undefined ? [] : [`${count} ${Number(count) === 1 ? one : many}`];
  }).join(' ');
}

/** The period that a text is and nothing else, as ISO 8601 has it. */
export function periodOf(text: string): string | undefined {
  if (text === AT_ONCE) return NO_TIME;
  const parts = text.split(/ (?=\d)/u).map((part) => WORDS.exec(part));
  const length = `P${parts.map((part) => `${part?.[1] ?? '?'}${LETTERS[part?.[2]?.slice(0, 2) ?? ''] ?? ''}`).join('')}`;
  return parsePeriod(length) === undefined ? undefined : length;
}

const NUMBERS = 'un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ');
const ANY_PERIOD = new RegExp(
  `(?<![\\p{L}\\d.,])(\\d{1,4}|une|${NUMBERS.join('|')})\\s*(?:\\(\\d{1,4}\\)\\s*)?(ans?|années?|mois|semaines?|jours?)(?!\\p{L})`,
  'giu',
);

/** Every period that a text names somewhere, as ISO 8601 has them. */
export function periodsIn(text: string): readonly string[] {
  return [...text.matchAll(ANY_PERIOD)].flatMap(([, count = '', unit = '']) => {
    const word = count.toLowerCase();
    const number = /^\d/u.test(word) ? String(Number(word)) : String(word === 'une' ? 1 : NUMBERS.indexOf(word) + 1);
    const length = `P${number}${LETTERS[unit.toLowerCase().slice(0, 2)] ?? ''}`;
    return parsePeriod(length) === undefined ? [] : [length];
  });
}
