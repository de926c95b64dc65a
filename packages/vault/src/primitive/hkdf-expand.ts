import { createHmac } from 'node:crypto';

const HASH = 'sha512';
const BLOCK_BYTES = 64;

/**
 * HKDF-Expand with SHA-512 (RFC 5869, 2.3), for input keys that are uniformly random already. Node's own `hkdf` always extracts
 * first, which gives other bytes.
 */
export function hkdfExpand(inputKey: Uint8Array, info: Uint8Array, length: number): Buffer {
  const output = Buffer.alloc(length);
  let block = Buffer.alloc(0);
  for (let at = 0, counter = 1; at < length; at += BLOCK_BYTES, counter += 1) {
    const next = createHmac(HASH, inputKey).update(block).update(info).update(Uint8Array.of(counter)).digest();
    block.fill(0);
    block = next;
    block.copy(output, at);
  }
  block.fill(0);
  return output;
}
