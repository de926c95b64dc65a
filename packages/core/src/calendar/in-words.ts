import type { Language, Wording } from '../wording/wording.js';
import { listed } from '../wording/wording.js';
import { partsOf, type LocalDate } from './local-date.js';
import type { CalendarPeriod } from './period.js';

const MONTHS: Readonly<Record<Language, string>> = {
  en: 'January February March April May June July August September October November December',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
};

/** A day as a person writes it: `1 March 2026`, `1er mars 2026` (PER-01). */
export function dateInWords(date: LocalDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  const number = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${number} ${MONTHS[language]
    .split(' ')
    .slice(month - 1, month)
    .join('')} ${String(year)}`;
}

const UNITS = [
  ['years', { en: 'year', fr: 'an' }, { en: 'years', fr: 'ans' }],
  ['months', { en: 'month', fr: 'mois' }, { en: 'months', fr: 'mois' }],
  ['days', { en: 'day', fr: 'jour' }, { en: 'days', fr: 'jours' }],
] as const satisfies readonly (readonly [keyof CalendarPeriod, Wording, Wording])[];

const NO_TIME: Wording = { en: 'no longer', fr: 'aucune durée supplémentaire' };

/** A period in the units its author chose: `60 months`, `1 an et 6 mois` (PER-01). */
export function periodInWords(period: CalendarPeriod, language: Language): string {
  const parts = UNITS.filter(([unit]) => period[unit] > 0).map(
    ([unit, one, many]) => `${String(period[unit])} ${(period[unit] === 1 ? one : many)[language]}`,
  );
  return parts.length === 0 ? NO_TIME[language] : listed(parts, language);
}
