import type { NumberFormat } from './number-formats.js';

const DAY = 86_400_000;
const SECONDS_OF_DAY = { start: 11, end: 19 };
/** The last day of the year 9999, the last one that spreadsheets show. */
const LAST = Date.UTC(9999, 11, 31) + DAY;

/**
 * What a format shows of a number, in ISO 8601 and without a time zone, which workbooks do not know: `2024-02-29`,
 * `2024-02-29T18:30:00`, `18:30:00`, `PT49H30M0S`. Nothing for a number that is none of them, as that of 29 February 1900.
 */
export function dayText(number: number, format: NumberFormat, countsFrom1904: boolean): string | undefined {
  if (format.elapsed) return durationText(number);
  if (!format.day && number >= 0 && number < 1) {
    const moment = new Date(Math.round(number * DAY)).toISOString();
    return timeOf(moment);
  }
  const start = firstDay(number, countsFrom1904);
  const moment = start === undefined ? undefined : start + Math.round((number - Math.floor(number)) * DAY);
  if (moment === undefined || moment >= LAST) return undefined;
  const text = new Date(moment).toISOString();
  return format.time || moment % DAY !== 0 ? `${text.slice(0, SECONDS_OF_DAY.start)}${timeOf(text)}` : text.slice(0, 10);
}

/** The beginning of the day that a number is of. The days of 1900 are counted as if that year had had a 29 February. */
function firstDay(number: number, countsFrom1904: boolean): number | undefined {
  const day = Math.floor(number);
  if (countsFrom1904) return day < 0 ? undefined : Date.UTC(1904, 0, 1) + day * DAY;
  if (day < 1 || day === 60) return undefined;
  return Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY;
}

/** Fractions of a second only where there are some. */
function timeOf(iso: string): string {
  const time = iso.slice(SECONDS_OF_DAY.start, -1);
  return time.endsWith('.000') ? time.slice(0, SECONDS_OF_DAY.end - SECONDS_OF_DAY.start) : time;
}

function durationText(days: number): string {
  const milliseconds = Math.round(Math.abs(days) * DAY);
  const seconds = (milliseconds % 60_000) / 1000;
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const hours = Math.floor(milliseconds / 3_600_000);
  return `${days < 0 ? '-' : ''}PT${String(hours)}H${String(minutes)}M${String(seconds)}S`;
}
