import { VaultError } from '../vault-error.js';

/** Nothing under that name. */
export function missing(): VaultError {
  return new VaultError('blob-missing', 'there is no such blob');
}

/** The name is taken. */
export function conflict(): VaultError {
  return new VaultError('blob-conflict', 'the name holds other bytes, and blobs never change');
}

/** The store failed. */
export function unavailable(message: string, cause?: unknown): VaultError {
  return new VaultError('blob-unavailable', message, { cause });
}
