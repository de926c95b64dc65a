import type { LocalDate } from '../calendar/local-date.js';

/**
 * The public holidays of the place where a controller has to act (Reg. 1182/71, Art. 2(1); DLN-02), as data with a version. It never
 * guesses: of a year that it does not hold it says so, and dates that depend on that year stay unverified.
 */
export interface HolidayCalendar {
  /** ISO 3166: `FR`, or with a subdivision `FR-57`. */
  readonly id: string;
  /** Which data it is. Kept with every date that was computed from it. */
  readonly version: string;
  /** Whole days that are public holidays, with the name each has there; nothing where this calendar does not hold the year. */
  holidaysOf(year: number): ReadonlyMap<LocalDate, string> | undefined;
}
