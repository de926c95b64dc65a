import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeDurably } from '../primitive/durable-file.js';
import { syncFolder } from '../primitive/sync-folder.js';
import { systemCode, VaultError } from '../vault-error.js';
import { parseKeyring, printKeyring } from './keyring-content.js';
import { withLock, type Hold } from './keyring-lock.js';
import { Keyring } from './keyring.js';

const UNFINISHED = '.next';
const OTHERS = 0o077;
const ATTEMPTS = 3;

/** A keyring on disk that several processes may read and change: whole or as it was before, whatever is killed when. */
export class KeyringFile {
  constructor(
    private readonly path: string,
    private readonly patienceMs: number,
  ) {}

  /**
   * As it is now. `keyring-missing`, `keyring-permissions` where group or others have any right, `keyring-format`. Read without a
   * turn of the event loop: it is a small file that is read for every key, also by who holds rows of the store meanwhile.
   */
  async read(): Promise<Keyring> {
    await Promise.resolve();
    const file = this.#openFile();
    try {
      if ((fstatSync(file).mode & OTHERS) !== 0) {
        throw new VaultError('keyring-permissions', 'the keyring must be readable by its owner alone: chmod 600');
      }
      return new Keyring(parseKeyring(readFileSync(file, 'utf8')));
    } finally {
      closeSync(file);
    }
  }

  /** Writes the first one; `keyring-exists` where there is one. */
  async create(keyring: Keyring): Promise<void> {
    await this.#replace(async () => {
      if (await this.#exists()) throw new VaultError('keyring-exists', 'there is a keyring already, and it is left alone');
      return keyring;
    });
  }

  /** Replaces it by what `edit` makes of it, durably, and gives that back. What `edit` throws changes nothing. */
  async change(edit: (current: Keyring) => Keyring): Promise<Keyring> {
    return this.#replace(async () => edit(await this.read()));
  }

  async #replace(make: () => Promise<Keyring>): Promise<Keyring> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const replaced = await withLock(`${this.path}.lock`, this.patienceMs, async (hold) => {
        await this.#removeUnfinished();
        const keyring = await make();
        return (await this.#write(keyring, hold)) ? keyring : undefined;
      });
      if (replaced !== undefined) return replaced;
    }
    throw new VaultError('keyring-busy', 'other processes keep changing the keyring; try again');
  }

  /** A killed writer leaves keys behind that may have been destroyed since. */
  async #removeUnfinished(): Promise<void> {
    const folder = dirname(this.path);
    const names = await readdir(folder);
    const ours = names.filter((name) => name.startsWith(`${basename(this.path)}.`) && name.endsWith(UNFINISHED));
    for (const name of ours) await rm(join(folder, name), { force: true });
  }

  /** False where the lock was taken meanwhile: then somebody else's change counts, and this one has to be made again. */
  async #write(keyring: Keyring, hold: Hold): Promise<boolean> {
    const unfinished = `${this.path}.${hold.token}${UNFINISHED}`;
    try {
      await writeDurably(unfinished, printKeyring(keyring.content), 0o600);
      if (!(await hold.isHeld())) return false;
      await rename(unfinished, this.path);
      await syncFolder(dirname(this.path));
      return true;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw new VaultError('keyring-io', 'the keyring could not be written, and is what it was before', { cause: error });
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  async #exists(): Promise<boolean> {
    try {
      await (await open(this.path, 'r')).close();
      return true;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw unreadable(error);
    }
  }

  #openFile(): number {
    try {
      return openSync(this.path, 'r');
    } catch (error) {
      if (systemCode(error) === 'ENOENT')
        throw new VaultError('keyring-missing', 'there is no keyring; without it nothing can be opened');
      throw unreadable(error);
    }
  }
}

function unreadable(cause: unknown): VaultError {
  return new VaultError('keyring-io', 'the keyring cannot be read', { cause });
}
