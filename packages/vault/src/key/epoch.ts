const DAY_MS = 86_400_000;
const EPOCH = /^(?:\d{4}-W\d{2}|standing)$/;

/** The epoch of what has no expiry: a source's credentials, not what was found about anybody. It is never destroyed. */
export const STANDING = 'standing';

/**
 * The ISO 8601 week of an instant in UTC, as `2024-W31`: texts that sort by time. Throws a RangeError for an invalid date and for
 * years that four digits cannot write, which would sort wrongly and so destroy the wrong keys.
 */
export function weekOf(date: Date): string {
  const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  // A week belongs to the year of its Thursday.
  const thursday = day + (4 - (new Date(day).getUTCDay() || 7)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  const name = `${String(year)}-W${String(week).padStart(2, '0')}`;
  if (!isEpoch(name)) throw new RangeError('no date that a retention week can be told for');
  return name;
}

/** Whether a text names an epoch. */
export function isEpoch(text: string): boolean {
  return EPOCH.test(text);
}

/** Whether an epoch has come to its end: every week before that one, {@link STANDING} never. */
export function isOver(epoch: string, firstKept: string | undefined): boolean {
  return epoch !== STANDING && firstKept !== undefined && epoch < firstKept;
}
