import { localDate, parseLocalDate, type LocalDate } from './local-date.js';

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:[.,]\d+)?)?(?: ?(Z|[+-](?:0\d|1[0-8])(?::?[0-5]\d)?))?$/i;

/**
 * The day a source's own text names: a date, a date-time as it stands, or an instant, which falls on its day in the
 * controller's time zone whatever zone this machine has. `undefined` for every other form: `03/04/2026` names two days, and
 * none is guessed (RET-07).
 */
export function readSourceDate(text: string, timeZone: string): LocalDate | undefined {
  const plain = parseLocalDate(text);
  if (plain !== undefined) return plain;
  const [, day = '', hour = '', minute = '', second = '00', zone] = DATE_TIME.exec(text) ?? [];
  const date = parseLocalDate(day);
  if (date === undefined || zone === undefined) return date;
  // A leap second belongs to the minute it ends, and Date knows none.
  const local = Date.parse(`${date}T${hour}:${minute}:${second === '60' ? '59' : second}Z`);
  return dayIn(new Date(local - offsetMinutes(zone) * 60_000), timeZone);
}

/**
 * The day on which an instant falls in a time zone of the IANA database. Throws a `RangeError` for a zone it does not know, and
 * outside the years 0002 to 9998.
 */
export function dateIn(instant: Date, timeZone: string): LocalDate {
  return dayIn(instant, timeZone) ?? localDate('');
}

function dayIn(instant: Date, timeZone: string): LocalDate | undefined {
  const utcYear = instant.getUTCFullYear();
  if (!(utcYear > 1 && utcYear < 9999)) return undefined;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const texts = (['year', 'month', 'day'] as const).map((part) => String(parts.get(part)).padStart(2, '0'));
  return parseLocalDate(texts.join('-').padStart(10, '0'));
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
}
