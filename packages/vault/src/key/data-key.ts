import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from '../primitive/aes-gcm.js';
import { toBase64Url, utf8 } from '../primitive/encoding.js';
import { hkdfExpand } from '../primitive/hkdf-expand.js';
import { VaultError } from '../vault-error.js';

const ID_BYTES = 8;
const INFO = {
  id: utf8('habeas/data-key-id/v1'),
  files: utf8('habeas/file-key/v1'),
  fields: utf8('habeas/field-key/v1'),
};

/**
 * The key of one request: its files and its fields are sealed with keys derived from it (HKDF-Expand, a text of their own each).
 * It prints as nothing but its id, and never leaves this object except wrapped.
 */
export class DataKey {
  /** Says which key something was sealed with, and nothing about the key: 11 characters, derived. */
  readonly id: string;
  readonly #bytes: Buffer;
  #spent = false;

  /** Takes 32 uniformly random bytes for its own, to be zeroed with it. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.id = toBase64Url(hkdfExpand(bytes, INFO.id, ID_BYTES));
  }

  /** A fresh one. */
  static generate(): DataKey {
    return new DataKey(randomBytes(KEY_BYTES));
  }

  /** Hands out the input key of sealed files for the time of one call, and zeroes it. Refuses with `key-spent`. */
  withFileKey<Result>(use: (key: Buffer) => Result): Result {
    return this.#lend(INFO.files, use);
  }

  /** As {@link DataKey.withFileKey}, for fields. */
  withFieldKey<Result>(use: (key: Buffer) => Result): Result {
    return this.#lend(INFO.fields, use);
  }

  /** The key itself, to be wrapped and nothing else. */
  withBytes<Result>(use: (key: Buffer) => Result): Result {
    this.#demandUnspent();
    return use(this.#bytes);
  }

  /** Zeroes the key, as far as JavaScript can; whoever uses it afterwards gets `key-spent`. Safe to call twice. */
  destroy(): void {
    this.#bytes.fill(0);
    this.#spent = true;
  }

  #lend<Result>(info: Buffer, use: (key: Buffer) => Result): Result {
    this.#demandUnspent();
    const key = hkdfExpand(this.#bytes, info, KEY_BYTES);
    try {
      return use(key);
    } finally {
      key.fill(0);
    }
  }

  #demandUnspent(): void {
    if (this.#spent) throw new VaultError('key-spent', 'the data key was destroyed before this use');
  }
}
