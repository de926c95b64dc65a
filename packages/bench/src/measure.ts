/** One measured quantity of one contestant, over all runs. */
export interface Series {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The spread of some measurements. */
export function series(values: readonly number[]): Series {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0] ?? Number.NaN, median: median(sorted), max: sorted.at(-1) ?? Number.NaN };
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Seconds that a piece of work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Two contestants' seconds, and the ratio of each pair of runs. */
export interface Duel {
  readonly ours: Series;
  readonly theirs: Series;
  /** Theirs ÷ ours, pair by pair: how many times faster ours is. */
  readonly speedup: Series;
}

/** Runs two pieces of work in turn (A B A B …) after one uncounted round, so that a drifting machine hits both alike. */
export async function duel(ours: () => unknown, theirs: () => unknown, runs = 5): Promise<Duel> {
  const pairs: { ours: number; theirs: number }[] = [];
  for (let run = 0; run <= runs; run++) {
    const pair = { ours: await seconds(ours), theirs: await seconds(theirs) };
    if (run > 0) pairs.push(pair);
  }
  return {
    ours: series(pairs.map((pair) => pair.ours)),
    theirs: series(pairs.map((pair) => pair.theirs)),
    speedup: series(pairs.map((pair) => pair.theirs / pair.ours)),
  };
}

/** The most memory this process has held so far, in MiB, as the operating system counts it. */
export function peakMemoryMiB(): number {
  return process.resourceUsage().maxRSS / 1024;
}
