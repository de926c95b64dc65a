const BUFFER = 256 * 1024;

/**
 * Lets work begin early and its bytes leave in order: steps wait in a short queue, and the oldest runs when the queue is
 * full. Small pieces are gathered, so that the sink is called seldom.
 */
export class OrderedOutput {
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER);
  readonly #waiting: (() => Promise<void>)[] = [];
  #fill = 0;
  #offset = 0;

  constructor(
    private readonly sink: (bytes: Uint8Array) => Promise<void>,
    private readonly limit: number,
  ) {}

  /** How many bytes were written, gathered ones included: inside a step, the position of its next byte. */
  get offset(): number {
    return this.#offset;
  }

  /** Queues a step. Resolves when there is room for another; rejects with the error of an earlier one. */
  async later(step: () => Promise<void>): Promise<void> {
    this.#waiting.push(step);
    while (this.#waiting.length > this.limit) await this.#waiting.shift()?.();
  }

  /** Writes. To be called from steps, and when all are settled. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    const isLarge = bytes.length > BUFFER / 2;
    if (isLarge || this.#fill + bytes.length > BUFFER) await this.flush();
    if (isLarge) {
      await this.sink(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#fill);
    this.#fill += bytes.length;
  }

  /** Runs all waiting steps. */
  async settle(): Promise<void> {
    for (let step = this.#waiting.shift(); step !== undefined; step = this.#waiting.shift()) await step();
  }

  /** Hands what was gathered to the sink. */
  async flush(): Promise<void> {
    const gathered = this.#buffer.subarray(0, this.#fill);
    this.#fill = 0;
    if (gathered.length > 0) await this.sink(gathered);
  }
}
