import type { BlindIndexKey } from '../field/blind-index.js';
import { DataKey } from './data-key.js';
import { STANDING, weekOf } from './epoch.js';
import { KeyringFile } from './keyring-file.js';
import { Keyring } from './keyring.js';
import type { KeyInventory, KeyOwner, KeyService, NewDataKey } from './key-service.js';
import { kekId, kekIdOf, parseKekId, parseWrapped } from './wrapped-key.js';

/** How long a lock may stay with one holder before it counts as left behind, in milliseconds. A change takes a few. */
const PATIENCE_MS = 5000;

/** What a file keyring may be told. */
export interface FileKeyringOptions {
  /** See {@link withLock}; 5,000 unless told otherwise. */
  readonly patienceMs?: number;
}

/**
 * Keys in one JSON file, for a single machine or a folder that several workers share. It is read for every call: what one process
 * destroys is gone for all of them at once, and no key waits in memory. Keep it apart from the database's backups.
 */
export class FileKeyring implements KeyService {
  private constructor(private readonly file: KeyringFile) {}

  /** Writes a new keyring, mode 0600. Rejects with `keyring-exists` rather than replace one. */
  static async create(path: string, { patienceMs = PATIENCE_MS }: FileKeyringOptions = {}): Promise<FileKeyring> {
    const file = new KeyringFile(path, patienceMs);
    await file.create(Keyring.generate());
    return new FileKeyring(file);
  }

  /** Opens the keyring and every key in it. Never makes a new one: with the wrong keyring everything held is unreadable. */
  static async open(path: string, { patienceMs = PATIENCE_MS }: FileKeyringOptions = {}): Promise<FileKeyring> {
    const keyring = new FileKeyring(new KeyringFile(path, patienceMs));
    await keyring.verify();
    return keyring;
  }

  async createDataKey(owner: KeyOwner, expiresAt?: Date): Promise<NewDataKey> {
    const key = DataKey.generate();
    const epoch = epochOf(expiresAt);
    const keyring = await this.#withKek(await this.file.read(), epoch);
    return { key, wrapped: keyring.wrap(epoch, owner, key) };
  }

  async openDataKey(owner: KeyOwner, wrapped: string): Promise<DataKey> {
    return (await this.file.read()).unwrap(owner, wrapped);
  }

  async rewrap(owner: KeyOwner, wrapped: string, expiresAt?: Date): Promise<string> {
    const epoch = expiresAt === undefined ? parseWrapped(wrapped).epoch : epochOf(expiresAt);
    const keyring = await this.file.read();
    const key = keyring.unwrap(owner, wrapped);
    try {
      const newest = keyring.newest(epoch);
      if (newest !== undefined && kekId(newest) === kekIdOf(wrapped)) return wrapped;
      return (await this.#withKek(keyring, epoch)).wrap(epoch, owner, key);
    } finally {
      key.destroy();
    }
  }

  async blindIndexKey(controller: string): Promise<BlindIndexKey> {
    return (await this.file.read()).blindIndexKey(controller);
  }

  async destroyEpochsBefore(date: Date): Promise<readonly string[]> {
    const week = weekOf(date);
    let before: readonly string[] = [];
    const after = await this.file.change((keyring) => {
      before = epochsOf(keyring);
      return keyring.withoutWeeksBefore(week);
    });
    const kept = new Set(epochsOf(after));
    return before.filter((epoch) => !kept.has(epoch));
  }

  async rotateRoot(): Promise<void> {
    await this.file.change((keyring) => keyring.withNewRoot());
  }

  async rotateEpochs(): Promise<void> {
    await this.file.change((keyring) => keyring.withNextGenerations());
  }

  async retire(id: string): Promise<void> {
    await this.file.change((keyring) => keyring.without(id));
  }

  async verify(): Promise<KeyInventory> {
    return (await this.file.read()).inventory();
  }

  /** The keyring with a KEK for that epoch, on disk before anything is wrapped with it. */
  async #withKek(keyring: Keyring, epoch: string): Promise<Keyring> {
    if (keyring.newest(epoch) !== undefined) return keyring;
    // Somebody else may have added it since: then theirs is the one.
    return this.file.change((now) => (now.newest(epoch) === undefined ? now.withKek(epoch) : now));
  }
}

function epochOf(expiresAt: Date | undefined): string {
  return expiresAt === undefined ? STANDING : weekOf(expiresAt);
}

function epochsOf(keyring: Keyring): readonly string[] {
  return [...new Set(keyring.content.keks.map(({ id }) => parseKekId(id).epoch))].sort();
}
