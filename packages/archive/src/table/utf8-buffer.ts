/** Gathers texts as UTF-8 in one piece of memory that is used again and again. A lone surrogate becomes U+FFFD. */
export class Utf8Buffer {
  readonly #memory: Buffer;
  #fill = 0;

  constructor(size = 256 * 1024) {
    this.#memory = Buffer.allocUnsafeSlow(size);
  }

  /** Adds a text, unless that could need more room than is left: then `false`, and the caller takes what there is first. */
  add(text: string): boolean {
    if (text.length * 3 > this.#memory.length - this.#fill) return false;
    this.#fill += this.#memory.write(text, this.#fill, 'utf8');
    return true;
  }

  /** What was gathered: valid until the next text is added. */
  take(): Uint8Array {
    const gathered = this.#memory.subarray(0, this.#fill);
    this.#fill = 0;
    return gathered;
  }
}
