import type { Duel, Series } from './measure.js';

/** What a run of the benches is asked for. */
export interface BenchOptions {
  /** How long a load lasts, where that is not as long as the figure needs. */
  readonly seconds?: number;
}

/** One line of a bench's result: a figure, what it has to reach, and whether it does. */
export interface Figure {
  readonly what: string;
  readonly value: Series;
  readonly unit: 's' | 'ms' | 'µs' | '×' | 'MiB' | 'MB/s' | '%' | '/s' | '';
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

/** The figures of a duel: both times and the ratio, with its target. */
export function duelFigures(
  names: { readonly ours: string; readonly theirs: string },
  { ours, theirs, speedup }: Duel,
  atLeast: number,
): readonly Figure[] {
  return [
    { what: names.ours, value: ours, unit: 's' },
    { what: names.theirs, value: theirs, unit: 's' },
    { what: `${names.theirs} ÷ ${names.ours}`, value: speedup, unit: '×', target: { atLeast } },
  ];
}

/** Whether a figure's median reaches its target; a figure without one always does. */
export function reached({ value, target }: Figure): boolean {
  if (target === undefined) return true;
  return 'atLeast' in target ? value.median >= target.atLeast : value.median <= target.atMost;
}

/** A bench's figures as a Markdown table, medians first. */
export function figureTable(title: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, value, unit } = figure;
    return `| ${what} | ${number(value.median)} ${unit} | ${number(value.min)} … ${number(value.max)} | ${targetText(figure)} |`;
  });
  return [`\n### ${title}`, '', '| what | median | min … max | target |', '|---|---:|---:|---|', ...rows].join('\n');
}

function targetText(figure: Figure): string {
  const { target } = figure;
  if (target === undefined) return '';
  const limit = 'atLeast' in target ? `≥ ${number(target.atLeast)}` : `≤ ${number(target.atMost)}`;
  return `${limit} ${reached(figure) ? 'reached' : '**missed**'}`;
}

function number(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
