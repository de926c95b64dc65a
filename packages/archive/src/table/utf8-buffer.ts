const GATHERED = 8 * 1024;

/** Gathers texts as UTF-8 in one piece of memory that is used again and again. A lone surrogate becomes U+FFFD. */
export class Utf8Buffer {
  readonly #memory: Buffer;
  #fill = 0;
  /** Short texts are put together first: one long text is encoded faster than many short ones. */
  #gathered = '';

  constructor(size = 256 * 1024) {
    this.#memory = Buffer.allocUnsafeSlow(size);
  }

  /** Adds a text, unless that could need more room than is left: then `false`, and the caller takes what there is first. */
  add(text: string): boolean {
    if ((this.#gathered.length + text.length) * 3 > this.#memory.length - this.#fill) return false;
    this.#gathered += text;
    if (this.#gathered.length >= GATHERED) this.#encode();
    return true;
  }

  /** What was gathered: valid until the next text is added. */
  take(): Uint8Array {
    this.#encode();
    const bytes = this.#memory.subarray(0, this.#fill);
    this.#fill = 0;
    return bytes;
  }

  #encode(): void {
    this.#fill += this.#memory.write(this.#gathered, this.#fill, 'utf8');
    this.#gathered = '';
  }
}
