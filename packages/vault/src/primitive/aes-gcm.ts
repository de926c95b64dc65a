import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes of an authentication tag. Always the full one: Node takes one of 4 bytes unless it is told the length. */
export const TAG_BYTES = 16;

/** Bytes of a nonce. */
export const NONCE_BYTES = 12;

/** Bytes of a key. */
export const KEY_BYTES = 32;

const ALGORITHM = 'aes-256-gcm';
const OPTIONS = { authTagLength: TAG_BYTES } as const;
const NO_DATA = new Uint8Array(0);

/** AES-256-GCM (NIST SP 800-38D): the ciphertext with its tag behind it. The nonce must never have been used with this key. */
export function sealGcm(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, associated?: Uint8Array): Buffer {
  return Buffer.concat(sealGcmApart(key, nonce, plaintext, associated));
}

/** The same, the ciphertext and the tag apart: so long ones need not be copied. */
export function sealGcmApart(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  associated: Uint8Array = NO_DATA,
): readonly [ciphertext: Buffer, tag: Buffer] {
  const cipher = createCipheriv(ALGORITHM, key, nonce, OPTIONS);
  if (associated.length > 0) cipher.setAAD(associated);
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return [ciphertext, cipher.getAuthTag()];
}

/** The plaintext, or `undefined` where key, nonce, bytes or associated data are not those it was sealed with. */
export function openGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  associated: Uint8Array = NO_DATA,
): Buffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonce, OPTIONS);
  if (associated.length > 0) decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plaintext = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return plaintext;
  } catch {
    // The only thing `final` can object to is the tag. Until it has spoken the plaintext is anybody's.
    plaintext.fill(0);
    return undefined;
  }
}
