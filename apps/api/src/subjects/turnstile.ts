/** Lets so many in at once, and turns the others away: what is behind it takes memory and time on purpose (security R55). */
export class Turnstile {
  #inside = 0;

  constructor(private readonly places: number) {}

  /** What the work came to; `undefined` where there was no place for it, and nothing was done. */
  async pass<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#inside >= this.places) return undefined;
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}
