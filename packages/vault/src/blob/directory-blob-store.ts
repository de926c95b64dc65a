import { randomUUID } from 'node:crypto';
import { chmod, link, lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BlobStat, BlobStore, ByteRange } from '@habeas/core';
import { syncFolder } from '../primitive/sync-folder.js';
import { systemCode } from '../vault-error.js';
import { lawfulName } from './blob-name.js';
import { conflict, missing, unavailable } from './blob-fault.js';
import { faultOf, readBlobFile, writeDurably } from './blob-file.js';
import { Measured, sha256Of } from './measured.js';
import { namesBelow } from './names-below.js';

/** No name begins with a dot. */
const UNFINISHED = '.unfinished';
const FOLDER_MODE = 0o700;
const LINK_ATTEMPTS = 8;
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);
const NOT_EMPTY = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

/** Blobs as files of one folder, which nobody else may read (mode 0700). Its file system must have hard links. */
export class DirectoryBlobStore implements BlobStore {
  private constructor(private readonly folder: string) {}

  /** Makes the folder where there is none, and closes it to others. Rejects with `blob-unavailable`. */
  static async open(folder: string): Promise<DirectoryBlobStore> {
    try {
      await mkdir(join(folder, UNFINISHED), { recursive: true, mode: FOLDER_MODE });
      await chmod(folder, FOLDER_MODE);
      return new DirectoryBlobStore(resolve(folder));
    } catch (error) {
      throw unavailable('the folder of the blobs cannot be made or used', error);
    }
  }

  async put(name: string, content: AsyncIterable<Uint8Array>): Promise<BlobStat> {
    const path = this.#pathOf(name);
    const unfinished = join(this.folder, UNFINISHED, randomUUID());
    const measured = new Measured(content);
    try {
      await writeDurably(unfinished, measured);
      if (!(await this.#publish(unfinished, path))) await this.#demandSame(name, unfinished, measured.size);
      await this.#syncUp(dirname(path));
      return { size: measured.size };
    } catch (error) {
      throw measured.fault === undefined ? faultOf(error) : measured.fault.error;
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  async *open(name: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    try {
      yield* readBlobFile(this.#pathOf(name), range);
    } catch (error) {
      if (!isAbsence(error)) throw faultOf(error);
      await this.#demandFolder();
      throw missing();
    }
  }

  async stat(name: string): Promise<BlobStat | undefined> {
    try {
      const found = await lstat(this.#pathOf(name));
      return found.isFile() ? { size: found.size } : undefined;
    } catch (error) {
      if (!isAbsence(error)) throw faultOf(error);
      await this.#demandFolder();
      return undefined;
    }
  }

  async delete(name: string): Promise<void> {
    if ((await this.stat(name)) === undefined) return;
    try {
      await rm(this.#pathOf(name), { force: true });
      await this.#removeEmpty(dirname(this.#pathOf(name)));
    } catch (error) {
      throw faultOf(error);
    }
  }

  async *list(prefix: string): AsyncGenerator<string> {
    try {
      yield* namesBelow(this.folder, '', prefix);
    } catch (error) {
      throw faultOf(error);
    }
  }

  async sweep(olderThan: Date): Promise<number> {
    const folder = join(this.folder, UNFINISHED);
    let swept = 0;
    try {
      for (const name of await readdir(folder)) {
        if (!(await isOlder(join(folder, name), olderThan))) continue;
        await rm(join(folder, name), { force: true });
        swept += 1;
      }
      return swept;
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** A blob that is not there is an answer, unless it is the whole store that is gone. */
  async #demandFolder(): Promise<void> {
    try {
      await lstat(join(this.folder, UNFINISHED));
    } catch (error) {
      throw faultOf(error);
    }
  }

  #pathOf(name: string): string {
    return join(this.folder, lawfulName(name));
  }

  /** False where the name is taken. A link, unlike a rename, replaces nothing. */
  async #publish(unfinished: string, path: string): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
      try {
        await link(unfinished, path);
        return true;
      } catch (error) {
        if (systemCode(error) === 'EEXIST') return false;
        // A delete may have taken the empty folder away again.
        if (systemCode(error) !== 'ENOENT' || attempt === LINK_ATTEMPTS) throw error;
      }
    }
  }

  async #demandSame(name: string, unfinished: string, size: number): Promise<void> {
    const found = await this.stat(name);
    if (found?.size !== size) throw conflict();
    const [theirs, ours] = await Promise.all([sha256Of(this.open(name)), sha256Of(readBlobFile(unfinished))]);
    if (!theirs.equals(ours)) throw conflict();
  }

  /** Every folder on the way: one that somebody else made a moment ago may not be on disk yet. */
  async #syncUp(folder: string): Promise<void> {
    for (let at = folder; ; at = dirname(at)) {
      await syncFolder(at);
      if (at === this.folder) return;
    }
  }
  /** Makes a removal last, and takes the folders away that it left empty. */
  async #removeEmpty(folder: string): Promise<void> {
    try {
      await syncFolder(folder);
      for (let at = folder; at !== this.folder; at = dirname(at)) await rmdir(at);
    } catch (error) {
      if (!NOT_EMPTY.has(systemCode(error) ?? '')) throw error;
    }
  }
}

function isAbsence(error: unknown): boolean {
  return NOTHING_THERE.has(systemCode(error) ?? '');
}

async function isOlder(path: string, than: Date): Promise<boolean> {
  try {
    return (await lstat(path)).mtime < than;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
