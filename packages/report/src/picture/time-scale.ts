const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000];
const SIDE = 4;

/** Where a day stands on a line. */
export interface TimeScale {
  readonly first: number;
  readonly last: number;
  readonly x: (date: string) => number;
}

/** From the first to a little after the last of some days, over a width. */
export function scaleOf(dates: readonly string[], width: number): TimeScale {
  const moments = dates.map((date) => Date.parse(date));
  const first = Math.min(...moments);
  const span = Math.max(Math.max(...moments) - first, YEAR / 4) * 1.08;
  const x = (date: string): number => SIDE + ((Date.parse(date) - first) / span) * (width - 2 * SIDE);
  return { first, last: first + span, x };
}

/** Round dates along a scale: as many as there is room for. */
export function ticksOf(
  { first, last, x }: TimeScale,
  most: number,
  language: string,
): readonly { readonly x: number; readonly label: string }[] {
  const months = (last - first) / (YEAR / 12);
  const step = STEPS_IN_MONTHS.find((each) => months / each <= most) ?? 60_000;
  const inYears = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
  const inMonths = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const start = new Date(first);
  const index = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) + 1;
  return Array.from({ length: most + 1 }, (_, each) => monthAt((index + each) * step))
    .filter((date) => date.getTime() <= last)
    .map((date) => ({ x: x(date.toISOString().slice(0, 10)), label: (step < 12 ? inMonths : inYears).format(date) }));
}

/** Months counted from the year 0. */
function monthAt(months: number): Date {
  return new Date(Date.UTC(Math.floor(months / 12), months % 12, 1));
}
