import { addDays, addMonths, type LocalDate } from './local-date.js';

/** A calendar duration of ISO 8601, as it was written: `P60M` has 60 months and no years. Weeks count as seven days. */
export interface CalendarPeriod {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const FORM = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})D)?$/;
const WEEKS = /^P(\d{1,5})W$/;
const LONGEST_YEARS = 999;

/**
 * Reads a calendar duration (RET-01): `P5Y`, `P13M`, `P30D`, `P1Y6M`, `P2W`, `P0D`. Anything else is `undefined`: hours and
 * minutes, fractions, signs, and what comes to more than 999 years.
 */
export function parsePeriod(text: string): CalendarPeriod | undefined {
  const weeks = WEEKS.exec(text)?.[1];
  const [years = 0, months = 0, days = 0] = (FORM.exec(text) ?? []).slice(1).map((part: string | undefined) => Number(part ?? 0));
  const period = weeks === undefined ? { years, months, days } : { years: 0, months: 0, days: Number(weeks) * 7 };
  const isPeriod = weeks !== undefined || FORM.test(text);
  return isPeriod && roughYears(period) <= LONGEST_YEARS ? period : undefined;
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
