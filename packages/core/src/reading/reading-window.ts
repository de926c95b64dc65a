/** Something that reads, and belongs to a source. */
export interface WindowedReader {
  readonly source: { readonly id: string };
  /**
   * Begins to read. Calls back, at most once, when nothing is to be read from the source any more, though it may not be consumed
   * yet, with about the weight of what waits for its consumer.
   */
  start(onRead: (weight: number) => void): void;
}

/** How many readers run at once. */
export interface WindowLimits {
  /** Readers that read, or that have read much which waits for its consumer. */
  readonly total: number;
  /** What may wait beside that: of readers that have read everything, and little. */
  readonly weight: number;
  /** Readers that read from one source; at least 1. */
  readonly ofSource: (source: string) => number;
}

/**
 * Starts readers ahead of their consumer. A reader holds its place among those of its source until it has read everything, so that
 * nobody waits for the consumer of what has come; its place among all of them until it is consumed, unless what it has read is little:
 * so what waits in memory is bounded. Places go to the first reader in consumption order that may start. As the consumer goes by the same order, the reader it waits for has always
 * been started: there is no deadlock, though readers block while nobody consumes them.
 */
export class ReadingWindow {
  readonly #waiting: Set<WindowedReader>;
  readonly #reading = new Set<WindowedReader>();
  readonly #readingOf = new Map<string, number>();
  /** Those that gave up their place for they have read little, each with its weight. */
  readonly #light = new Map<WindowedReader, number>();
  #weight = 0;
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
      reader.start((weight) => {
        if (!this.#reading.has(reader)) return; // it was consumed meanwhile
        this.#leave(reader);
        this.#lighten(reader, weight);
        this.advance();
      });
    }
  }

  /** The reader is consumed; its place goes to the next. */
  release(reader: WindowedReader): void {
    const weight = this.#light.get(reader);
    if (weight === undefined) this.#running -= 1;
    else this.#weight -= weight;
    this.#light.delete(reader);
    this.#leave(reader);
    this.advance();
  }

  #lighten(reader: WindowedReader, weight: number): void {
    if (this.#weight + weight > this.limits.weight) return;
    this.#weight += weight;
    this.#light.set(reader, weight);
    this.#running -= 1;
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
