const PARTS = [0, 8, 16, 24] as const;

/**
 * Tells whether two streams of file ids hold the same ids, in constant memory: it counts them and adds them up. Ids are
 * digests, so two different sets of the same size with the same four sums do not occur by accident.
 */
export class IdTally {
  #count = 0;
  readonly #sums = new Uint32Array(PARTS.length);

  get count(): number {
    return this.#count;
  }

  add(id: string): void {
    this.#count += 1;
    PARTS.forEach((start, index) => {
      this.#sums[index] = (this.#sums[index] ?? 0) + Number.parseInt(id.slice(start, start + 8), 16);
    });
  }

  equals(other: IdTally): boolean {
    return this.#count === other.#count && this.#sums.every((sum, index) => sum === other.#sums[index]);
  }
}
