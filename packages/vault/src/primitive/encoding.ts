import { VaultError } from '../vault-error.js';

const LONE_SURROGATE = /\p{Surrogate}/u;
const BASE64URL = /^[\w-]*$/;

/** UTF-8. Refuses (`text`) what it cannot carry: two different texts must never become the same bytes. */
export function utf8(text: string): Buffer {
  if (LONE_SURROGATE.test(text)) throw new VaultError('text', 'a text with half a surrogate pair cannot be sealed');
  return Buffer.from(text, 'utf8');
}

/** Parts with their lengths (32 bits, big-endian, in bytes) in front, so that no two lists of parts give the same bytes. */
export function encodeParts(parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = utf8(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** RFC 4648, section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/** The bytes, or `undefined` for any text but the one that {@link toBase64Url} gives: Node skips what it does not know. */
export function fromBase64Url(text: string): Buffer | undefined {
  if (!BASE64URL.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return toBase64Url(bytes) === text ? bytes : undefined;
}
