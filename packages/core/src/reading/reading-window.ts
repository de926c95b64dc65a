/** Something that reads, and belongs to a source. */
export interface WindowedReader {
  readonly source: { readonly id: string };
  /** Begins to read. Calls back, at most once, when nothing is to be read from the source any more, though it may not be consumed yet. */
  start(onRead: () => void): void;
}

/** How many readers run at once. */
export interface WindowLimits {
  /** Readers that read, or whose records wait for the consumer. */
  readonly total: number;
  /** Readers that read from one source; at least 1. */
  readonly ofSource: (source: string) => number;
}

/**
 * Starts readers ahead of their consumer. A reader holds its place until it is consumed, so what waits in memory is bounded; its
 * place among those of its source only until it has read everything, so that nobody waits for the consumer of what has come. Places go
 * to the first reader in consumption order that may start. As the consumer goes by the same order, the reader it waits for has always
 * been started: there is no deadlock, though readers block while nobody consumes them.
 */
export class ReadingWindow {
  readonly #waiting: Set<WindowedReader>;
  readonly #reading = new Set<WindowedReader>();
  readonly #readingOf = new Map<string, number>();
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
      this.#running += 1;
      this.#reading.add(reader);
      this.#change(reader, 1);
      reader.start(() => {
        this.#leave(reader);
        this.advance();
      });
    }
  }

  /** The reader is consumed; its place goes to the next. */
  release(reader: WindowedReader): void {
    this.#running -= 1;
    this.#leave(reader);
    this.advance();
  }

  #leave(reader: WindowedReader): void {
    if (this.#reading.delete(reader)) this.#change(reader, -1);
  }

  #of({ source }: WindowedReader): number {
    return this.#readingOf.get(source.id) ?? 0;
  }

  #change(reader: WindowedReader, by: number): void {
    this.#readingOf.set(reader.source.id, this.#of(reader) + by);
  }
}
