import { series } from './measure.js';
import type { Figure } from './report.js';

/** The time, in milliseconds, that so many of a hundred stay below or at. */
export function percentileFigure(what: string, milliseconds: readonly number[], percent: number): Figure {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return { what, value: series([sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN]), unit: 'ms' };
}
