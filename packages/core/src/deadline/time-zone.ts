import { addDays, midnightOf, type LocalDate } from './local-date.js';

const MINUTE_MS = 60_000;
/** No zone is further from UTC than this many minutes; and since 1972 each has whole minutes. */
const WIDEST_OFFSET = 16 * 60;

/** Making one costs more than a thousand uses. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * The day that an instant of the years 1000 to 9999 lies on in a time zone (IANA name), whatever the zone of the machine (DLN-01).
 * Throws `RangeError` for a zone that does not exist and for an invalid `Date`.
 */
export function dayIn(zone: string, instant: Date): LocalDate {
  const written = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return (['year', 'month', 'day'] as const).map((part) => written.get(part)).join('-') as LocalDate;
}

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
    if (dayIn(zone, new Date(midnight + middle * MINUTE_MS)) < next) onTheDay = middle;
    else after = middle;
  }
  return new Date(midnight + after * MINUTE_MS);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  FORMATS.set(zone, format);
  return format;
}
