const DAY = 86_400_000;

/** A stretch of time by its first and its last day (UTC), as vendors ask for it: `2026-01-31`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Periods that follow one another without a gap or an overlap, oldest first; the last ends today. Lengths are in milliseconds. */
export function periodsUntil(
  now: Date,
  { of, back }: { readonly of: number; readonly back: number },
): readonly (Period & Record<string, string>)[] {
  const days = Math.max(1, Math.round(of / DAY));
  const today = Math.floor(now.getTime() / DAY);
  const count = Math.max(1, Math.ceil(back / DAY / days));
  return Array.from({ length: count }, (_, index) => {
    const last = today - (count - 1 - index) * days;
    return { from: dayOf(last - days + 1), to: dayOf(last) };
  });
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
