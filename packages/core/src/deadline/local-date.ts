import { Refused } from '../request/refused.js';

/** A day of the calendar, `YYYY-MM-DD`, without time and zone. Days compare as their texts do. */
export type LocalDate = `${number}-${number}-${number}`;

const DAY_MS = 86_400_000;

/** The day that a text writes; throws `Refused` with `INVALID_INPUT` where it writes none, or one that no month has. */
export function localDate(text: string): LocalDate {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || dayOf(time) !== text) {
    throw new Refused('INVALID_INPUT', 'A day is written YYYY-MM-DD, and its month has it.');
  }
  return dayOf(time);
}

/** So many days later, or earlier where the number is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(midnightOf(date) + days * DAY_MS);
}

/** The day with the same number so many months later, or the last of a month that has none (Reg. 1182/71, Art. 3(2)(c)). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month] = [yearOf(date), Number(date.slice(5, 7)) - 1 + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month, Math.min(dayOfMonth(date), lastDay)));
}

/** How many days the second is after the first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnightOf(to) - midnightOf(from)) / DAY_MS;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(midnightOf(date)).getUTCDay();
}

/** The calendar's year. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 31. */
export function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8));
}

/** The first of several days; of two equal ones, that day. */
export function earliest(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((least, each) => (each < least ? each : least), first);
}

/** Midnight in UTC of a day, in milliseconds: for comparing days with instants. */
export function midnightOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dayOf(time: number): LocalDate {
  return new Date(time).toISOString().slice(0, 10) as LocalDate;
}
