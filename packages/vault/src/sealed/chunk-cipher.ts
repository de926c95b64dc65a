import { timingSafeEqual } from 'node:crypto';
import { KEY_BYTES, NONCE_BYTES, openGcm, sealGcmApart } from '../primitive/aes-gcm.js';
import { utf8 } from '../primitive/encoding.js';
import { hkdfExpand } from '../primitive/hkdf-expand.js';
import { COMMITMENT_BYTES } from './layout.js';

const INFO = utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');
/** The number of a chunk, 38 bits at the end of the nonce: what is above 32 bits, and the rest. */
const HIGH_AT = NONCE_BYTES - 5;
const LOW_AT = NONCE_BYTES - 4;

/** Seals and opens the chunks of one file, by their numbers: `c2sp.org/chunked-encryption`, instance Cobblestone-256. */
export class ChunkCipher {
  /** Proves that a file was sealed with this key and context, before any of it is opened. */
  readonly commitment: Buffer;
  readonly #key: Buffer;
  readonly #baseNonce: Buffer;

  constructor(inputKey: Uint8Array, salt: Uint8Array, context: Uint8Array) {
    const derived = hkdfExpand(inputKey, Buffer.concat([INFO, salt, context]), KEY_BYTES + NONCE_BYTES + COMMITMENT_BYTES);
    this.#key = derived.subarray(0, KEY_BYTES);
    this.#baseNonce = derived.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES);
    this.commitment = derived.subarray(KEY_BYTES + NONCE_BYTES);
  }

  /** Whether a file's commitment is this one, in constant time. */
  commitsTo(commitment: Uint8Array): boolean {
    return timingSafeEqual(this.commitment, commitment);
  }

  /** The chunk, and its tag that follows it. A number must be used once. */
  seal(index: number, plaintext: Uint8Array): readonly [chunk: Buffer, tag: Buffer] {
    return sealGcmApart(this.#key, this.#nonceOf(index), plaintext);
  }

  /** The plaintext, or `undefined` where the chunk is not the one that was sealed under that number. */
  open(index: number, sealed: Uint8Array): Buffer | undefined {
    return openGcm(this.#key, this.#nonceOf(index), sealed);
  }

  /** Zeroes the key, as far as JavaScript can. */
  destroy(): void {
    this.#key.fill(0);
    this.#baseNonce.fill(0);
  }

  #nonceOf(index: number): Buffer {
    const nonce = Buffer.from(this.#baseNonce);
    nonce.writeUInt8(nonce.readUInt8(HIGH_AT) ^ Math.floor(index / 2 ** 32), HIGH_AT);
    nonce.writeUInt32BE((nonce.readUInt32BE(LOW_AT) ^ index) >>> 0, LOW_AT);
    return nonce;
  }
}
