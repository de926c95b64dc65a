/** Where chance comes from. It spreads retries over time; nothing that has to be secret depends on it. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
}

/** The chance of the machine. */
export const systemRandom: Random = { next: () => Math.random() };
