import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { bytesOf, dataKey, failingAfter, inPieces, itemsOf, patterned, sourceOf } from '../../test/making.js';
import { openSealed } from './open-sealed.js';
import type { SealContext } from './seal-context.js';
import { lawfulNumber, sealStream } from './seal-stream.js';
import { layoutOf, MAX_CHUNKS } from './layout.js';

const CONTEXT: SealContext = { controller: 'c1', request: 'r1', artifact: 'archive', version: 1 };
const EDGES = [0, 1, 16_383, 16_384, 16_385, 32_767, 32_768, 32_769];
const seal = (plaintext: Uint8Array, pieceSize?: number): Promise<Buffer> =>
  bytesOf(sealStream(dataKey(), CONTEXT, inPieces(plaintext, pieceSize)));

describe('a sealed file', () => {
  it.each(EDGES)('of %d bytes opens to what was sealed, and is 56 bytes and 16 a chunk longer', async (length) => {
    const plaintext = patterned(length);
    const sealed = await seal(plaintext);
    expect(sealed.length).toBe(length + 56 + 16 * (Math.floor(length / 16_384) + 1));
    const opened = await openSealed(dataKey(), CONTEXT, sourceOf(sealed));
    expect(opened.size).toBe(length);
    expect((await bytesOf(opened.read())).equals(plaintext)).toBe(true);
  });

  it('gives any range of any length, however it is cut into pieces', async () => {
    const pieces = fc.oneof(fc.constantFrom(1000, 16_384, 16_400, 65_536), fc.integer({ min: 900, max: 70_000 }));
    const file = fc.record({
      size: fc.oneof(fc.constantFrom(...EDGES), fc.nat({ max: 70_000 })),
      sealedIn: pieces,
      openedIn: pieces,
    });
    await fc.assert(
      fc.asyncProperty(file, fc.nat(), fc.nat(), async ({ size, sealedIn, openedIn }, a, b) => {
        const plaintext = patterned(size);
        const opened = await openSealed(dataKey(), CONTEXT, sourceOf(await seal(plaintext, sealedIn), openedIn));
        const [start = 0, end = 0] = [a % (size + 1), b % (size + 1)].sort((x, y) => x - y);
        expect((await bytesOf(opened.read({ start, end }))).equals(plaintext.subarray(start, end))).toBe(true);
        expect((await bytesOf(opened.read())).equals(plaintext)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is never the same twice, and holds nothing in clear', async () => {
    const plaintext = Buffer.from('ada@example.org '.repeat(3000));
    const [first, second] = [await seal(plaintext), await seal(plaintext)];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('ada@example')).toBe(false);
  });

  it('of a known key is what the specification says it is', async () => {
    const sealed = await seal(Buffer.from('hello'));
    const opened = await openSealed(dataKey(), CONTEXT, sourceOf(sealed));
    expect((await bytesOf(opened.read())).toString()).toBe('hello');
    expect(layoutOf(sealed.length, 16_384)).toEqual({ chunkBytes: 16_384, plainBytes: 5, lastChunk: 0 });
    expect(layoutOf(Number.MAX_VALUE, 16_384)).toBeUndefined();
    expect(layoutOf(56 + 2 ** 38 * 16_400 + 16, 16_384)).toBeUndefined();
  });

  it('is refused beyond 4 PiB', () => {
    expect(lawfulNumber(MAX_CHUNKS - 1)).toBe(MAX_CHUNKS - 1);
    expect(() => lawfulNumber(MAX_CHUNKS)).toThrow(expect.objectContaining({ code: 'sealed-length' }));
  });
});

describe('openSealed', () => {
  it.each<[string, SealContext]>([
    ['controller', { ...CONTEXT, controller: 'c2' }],
    ['request', { ...CONTEXT, request: 'r2' }],
    ['artifact', { ...CONTEXT, artifact: 'report' }],
    ['version', { ...CONTEXT, version: 2 }],
    ['boundary between controller and request', { ...CONTEXT, controller: 'c1r', request: '1' }],
  ])('refuses another %s', async (_, context) => {
    const sealed = await seal(patterned(20));
    await expect(openSealed(dataKey(), context, sourceOf(sealed))).rejects.toMatchObject({ code: 'sealed-commitment' });
  });

  it('refuses another key', async () => {
    const sealed = await seal(patterned(20));
    await expect(openSealed(dataKey(8), CONTEXT, sourceOf(sealed))).rejects.toMatchObject({ code: 'sealed-commitment' });
  });

  it('reads no more of the file than the header, the last chunk, and the chunks of the range', async () => {
    const source = sourceOf(await seal(patterned(100_000)));
    const opened = await openSealed(dataKey(), CONTEXT, source);
    expect(source.reads).toEqual([
      [0, 56],
      [56 + 6 * 16_400, 100_000 + 56 + 7 * 16],
    ]);
    source.reads.length = 0;
    await bytesOf(opened.read({ start: 20_000, end: 32_768 }));
    expect(source.reads).toEqual([[56 + 16_400, 56 + 2 * 16_400]]);
    source.reads.length = 0;
    expect(await itemsOf(opened.read({ start: 5, end: 5 }))).toEqual([]);
    expect(source.reads).toEqual([]);
  });

  it.each([
    { start: 0, end: 21 },
    { start: -1, end: 3 },
    { start: 3, end: 2 },
    { start: 0.5, end: 2 },
    { start: 0, end: Number.NaN },
  ])('refuses the range $start to $end of a file of 20 bytes', async (range) => {
    const opened = await openSealed(dataKey(), CONTEXT, sourceOf(await seal(patterned(20))));
    await expect(bytesOf(opened.read(range))).rejects.toMatchObject({ code: 'sealed-range' });
  });

  it('gives out every chunk before the changed one and not a byte of that one', async () => {
    const sealed = await seal(patterned(60_000));
    const whole = sourceOf(sealed);
    const opened = await openSealed(dataKey(), CONTEXT, whole);
    sealed[56 + 2 * 16_400 + 9]! ^= 1;
    let received = 0;
    const reading = (async () => {
      for await (const bytes of opened.read()) received += bytes.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'sealed-chunk', message: expect.stringContaining('chunk 2') });
    expect(received).toBe(2 * 16_384);
  });

  it('refuses a source that gives more or fewer bytes than it has', async () => {
    const sealed = await seal(patterned(40_000));
    const longer = { size: sealed.length, read: (start: number, end: number) => inPieces(sealed.subarray(start, end + 1)) };
    const shorter = { size: sealed.length, read: (start: number, end: number) => inPieces(sealed.subarray(start, end - 1)) };
    await expect(openSealed(dataKey(), CONTEXT, longer)).rejects.toMatchObject({ code: 'sealed-source' });
    await expect(openSealed(dataKey(), CONTEXT, shorter)).rejects.toMatchObject({ code: 'sealed-source' });
  });

  it('lets the source go when reading stops half-way, and passes its faults on', async () => {
    const sealed = await seal(patterned(40_000));
    let open = 0;
    const source = {
      size: sealed.length,
      async *read(start: number, end: number) {
        open += 1;
        try {
          yield* inPieces(sealed.subarray(start, end), 16_400);
        } finally {
          open -= 1;
        }
      },
    };
    const opened = await openSealed(dataKey(), CONTEXT, source);
    expect(open).toBe(0);
    for await (const bytes of opened.read()) {
      expect(bytes.length).toBe(16_384);
      expect(open).toBe(1);
      break;
    }
    expect(open).toBe(0);
    const fault = new Error('gone');
    const failing = { size: sealed.length, read: () => failingAfter(sealed.subarray(0, 9), fault) };
    await expect(openSealed(dataKey(), CONTEXT, failing)).rejects.toBe(fault);
  });

  it('accepts a source that is no generator', async () => {
    const sealed = await seal(patterned(10));
    const source = {
      size: sealed.length,
      read: (start: number, end: number): AsyncIterable<Uint8Array> => {
        const parts = [sealed.subarray(start, end), new Uint8Array(0)];
        return {
          [Symbol.asyncIterator]: () => ({
            next: () => {
              const value = parts.shift();
              return Promise.resolve(value === undefined ? { done: true, value: undefined } : { done: false, value });
            },
          }),
        };
      },
    };
    expect((await bytesOf((await openSealed(dataKey(), CONTEXT, source)).read())).length).toBe(10);
  });

  it('refuses once the key was destroyed', async () => {
    const key = dataKey();
    const opened = await openSealed(key, CONTEXT, sourceOf(await seal(patterned(10))));
    key.destroy();
    key.destroy();
    await expect(bytesOf(opened.read())).rejects.toMatchObject({ code: 'key-spent' });
  });
});

describe('sealStream', () => {
  it('passes a fault of the content on, and what came out before does not open', async () => {
    const fault = new Error('source failed');
    const parts: Uint8Array[] = [];
    const sealing = (async () => {
      for await (const part of sealStream(dataKey(), CONTEXT, failingAfter(patterned(40_000), fault))) parts.push(part);
    })();
    await expect(sealing).rejects.toBe(fault);
    expect(parts.map((part) => part.length)).toEqual([56, 16_384, 16, 16_384, 16]);
    await expect(openSealed(dataKey(), CONTEXT, sourceOf(Buffer.concat(parts)))).rejects.toMatchObject({ code: 'sealed-size' });
  });

  it('refuses a context that UTF-8 cannot carry, and a destroyed key', async () => {
    const odd = bytesOf(sealStream(dataKey(), { ...CONTEXT, request: '\ud800' }, inPieces(patterned(1))));
    await expect(odd).rejects.toMatchObject({ code: 'text' });
    const key = dataKey();
    key.destroy();
    await expect(bytesOf(sealStream(key, CONTEXT, inPieces(patterned(1))))).rejects.toMatchObject({ code: 'key-spent' });
  });
});

describe('a data key', () => {
  it('prints as its id', () => {
    const printed = `${inspect(dataKey(), { depth: 5, showHidden: true })} ${JSON.stringify(dataKey())}`;
    expect(printed).toContain(dataKey().id);
    expect(printed).not.toContain(Buffer.alloc(32, 7).toString('base64url').slice(0, 10));
    expect(printed).not.toMatch(/07 07/);
  });

  it('is lent for one call and zeroed after it', () => {
    let lent: Buffer | undefined;
    expect(dataKey().withFileKey((key) => (lent = key).some((byte) => byte !== 0))).toBe(true);
    expect(lent?.every((byte) => byte === 0)).toBe(true);
    const keys = [dataKey().withFileKey((key) => key.toString('hex')), dataKey().withFieldKey((key) => key.toString('hex'))];
    expect(new Set([...keys, Buffer.alloc(32, 7).toString('hex')]).size).toBe(3);
  });
});
