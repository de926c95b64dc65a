import { describe, expect, it } from '@jest/globals';
import { bytesOf, dataKey, flipped, inPieces, patterned, sourceOf } from '../../test/making.js';
import { openGcm } from '../primitive/aes-gcm.js';
import { hkdfExpand } from '../primitive/hkdf-expand.js';
import { ChunkCipher } from './chunk-cipher.js';
import { openSealed, openWith } from './open-sealed.js';
import { encodeContext, type SealContext } from './seal-context.js';
import { sealStream, sealWith } from './seal-stream.js';

const CONTEXT: SealContext = { controller: 'c1', request: 'r1', artifact: 'archive', version: 1 };
const SMALL = 32;
const SALT = Buffer.alloc(24, 3);
const cipherFor = (salt: Uint8Array): ChunkCipher =>
  dataKey().withFileKey((fileKey) => new ChunkCipher(fileKey, salt, encodeContext(CONTEXT)));
const sealSmall = (length: number): Promise<Buffer> =>
  bytesOf(sealWith(cipherFor(SALT), SALT, inPieces(patterned(length)), SMALL));

/** The code a file of small chunks is refused with, or `accepted`. */
async function verdict(sealed: Uint8Array): Promise<string> {
  try {
    await bytesOf((await openWith(cipherFor, sourceOf(sealed), SMALL)).read());
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** Header and chunks of a file of small chunks. */
function partsOf(sealed: Buffer): { readonly header: Buffer; readonly chunks: readonly Buffer[] } {
  const chunks: Buffer[] = [];
  for (let at = 56; at < sealed.length; at += SMALL + 16) chunks.push(sealed.subarray(at, at + SMALL + 16));
  return { header: sealed.subarray(0, 56), chunks };
}

describe('a file of three small chunks', () => {
  it('opens as it was sealed', async () => {
    expect(await verdict(await sealSmall(75))).toBe('accepted');
  });

  it('is refused with any single bit turned over', async () => {
    const sealed = await sealSmall(75);
    const verdicts = new Map<string, number>();
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const found = await verdict(flipped(sealed, bit));
      verdicts.set(found, (verdicts.get(found) ?? 0) + 1);
    }
    expect(Object.fromEntries(verdicts)).toEqual({ 'sealed-commitment': 56 * 8, 'sealed-chunk': (sealed.length - 56) * 8 });
  });

  it.each([64, 65, 75, 95])('and %d bytes is refused cut to any length', async (length) => {
    const sealed = await sealSmall(length);
    const verdicts = new Set<string>();
    for (let end = 0; end < sealed.length; end += 1) verdicts.add(await verdict(sealed.subarray(0, end)));
    expect([...verdicts].sort()).toEqual(['sealed-chunk', 'sealed-size']);
  });

  it.each([1, 15, 16, 17, 32, 48, 64])('is refused with %d bytes behind it, of whatever kind', async (count) => {
    const sealed = await sealSmall(75);
    for (const tail of [Buffer.alloc(count), sealed.subarray(-count), sealed.subarray(56, 56 + count)]) {
      expect(await verdict(Buffer.concat([sealed, tail]))).toMatch(/^sealed-(?:chunk|size)$/);
    }
  });

  it('is refused with chunks swapped, dropped, repeated or in any other order', async () => {
    const { header, chunks } = partsOf(await sealSmall(75));
    const [a, b, c] = chunks as [Buffer, Buffer, Buffer];
    const wrong = [
      [b, a, c],
      [a, c, b],
      [c, b, a],
      [b, c, a],
      [c, a, b],
      [a, c],
      [b, c],
      [c],
      [a],
      [a, b],
      [a, a, b, c],
      [a, b, b, c],
    ];
    for (const order of [...wrong, [a, b, c, c], [a, b, c, a], [a, a, c], [b, b, c], []]) {
      expect(await verdict(Buffer.concat([header, ...order]))).toMatch(/^sealed-(?:chunk|size)$/);
    }
  });

  it('is refused with a chunk or the header of another file of the same key', async () => {
    const own = partsOf(await sealSmall(75));
    const otherSalt = Buffer.alloc(24, 4);
    const other = partsOf(await bytesOf(sealWith(cipherFor(otherSalt), otherSalt, inPieces(patterned(75)), SMALL)));
    for (let index = 0; index < 3; index += 1) {
      const mixed = own.chunks.map((chunk, at) => (at === index ? other.chunks[index]! : chunk));
      expect(await verdict(Buffer.concat([own.header, ...mixed]))).toBe('sealed-chunk');
    }
    expect(await verdict(Buffer.concat([other.header, ...own.chunks]))).toBe('sealed-chunk');
    expect(await verdict(Buffer.concat([own.header.subarray(0, 24), other.header.subarray(24), ...own.chunks]))).toBe(
      'sealed-commitment',
    );
  });
});

describe('a chunk', () => {
  it('opens under its own number only, up to the last one there can be', () => {
    const numbers = [0, 1, 255, 256, 65_535, 65_536, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 38 - 1];
    const cipher = cipherFor(SALT);
    for (const number of numbers) {
      const sealed = Buffer.concat(cipher.seal(number, patterned(SMALL)));
      expect(numbers.filter((other) => cipher.open(other, sealed) !== undefined)).toEqual([number]);
    }
  });

  it('has the nonce of the specification: base nonce XOR number, big-endian', () => {
    const key = Buffer.alloc(32, 1);
    const info = Buffer.concat([Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0'), SALT]);
    const derived = hkdfExpand(key, info, 76);
    for (const number of [0, 1, 256, 2 ** 32 - 1, 2 ** 32, 2 ** 38 - 1]) {
      const nonce = BigInt(`0x${derived.toString('hex', 32, 44)}`) ^ BigInt(number);
      const sealed = Buffer.concat(new ChunkCipher(key, SALT, new Uint8Array(0)).seal(number, patterned(SMALL)));
      const opened = openGcm(derived.subarray(0, 32), Buffer.from(nonce.toString(16).padStart(24, '0'), 'hex'), sealed);
      expect(opened?.equals(patterned(SMALL))).toBe(true);
    }
  });
});

describe('a file of three full chunks', () => {
  const open = async (sealed: Uint8Array): Promise<unknown> =>
    bytesOf((await openSealed(dataKey(), CONTEXT, sourceOf(sealed))).read());

  it('is refused with any bit of the header or of a tag turned over', async () => {
    const sealed = await bytesOf(sealStream(dataKey(), CONTEXT, inPieces(patterned(40_000))));
    const tagsAt = [56 + 16_384, 56 + 16_400 + 16_384, sealed.length - 16];
    const bytes = [
      ...Array.from({ length: 56 }, (_, at) => at),
      ...tagsAt.flatMap((at) => Array.from({ length: 16 }, (_, i) => at + i)),
    ];
    for (const byte of bytes) {
      for (let bit = 0; bit < 8; bit += 1) {
        await expect(open(flipped(sealed, byte * 8 + bit))).rejects.toMatchObject({
          code: byte < 56 ? 'sealed-commitment' : 'sealed-chunk',
        });
      }
    }
  });

  it('has no bit that can be turned over: each of its chunks is refused for each of them', async () => {
    const sealed = await bytesOf(sealStream(dataKey(), CONTEXT, inPieces(patterned(40_000))));
    const cipher = cipherFor(sealed.subarray(0, 24));
    let refused = 0;
    for (let index = 0; index < 3; index += 1) {
      const chunk = Buffer.from(sealed.subarray(56 + index * 16_400, 56 + (index + 1) * 16_400));
      expect(cipher.open(index, chunk)).toBeDefined();
      for (let bit = 0; bit < chunk.length * 8; bit += 1) {
        chunk[bit >> 3]! ^= 1 << (bit & 7);
        if (cipher.open(index, chunk) === undefined) refused += 1;
        chunk[bit >> 3]! ^= 1 << (bit & 7);
      }
    }
    expect(refused).toBe((sealed.length - 56) * 8);
  });

  it('is refused cut at sampled lengths, and at every edge of a chunk', async () => {
    const sealed = await bytesOf(sealStream(dataKey(), CONTEXT, inPieces(patterned(40_000))));
    const edges = [0, 55, 56, 71, 72, 16_455, 16_456, 16_457, 16_471, 16_472, 32_855, 32_856, 32_872, sealed.length - 1];
    for (const end of [...edges, ...Array.from({ length: 60 }, (_, i) => (i * 641) % sealed.length)]) {
      await expect(open(sealed.subarray(0, end))).rejects.toMatchObject({
        code: expect.stringMatching(/^sealed-(?:chunk|size)$/),
      });
    }
  });

  it('is refused with chunks swapped, dropped or repeated', async () => {
    const sealed = await bytesOf(sealStream(dataKey(), CONTEXT, inPieces(patterned(40_000))));
    const [header, a, b, c] = [
      sealed.subarray(0, 56),
      sealed.subarray(56, 56 + 16_400),
      sealed.subarray(56 + 16_400, 56 + 32_800),
      sealed.subarray(56 + 32_800),
    ];
    for (const order of [[b, a, c], [a, c], [b, c], [c], [a, b], [a, a, c], [a, b, b, c], [a, b, c, c]]) {
      await expect(open(Buffer.concat([header, ...order]))).rejects.toMatchObject({
        code: expect.stringMatching(/^sealed-(?:chunk|size)$/),
      });
    }
  });
});
