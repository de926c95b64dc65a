import { addDays, type LocalDate, midnightOf } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';

const MINUTE_MS = 60_000;
/** No zone is further from UTC than this many minutes; and since 1972 each has whole minutes. */
const WIDEST_OFFSET = 16 * 60;

/**
 * The first instant after a day in a time zone: what happens before it happens on that day or earlier (Reg. 1182/71, Art. 3(2)(c):
 * a period ends with the last hour of its last day; DLN-01). Days of 23 and 25 hours end when they end.
 */
export function dayEndsAt(zone: string, date: LocalDate): Date {
  const next = addDays(date, 1);
  const midnight = midnightOf(next);
  let [onTheDay, after] = [-WIDEST_OFFSET, WIDEST_OFFSET];
  while (after - onTheDay > 1) {
    const middle = Math.floor((onTheDay + after) / 2);
    if (dateIn(new Date(midnight + middle * MINUTE_MS), zone) < next) onTheDay = middle;
    else after = middle;
  }
  return new Date(midnight + after * MINUTE_MS);
}
