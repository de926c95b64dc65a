/** Chance that a seed repeats: a run that failed is run again with its own. */
export interface Dice {
  readonly seed: number;
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Throws by a linear congruence (Park and Miller): all that is asked of it is that it scatters and repeats. */
export function diceOf(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  return { seed, below, pick: (from) => from[below(from.length)]! };
}
