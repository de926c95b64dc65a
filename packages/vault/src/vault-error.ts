import type { BlobErrorCode } from '@habeas/core';

/**
 * Why the vault refused.
 *
 * Data keys: `key-destroyed` its week's key is gone for good; `key-unknown` the keyring has no such key; `key-forged` the wrap was
 * changed, or belongs to another owner; `key-format` no wrap at all; `key-in-use` the key still wraps new ones; `key-spent` used
 * after `destroy`. Keyring: `keyring-missing`, `keyring-exists`, `keyring-permissions` others may read it, `keyring-format` damaged
 * or not one, `keyring-busy` another process did not let go, `keyring-io` it could not be read or written. Sealed files:
 * `sealed-commitment` another key, context or header; `sealed-size` a length no sealed file has; `sealed-chunk` a chunk was changed,
 * moved or cut; `sealed-source` the source gave fewer or more bytes than it said; `sealed-range` not within the file; `sealed-length`
 * longer than 4 PiB. Fields: `field-format` no sealed field; `field-key` sealed with another key; `field-forged` changed, or from
 * another place. `text`: what UTF-8 cannot carry. Key of the trail: `trail-key-format`, `trail-key-io`, `trail-key-permissions`, as
 * of a keyring.
 */
export type VaultErrorCode =
  | BlobErrorCode
  | 'field-forged'
  | 'field-format'
  | 'field-key'
  | 'key-destroyed'
  | 'key-forged'
  | 'key-format'
  | 'key-in-use'
  | 'key-spent'
  | 'key-unknown'
  | 'keyring-busy'
  | 'keyring-exists'
  | 'keyring-format'
  | 'keyring-io'
  | 'keyring-missing'
  | 'keyring-permissions'
  | 'sealed-chunk'
  | 'sealed-commitment'
  | 'sealed-length'
  | 'sealed-range'
  | 'sealed-size'
  | 'sealed-source'
  | 'text'
  | 'trail-key-format'
  | 'trail-key-io'
  | 'trail-key-permissions';

/** The error of this package. Decide on `code`, which is stable; `message` holds no key, no value and no personal data. */
export class VaultError extends Error {
  override readonly name = 'VaultError';

  constructor(
    readonly code: VaultErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `code` that Node gave a failed system call (`ENOENT`, …), or `undefined`. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
