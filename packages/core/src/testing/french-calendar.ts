import type { HolidayCalendar } from '../deadline/holiday-calendar.js';
import { addDays, localDate, type LocalDate } from '../calendar/local-date.js';

/** The years that {@link frenchCalendar} holds. */
const YEARS = { first: 1990, last: 2060 };

/**
 * The public holidays of France by the rules of the labour code (L3133-1, and L3134-13 for Alsace and Moselle), computed and not looked
 * up: what calendars with data are compared with.
 */
export function frenchCalendar(region?: 'alsace-moselle', years = YEARS): HolidayCalendar {
  const held = new Map<number, ReadonlyMap<LocalDate, string>>();
  for (let year = years.first; year <= years.last; year += 1) held.set(year, new Map(holidays(year, region)));
  return { id: region === undefined ? 'FR' : 'FR-57', version: 'rules', holidaysOf: (year) => held.get(year) };
}

function holidays(year: number, region: string | undefined): readonly (readonly [LocalDate, string])[] {
  const easter = easterSunday(year);
  const fixed = (day: string, name: string): readonly [LocalDate, string] => [localDate(`${year}-${day}`), name];
  const local = [[addDays(easter, -2), 'Vendredi saint'], fixed('12-26', 'Lendemain de Noël')] as const;
  return [
    fixed('01-01', 'Jour de l’an'),
    [addDays(easter, 1), 'Lundi de Pâques'],
    fixed('05-01', 'Fête du travail'),
    fixed('05-08', 'Victoire de 1945'),
    [addDays(easter, 39), 'Ascension'],
    [addDays(easter, 50), 'Lundi de Pentecôte'],
    fixed('07-14', 'Fête nationale'),
    fixed('08-15', 'Assomption'),
    fixed('11-01', 'Toussaint'),
    fixed('11-11', 'Armistice de 1918'),
    fixed('12-25', 'Noël'),
    ...(region === undefined ? [] : local),
  ];
}

/** Meeus, Jones and Butcher, for the Gregorian calendar. */
function easterSunday(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return localDate(`${year}-${pad(Math.floor(monthAndDay / 31))}-${pad((monthAndDay % 31) + 1)}`);
}
