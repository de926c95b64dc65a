import { createHash } from 'node:crypto';
import type { Scratch, Spool } from '../output/spool.js';
import type { ZipEntryOptions, ZipWriter } from '../zip/zip-writer.js';

/** The tag files of BagIt 1.0 (RFC 8493) by their names. */
export const BAG_FILES = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
} as const;

/** The whole content of `bagit.txt`. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A file that is in the bag. */
export interface BaggedFile {
  /** Below the bag's folder: `data/tables/shop/orders.csv`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A BagIt bag that is written into a ZIP as it comes: payload first, then tag files, then the manifests. */
export class Bag {
  readonly #manifest: Spool;
  #tagManifest = '';
  #bytes = 0;
  #files = 0;

  constructor(
    private readonly folder: string,
    private readonly zip: ZipWriter,
    scratch: Scratch,
  ) {
    this.#manifest = scratch.spool();
  }

  /** Octets and files of the payload so far: `Payload-Oxum` (RFC 8493 §2.2.2). */
  get oxum(): { readonly bytes: number; readonly files: number } {
    return { bytes: this.#bytes, files: this.#files };
  }

  /** Adds a file of the payload; its path begins with `data/`. */
  async addPayload(path: string, chunks: AsyncIterable<Uint8Array>, options?: ZipEntryOptions): Promise<BaggedFile> {
    const file = await this.#add(path, chunks, options);
    this.#bytes += file.bytes;
    this.#files += 1;
    await this.#manifest.append(Buffer.from(manifestLine(file)));
    return file;
  }

  /** Adds a file beside the payload. */
  async addTag(path: string, text: string): Promise<BaggedFile> {
    return this.#addTag(path, once(Buffer.from(text)));
  }

  /** Adds the declaration, the information and the manifests, in this order. Returns the tag manifest: its digest is the bag's identity. */
  async close(info: readonly (readonly [label: string, value: string])[]): Promise<BaggedFile> {
    const oxum = `${this.#bytes}.${this.#files}`;
    await this.addTag(BAG_FILES.declaration, BAG_DECLARATION);
    await this.addTag(BAG_FILES.info, [...info, ['Payload-Oxum', oxum] as const].map(infoLine).join(''));
    await this.#addTag(BAG_FILES.manifest, this.#manifest.read());
    return this.#add(BAG_FILES.tagManifest, once(Buffer.from(this.#tagManifest)));
  }

  /** Adds a file that no manifest lists: the signature of what the manifests say. */
  async addUnlisted(path: string, text: string): Promise<void> {
    await this.#add(path, once(Buffer.from(text)));
  }

  async #addTag(path: string, chunks: AsyncIterable<Uint8Array>): Promise<BaggedFile> {
    const file = await this.#add(path, chunks);
    this.#tagManifest += manifestLine(file);
    return file;
  }

  async #add(path: string, chunks: AsyncIterable<Uint8Array>, options?: ZipEntryOptions): Promise<BaggedFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* digested(): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    await this.zip.add(`${this.folder}/${path}`, digested(), options);
    return { path, sha256: hash.digest('hex'), bytes };
  }
}

function manifestLine({ sha256, path }: BaggedFile): string {
  return `${sha256}  ${path}\n`;
}

/** One line each: a line break in a value would make a new label. */
function infoLine([label, value]: readonly [string, string]): string {
  return `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
}
