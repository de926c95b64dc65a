/** A figure of how the pages keep pace, and what is wanted of it. */
export interface PaceFigure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'requests' | 'frames';
  /** What it is at most; none is wanted of what only explains. */
  readonly atMost?: number;
}

/** A figure as a line of a table, with what became of it. */
export function lineOf({ what, value, unit, atMost }: PaceFigure): string {
  const shown = `${String(Math.round(value * 10) / 10)} ${unit}`;
  if (atMost === undefined) return `${what.padEnd(64)}${shown.padStart(16)}`;
  const outcome = isReached({ value, atMost }) ? 'reached' : 'MISSED';
  return `${what.padEnd(64)}${shown.padStart(16)}   at most ${String(atMost).padStart(6)}   ${outcome}`;
}

/** Whether it is what is wanted, where anything is. */
export function isReached({ value, atMost }: Pick<PaceFigure, 'value' | 'atMost'>): boolean {
  return atMost === undefined || value <= atMost;
}

/** The middle of what was measured several times. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const value = sorted[Math.floor(sorted.length / 2)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}
