/** How much of a stream may wait for its reader. */
export interface ReadAheadBounds<T> {
  readonly items: number;
  readonly size: number;
  readonly sizeOf: (item: T) => number;
}

/**
 * Reads a stream ahead of its consumer, within bounds: the stream stands still when they are reached. It begins with
 * {@link ReadAhead.start}, or when it is first consumed. Can be consumed once; a consumer that leaves early stops it.
 */
export class ReadAhead<T> {
  readonly #waiting: T[] = [];
  #size = 0;
  #filling: Promise<void> | undefined;
  #ended = false;
  #wakeConsumer: () => void = () => undefined;
  #wakeStream: () => void = () => undefined;

  constructor(
    private readonly stream: AsyncIterable<T>,
    private readonly bounds: ReadAheadBounds<T>,
  ) {}

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
    this.#size -= this.bounds.sizeOf(item);
    this.#wakeStream();
    return item;
  }

  async #fill(onEnd: () => void): Promise<void> {
    try {
      for await (const item of this.stream) {
        this.#waiting.push(item);
        this.#size += this.bounds.sizeOf(item);
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

  #isFull(): boolean {
    return this.#waiting.length >= this.bounds.items || this.#size >= this.bounds.size;
  }
}

function ignore(): void {
  // Nobody wants to know.
}
