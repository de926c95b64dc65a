/** A period of whole years, months, weeks and days as ISO 8601 writes it: `P2Y`, `P18M`, `P0D` for at once. */
export const PERIOD_PATTERN = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/u;
const DAYS_OF_A_MONTH = 365.2425 / 12;

/**
 * Whether one period is longer than another, by the mean length of a month: good for comparing rules, not for reckoning an end.
 * Throws a `RangeError` for what is no period.
 */
export function isLonger(period: string, other: string): boolean {
  return meanDays(period) > meanDays(other);
}

function meanDays(period: string): number {
  const [, ...numbers] = PERIOD_PATTERN.exec(period) ?? [];
  if (numbers.length === 0) throw new RangeError(`"${period}" is not a period: write it as P2Y, P18M or P30D`);
  const [years, months, weeks, days] = numbers.map((number: string | undefined) => Number(number ?? 0)) as Four;
  return (years * 12 + months) * DAYS_OF_A_MONTH + weeks * 7 + days;
}

type Four = [years: number, months: number, weeks: number, days: number];
