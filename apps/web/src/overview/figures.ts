import type { AcceptedOf } from '../api/service.js';

/** How the requests of one month were handled. */
export type Month = AcceptedOf<'figures'>['figures']['months'][number];

/** The first and the last day of so many months that end with this one. */
export function lastMonths(count: number, now: Date): { readonly from: string; readonly to: string } {
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() + month, date)).toISOString().slice(0, 10);
  return { from: day(1 - count, 1), to: day(1, 0) };
}

const QUIET = { received: 0, open: 0, overdue: 0, answered: 0, refused: 0, cancelled: 0, extended: 0, paused: 0 };
const NOTHING = { ...QUIET, automatic: 0, incomplete: 0, inTime: 0, inFirstMonth: 0, medianDays: null, failingSources: [] };

/** Every month from the first day on, also those in which nothing was received: a picture of them has no holes. */
export function everyMonth(months: readonly Month[], { from, to }: ReturnType<typeof lastMonths>): readonly Month[] {
  const named: Month[] = [];
  for (let at = new Date(`${from}T00:00:00Z`); at.toISOString().slice(0, 10) <= to; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const month = at.toISOString().slice(0, 7);
    named.push(months.find((each) => each.month === month) ?? { ...NOTHING, month });
  }
  return named;
}

/** What all months come to. */
export interface Sum {
  readonly received: number;
  readonly open: number;
  readonly overdue: number;
  readonly extended: number;
  readonly answered: number;
  /** Answered or refused. */
  readonly decided: number;
  readonly automatic: number;
  readonly inTime: number;
}

/** See {@link Sum}. */
export function sumOf(months: readonly Month[]): Sum {
  const total = (of: (month: Month) => number): number => months.reduce((sum, month) => sum + of(month), 0);
  return {
    received: total(({ received }) => received),
    open: total(({ open }) => open),
    overdue: total(({ overdue }) => overdue),
    extended: total(({ extended }) => extended),
    answered: total(({ answered }) => answered),
    decided: total(({ answered, refused }) => answered + refused),
    automatic: total(({ automatic }) => automatic),
    inTime: total(({ inTime }) => inTime),
  };
}

/** In how many requests each source stood in the way, the worst first. */
export function failingIn(months: readonly Month[]): readonly (readonly [source: string, requests: number])[] {
  const counts = new Map<string, number>();
  for (const { source, requests } of months.flatMap(({ failingSources }) => failingSources))
    counts.set(source, (counts.get(source) ?? 0) + requests);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** A part of a whole in hundredths; nothing of nothing is not told. */
export function percentOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((100 * part) / whole);
}
