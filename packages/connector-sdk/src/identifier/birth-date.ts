import type { CanonicalForm } from './identifier.js';

const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ].*)?$/u, // ISO 8601, and SQL datetimes
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u, // ISO 8601 basic
  /^(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})$/u, // as written across most of Europe
];

/**
 * The canonical form of a birth date: `YYYY-MM-DD`. Returns `undefined` for anything else, for days that never were, and
 * for partial dates (INSEE writes `19350000`), because an unknown day neither agrees nor contradicts. 1 January is
 * accepted here; the tiers treat it as unknown, since forms use it for "no idea".
 */
export function canonicalBirthDate(text: string): CanonicalForm | undefined {
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return existingDay(Number(parts['year']), Number(parts['month']), Number(parts['day']));
  }
  return undefined;
}

function existingDay(year: number, month: number, day: number): CanonicalForm | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year > 0 ? { exact: date.toISOString().slice(0, 10) } : undefined;
}
