/** A day of the calendar as ISO 8601 writes it, in the years 0001 to 9999. No time, no zone; such texts sort as their days do. */
export type LocalDate = `${number}-${number}-${number}`;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** The day a text names exactly as `YYYY-MM-DD`; `undefined` where it names none, such as `2026-02-30`. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const [, year, month, day] = (FORM.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as LocalDate) : undefined;
}

/** The day a text names, where there can be no doubt that it names one. Throws a `RangeError` that does not repeat it. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError('Not a day from 0001-01-01 to 9999-12-31.');
  return date;
}

/** The day so many days later, or earlier. Throws a `RangeError` beyond the years 0001 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date((dayNumber(date) + days) * MILLISECONDS_A_DAY);
  return dateOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/**
 * The same-numbered day so many months later, or earlier; the last day of that month where it has no such day (Art. 3(2)(c) of
 * Regulation 1182/71). Throws a `RangeError` beyond the years 0001 to 9999.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Negative where the first day comes before the second, positive where it comes after, 0 where they are one. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return Number(a > b) - Number(a < b);
}

/** How many days the second day comes after the first; negative where it comes before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** A day's year, month (1 to 12) and day of the month. */
export function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(midnightOf(date)).getUTCDay();
}

/** The first of several days. */
export function earliest(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((least, each) => (each < least ? each : least), first);
}

/** Midnight in UTC of a day, in milliseconds: for comparing days with instants. */
export function midnightOf(date: LocalDate): number {
  return dayNumber(date) * MILLISECONDS_A_DAY;
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return localDate([pad(year, 4), pad(month, 2), pad(day, 2)].join('-'));
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  // Date.UTC would take the years 0001 to 0099 for 1901 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MILLISECONDS_A_DAY;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
