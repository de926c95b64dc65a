import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import type { CreateZip, ZipEntryOptions, ZipSettings, ZipWriter } from './zip-writer.js';

/**
 * The reference ZIP writer: `archiver` 8. One thread, and its memory grows with the number of entries.
 *
 * Left alone, archiver raises uncaught exceptions for errors of its sources and never settles `finalize()` after a
 * failure; so here only the pipeline from it to the sink is awaited, and every source is tied to it.
 */
export const archiverZip: CreateZip = (settings) => new ArchiverZip(settings);

class ArchiverZip implements ZipWriter {
  readonly #archive: ZipArchive;
  readonly #pumped: Promise<void>;
  readonly #date: Date;
  readonly #storesAll: boolean;

  constructor({ write, modifiedAt, level }: ZipSettings) {
    this.#date = modifiedAt;
    this.#storesAll = level === 0;
    this.#archive = new ZipArchive({ zlib: { level } });
    this.#pumped = pipeline(this.#archive, async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) await write(chunk);
    });
    this.#pumped.catch(() => undefined); // awaited by whoever adds or finishes next
  }

  async add(name: string, chunks: AsyncIterable<Uint8Array>, { store = false }: ZipEntryOptions = {}): Promise<void> {
    const source = Readable.from(copiesOf(chunks), { objectMode: false });
    const failed = new Promise<never>((_, reject) => {
      source.once('error', (error) => {
        reject(error);
        this.#archive.destroy(error);
      });
    });
    const added = new Promise<void>((resolve) => {
      this.#archive.once('entry', () => {
        resolve();
      });
    });
    this.#archive.append(source, { name, date: this.#date, mode: 0o644, store: store || this.#storesAll });
    try {
      await Promise.race([added, failed, this.#pumped]);
    } finally {
      source.destroy();
    }
  }

  async finish(): Promise<void> {
    this.#archive.finalize().catch(() => undefined); // says nothing that the pipeline does not say
    await this.#pumped;
  }

  async abort(): Promise<void> {
    this.#archive.destroy();
    await this.#pumped.catch(() => undefined);
  }
}

/** Node's streams keep chunks, and our producers fill theirs again. */
async function* copiesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
