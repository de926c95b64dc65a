/**
 * How two birth dates (`YYYY-MM-DD`) agree. `close` is a likely slip: day and month swapped, or one digit. 1 January is what
 * forms write for "no idea": it says nothing.
 */
export type DateLevel = 'equal' | 'close' | 'different' | 'unknown';

/** See {@link DateLevel}. */
export function compareBirthDates(a: string, b: string): DateLevel {
  if (isPlaceholder(a) || isPlaceholder(b)) return 'unknown';
  if (a === b) return 'equal';
  return isSwapped(a, b) || digitsApart(a, b) === 1 ? 'close' : 'different';
}

function isPlaceholder(date: string): boolean {
  return date.endsWith('-01-01');
}

function isSwapped(a: string, b: string): boolean {
  return `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}` === b;
}

function digitsApart(a: string, b: string): number {
  return Array.from(a).filter((digit, index) => digit !== b[index]).length;
}
