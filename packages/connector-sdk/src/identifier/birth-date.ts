import type { CanonicalForm } from './canonical-form.js';

/** Midnight, with or without a zone: what a DATE looks like once it was stored or sent as a time. */
const MIDNIGHT = String.raw`(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?`;
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})${MIDNIGHT}$`, 'u'), // ISO 8601, and SQL datetimes
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u, // ISO 8601 basic
  /^(?<year>\d{4})\/(?<month>\d{2})\/(?<day>\d{2})$/u,
  /^(?<day>\d{1,2})(?<sep>[./-])(?<month>\d{1,2})\k<sep>(?<year>\d{4})$/u, // as written across most of Europe
];

/**
 * The canonical form of a birth date: `YYYY-MM-DD`. Returns `undefined` for anything else, for days that never were, for
 * partial dates (INSEE writes `19350000`) and for times other than midnight (a date that went through a time zone may
 * have lost a day), because an unknown day neither agrees nor contradicts. 1 January is accepted here; the tiers treat
 * it as unknown, since forms use it for "no idea".
 */
export function canonicalBirthDate(text: string): CanonicalForm | undefined {
  const trimmed = text.trim();
  for (const form of FORMS) {
    const parts = form.exec(trimmed)?.groups;
    if (parts !== undefined) return existingDay(Number(parts['year']), Number(parts['month']), Number(parts['day']));
  }
  return undefined;
}

function existingDay(year: number, month: number, day: number): CanonicalForm | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year > 0 ? { exact: date.toISOString().slice(0, 10) } : undefined;
}
