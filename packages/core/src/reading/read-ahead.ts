/** How much of a stream may wait for its reader: never more than `size`, and more than so many items only while they weigh little. */
export interface ReadAheadBounds<T> {
  readonly size: number;
  readonly sizeOf: (item: T) => number;
  /** So many may wait whatever they weigh. */
  readonly items: number;
  /** What all that wait may weigh where there are more. */
  readonly weight: number;
  readonly weightOf: (item: T) => number;
}

/**
 * Reads a stream ahead of its consumer, within bounds: the stream stands still when they are reached. It begins with
 * {@link ReadAhead.start}, or when it is first consumed. Can be consumed once; a consumer that leaves early stops it.
 */
export class ReadAhead<T> {
  readonly #waiting: T[] = [];
  #size = 0;
  #weight = 0;
  #filling: Promise<void> | undefined;
  #ended = false;
  #wakeConsumer: () => void = () => undefined;
  #wakeStream: () => void = () => undefined;

  constructor(
    private readonly stream: AsyncIterable<T>,
    private readonly bounds: ReadAheadBounds<T>,
  ) {}

  /** About how much memory what waits takes. */
  get weight(): number {
    return this.#weight;
  }

  /** `onEnd` is told when the stream has come to an end by itself. */
  start(onEnd: () => void = ignore): void {
    this.#filling ??= this.#fill(onEnd);
    // The consumer meets the rejection when it comes to the end of what was read.
    this.#filling.catch(() => undefined);
  }

  /** What is read from now on is thrown away, and the stream is told to end. */
  stop(): void {
    this.#ended = true;
    this.#wakeStream();
  }

  async *items(): AsyncGenerator<T, void, undefined> {
    this.start();
    try {
      for (;;) {
        const item = this.#take();
        if (item !== undefined) yield item;
        else if (this.#ended) break;
        else await new Promise<void>((wake) => (this.#wakeConsumer = wake));
      }
      await this.#filling;
    } finally {
      this.stop();
    }
  }

  #take(): T | undefined {
    const item = this.#waiting.shift();
    if (item === undefined) return undefined;
    this.#count(item, -1);
    this.#wakeStream();
    return item;
  }

  async #fill(onEnd: () => void): Promise<void> {
    try {
      for await (const item of this.stream) {
        this.#waiting.push(item);
        this.#count(item, 1);
        this.#wakeConsumer();
        while (this.#isFull() && !this.#ended) await new Promise<void>((wake) => (this.#wakeStream = wake));
        if (this.#ended) return;
      }
      onEnd();
    } finally {
      this.#ended = true;
      this.#wakeConsumer();
    }
  }

  #count(item: T, sign: 1 | -1): void {
    this.#size += sign * this.bounds.sizeOf(item);
    this.#weight += sign * this.bounds.weightOf(item);
  }

  #isFull(): boolean {
    const { size, items, weight } = this.bounds;
    return this.#size >= size || (this.#waiting.length >= items && this.#weight >= weight);
  }
}

function ignore(): void {
  // Nobody wants to know.
}
