import type { BlindIndexKey } from '../field/blind-index.js';
import type { DataKey } from './data-key.js';

/** Whose data key it is. A wrap opens for its owner only. */
export interface KeyOwner {
  readonly controller: string;
  /** The id of the request, or of the source whose credentials it seals. */
  readonly id: string;
}

/** A fresh data key, and the text to keep beside the request. */
export interface NewDataKey {
  readonly key: DataKey;
  readonly wrapped: string;
}

/** What a check of the keys found, all of them being readable. */
export interface KeyInventory {
  readonly rootId: string;
  /** Ids of the keys that wrap data keys, as {@link kekIdOf} gives them, in order. */
  readonly keks: readonly string[];
  /** The first week that is kept: everything before it was destroyed. */
  readonly firstKeptWeek: string | undefined;
}

/**
 * Where keys live: a keyring file, a key management service, a hardware module. The hierarchy is the same everywhere: root key,
 * one key-encryption key (KEK) per week of expiry, one data key per request. Every method rejects with a `VaultError`.
 */
export interface KeyService {
  /** A data key that lives as long as the week of `expiresAt`; without one it is never destroyed. `key-destroyed` for a week that was. */
  createDataKey(owner: KeyOwner, expiresAt?: Date): Promise<NewDataKey>;
  /** Opens a wrap. `key-destroyed` once its week was destroyed, from however old a backup the wrap may come; `key-forged` for another owner's. */
  openDataKey(owner: KeyOwner, wrapped: string): Promise<DataKey>;
  /** The same data key under the newest KEK of its week, or of the week of `expiresAt`. Gives the wrap back as it is where that is the case already. */
  rewrap(owner: KeyOwner, wrapped: string, expiresAt?: Date): Promise<string>;
  /** The key under which a controller's identifiers are looked up. */
  blindIndexKey(controller: string): Promise<BlindIndexKey>;
  /** Destroys the keys of all weeks that ended before the week of that time, for good; gives back which. */
  destroyEpochsBefore(date: Date): Promise<readonly string[]>;
  /** A new root key, at once for everything. */
  rotateRoot(): Promise<void>;
  /** A new KEK for every week. The old ones go on opening, until each is retired. */
  rotateEpochs(): Promise<void>;
  /**
   * Destroys an old KEK; `key-in-use` for the newest of its week. The caller has counted that no wrap names it any more, long enough
   * after {@link KeyService.rotateEpochs} for data keys that were made before it to have been stored.
   */
  retire(kekId: string): Promise<void>;
  /** Opens every key there is; rejects if one does not. */
  verify(): Promise<KeyInventory>;
}
