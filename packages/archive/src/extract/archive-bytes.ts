import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** An archive that lies somewhere, of which any stretch can be had: from `start` up to, and without, `end`. */
export interface ArchiveBytes {
  readonly size: number;
  read(range: { readonly start: number; readonly end: number }): AsyncIterable<Uint8Array>;
}

/** What is read of a directory at a time: its entries are small, and each stretch of what is sealed costs a decryption. */
const WINDOW = 256 * 1024;

/** Reads a ZIP file where it lies: small things through a window that moves along, the bytes of a file as a stream. */
export class WindowedReader extends RandomAccessReader {
  #start = 0;
  #window: Buffer = Buffer.alloc(0);

  constructor(private readonly bytes: ArchiveBytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.bytes.read({ start, end }), { objectMode: false });
  }

  // eslint-disable-next-line max-params -- the ZIP reader calls it so
  override read(buffer: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void): void {
    this.#stretch(position, length).then(
      (stretch) => {
        stretch.copy(buffer, offset);
        done(null);
      },
      (error: unknown) => {
        done(error as Error);
      },
    );
  }

  async #stretch(position: number, length: number): Promise<Buffer> {
    const isThere = position >= this.#start && position + length <= this.#start + this.#window.length;
    if (!isThere) {
      const end = Math.min(this.bytes.size, position + Math.max(WINDOW, length));
      const parts: Uint8Array[] = [];
      for await (const part of this.bytes.read({ start: position, end })) parts.push(part);
      this.#window = Buffer.concat(parts);
      this.#start = position;
    }
    return this.#window.subarray(position - this.#start, position - this.#start + length);
  }
}
