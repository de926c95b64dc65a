import { addDays, addMonths, type LocalDate } from './local-date.js';

/** A calendar duration of ISO 8601, as it was written: `P60M` has 60 months and no years. Weeks count as seven days. */
export interface CalendarPeriod {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** How a calendar duration is written, for schemas. What matches may still be too long: {@link parsePeriod} decides. */
export const PERIOD_PATTERN = /^P(?=\d)(?:(\d{1,5})W|(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})D)?)$/u;
const LONGEST_YEARS = 999;
const DAYS_OF_A_MONTH = 365.2425 / 12;

/**
 * Reads a calendar duration (RET-01): `P5Y`, `P13M`, `P30D`, `P1Y6M`, `P2W`, `P0D`. Anything else is `undefined`: hours and
 * minutes, fractions, signs, and what comes to more than 999 years.
 */
export function parsePeriod(text: string): CalendarPeriod | undefined {
  const parts = PERIOD_PATTERN.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  const [weeks, years, months, days] = parts.map((part: string | undefined) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const period = { years, months, days: weeks * 7 + days };
  return roughYears(period) <= LONGEST_YEARS ? period : undefined;
}

/** The duration a text writes, where there can be no doubt that it writes one. Throws a `RangeError` that does not repeat it. */
export function calendarPeriod(text: string): CalendarPeriod {
  const period = parsePeriod(text);
  if (period === undefined) throw new RangeError('Not a period: it is written as P2Y, P18M or P30D.');
  return period;
}

/** Whether one period is longer than another, by the mean length of a month: for comparing rules, not for reckoning an end. */
export function isLonger(period: CalendarPeriod, other: CalendarPeriod): boolean {
  return meanDays(period) > meanDays(other);
}

/** The day at the end of a period: years and months first, with the end of the month for a day it lacks, then days (RET-02). */
export function addPeriod(date: LocalDate, period: CalendarPeriod): LocalDate {
  return addDays(addMonths(date, totalMonths(period)), period.days);
}

/** Whether two periods always end on the same day: `P60M` and `P5Y` do, `P1M` and `P30D` do not. */
export function isSamePeriod(a: CalendarPeriod, b: CalendarPeriod): boolean {
  return totalMonths(a) === totalMonths(b) && a.days === b.days;
}

function totalMonths({ years, months }: CalendarPeriod): number {
  return years * 12 + months;
}

function roughYears(period: CalendarPeriod): number {
  return totalMonths(period) / 12 + period.days / 365;
}

function meanDays(period: CalendarPeriod): number {
  return totalMonths(period) * DAYS_OF_A_MONTH + period.days;
}
