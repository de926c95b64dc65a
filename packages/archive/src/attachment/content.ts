import { ConnectorError, type FoundFile } from '@habeas/connector-sdk';
import { SNIFFED_BYTES } from './sniff.js';

/** A file's bytes: its head is read first, because it decides the file's name, and the rest flows by. */
export class Content {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #head = Buffer.alloc(0);
  #cut = false;

  private constructor(file: FoundFile) {
    this.#chunks = file.open()[Symbol.asyncIterator]();
  }

  /** Opens the file and reads its head. */
  static async open(file: FoundFile): Promise<Content> {
    const content = new Content(file);
    while (content.#head.length < SNIFFED_BYTES) {
      const chunk = await content.#next();
      if (chunk === undefined) break;
      content.#head = Buffer.concat([content.#head, chunk]);
    }
    return content;
  }

  /** The first bytes, at least {@link SNIFFED_BYTES} where the file has so many. */
  get head(): Uint8Array {
    return this.#head;
  }

  /** Whether the source failed before the end of what was read so far. */
  get isCut(): boolean {
    return this.#cut;
  }

  /** All bytes, once; a failing source ends them early. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    try {
      yield this.#head;
      if (this.#head.length < SNIFFED_BYTES) return;
      for (let chunk = await this.#next(); chunk !== undefined; chunk = await this.#next()) yield chunk;
    } finally {
      await this.#chunks.return?.();
    }
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      const step = await this.#chunks.next();
      return step.done === true ? undefined : step.value;
    } catch (cause) {
      // Only an outage may cut a file short: a bug is thrown, and so is the wish to stop.
      if (!(cause instanceof ConnectorError) || cause.errorClass === 'aborted') throw cause;
      this.#cut = true;
      return undefined;
    }
  }
}
