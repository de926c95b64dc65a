/** Something that reads, and belongs to a source. */
export interface WindowedReader {
  readonly source: { readonly id: string };
  start(): void;
}

/** How many readers run at once. */
export interface WindowLimits {
  readonly total: number;
  /** At least 1. */
  readonly ofSource: (source: string) => number;
}

/**
 * Starts readers ahead of their consumer. A reader holds its place until it is consumed, so what waits in memory is bounded.
 * Places go to the first reader in consumption order that may start. As the consumer goes by the same order, the reader it waits
 * for has always been started: there is no deadlock, though readers block while nobody consumes them.
 */
export class ReadingWindow {
  readonly #waiting: Set<WindowedReader>;
  readonly #runningOf = new Map<string, number>();
  #running = 0;

  constructor(
    readersInOrder: readonly WindowedReader[],
    private readonly limits: WindowLimits,
  ) {
    this.#waiting = new Set(readersInOrder);
  }

  /** Starts what may start. */
  advance(): void {
    for (const reader of this.#waiting) {
      if (this.#running >= this.limits.total) return;
      if (this.#of(reader) >= this.limits.ofSource(reader.source.id)) continue;
      this.#waiting.delete(reader);
      this.#change(reader, 1);
      reader.start();
    }
  }

  /** The reader is consumed; its place goes to the next. */
  release(reader: WindowedReader): void {
    this.#change(reader, -1);
    this.advance();
  }

  #of({ source }: WindowedReader): number {
    return this.#runningOf.get(source.id) ?? 0;
  }

  #change(reader: WindowedReader, by: number): void {
    this.#running += by;
    this.#runningOf.set(reader.source.id, this.#of(reader) + by);
  }
}
