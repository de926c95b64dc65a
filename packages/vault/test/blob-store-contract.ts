import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BlobStore } from '@habeas/core';
import fc from 'fast-check';
import { bytesOf, failingAfter, inPieces, itemsOf, patterned } from './making.js';

/** A store to be tested, empty. */
export interface StoreUnderTest {
  readonly store: BlobStore;
  /** What is left of unfinished puts, wherever the store keeps them. Absent for a server that cannot be told to remove them. */
  leftovers?(): Promise<number>;
  /** For a server that lists in an order of its own, which is not that of S3. */
  readonly unordered?: boolean;
  dispose(): Promise<void>;
}

const NAMES = [
  'a',
  '0',
  '_x',
  'archive.zip',
  'requests/r-1/archive',
  'requests/r-1/evidence/000012',
  'a-b_c.d/e',
  'n'.repeat(200),
];
const NO_NAMES = [
  '',
  '/',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  '../a',
  'a/../b',
  'a/./b',
  '.a',
  'a/.b',
  '-a',
  'A',
  'é',
  'a b',
  'a\0',
  'a\\b',
  'a\n',
  'a%2fb',
  'n'.repeat(201),
  `${'n/'.repeat(256)}n`,
];

/** What every blob store promises; the same suite for each of them. */
export function describeBlobStore(title: string, open: () => Promise<StoreUnderTest>): void {
  describe(title, () => {
    let tested: StoreUnderTest;
    let store: BlobStore;
    beforeAll(async () => {
      tested = await open();
      ({ store } = tested);
    });
    afterAll(() => tested.dispose());

    it.each(NAMES)('keeps the bytes under the name "%s" and gives them back', async (name) => {
      const bytes = patterned(name.length * 1000);
      expect(await store.put(name, inPieces(bytes))).toEqual({ size: bytes.length });
      expect(await store.stat(name)).toEqual({ size: bytes.length });
      expect((await bytesOf(store.open(name))).equals(bytes)).toBe(true);
    });

    it.each(NO_NAMES)('refuses the name %j everywhere', async (name) => {
      const refused = { code: 'blob-name' };
      await expect(store.put(name, inPieces(patterned(1)))).rejects.toMatchObject(refused);
      await expect(bytesOf(store.open(name))).rejects.toMatchObject(refused);
      await expect(store.stat(name)).rejects.toMatchObject(refused);
      await expect(store.delete(name)).rejects.toMatchObject(refused);
    });

    it('keeps an empty blob', async () => {
      await store.put('empty', inPieces(new Uint8Array(0)));
      expect(await store.stat('empty')).toEqual({ size: 0 });
      expect((await bytesOf(store.open('empty'))).length).toBe(0);
      expect((await bytesOf(store.open('empty', { start: 0, end: 0 }))).length).toBe(0);
    });

    it('keeps a blob of many parts, from a stream that says no length', async () => {
      const bytes = patterned(18 * 1024 * 1024 + 5);
      await store.put('large', inPieces(bytes));
      expect((await bytesOf(store.open('large'))).equals(bytes)).toBe(true);
      const range = { start: 8 * 1024 * 1024 - 3, end: 8 * 1024 * 1024 + 300_000 };
      expect((await bytesOf(store.open('large', range))).equals(bytes.subarray(range.start, range.end))).toBe(true);
    });

    it('gives any range', async () => {
      const bytes = patterned(5000);
      await store.put('ranges', inPieces(bytes));
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), async (a, b) => {
          const range = { start: Math.min(a, b), end: Math.max(a, b) };
          expect((await bytesOf(store.open('ranges', range))).equals(bytes.subarray(range.start, range.end))).toBe(true);
        }),
        { numRuns: 40 },
      );
    });

    it.each([
      { start: 0, end: 11 },
      { start: 10, end: 11 },
      { start: 11, end: 11 },
      { start: 20, end: 30 },
      { start: 3, end: 2 },
      { start: -1, end: 2 },
      { start: 0.5, end: 2 },
    ])('refuses the range $start to $end of 10 bytes', async (range) => {
      await store.put('ten', inPieces(patterned(10)));
      await expect(bytesOf(store.open('ten', range))).rejects.toMatchObject({ code: 'blob-range' });
    });

    it('accepts the same bytes again, and refuses others', async () => {
      await store.put('same', inPieces(patterned(70_000)));
      expect(await store.put('same', inPieces(patterned(70_000), 777))).toEqual({ size: 70_000 });
      for (const other of [patterned(69_999), patterned(70_001), Buffer.alloc(70_000), Buffer.alloc(0)]) {
        await expect(store.put('same', inPieces(other))).rejects.toMatchObject({ code: 'blob-conflict' });
      }
      expect((await bytesOf(store.open('same'))).equals(patterned(70_000))).toBe(true);
      expect(await (tested.leftovers?.() ?? 0)).toBe(0);
    });

    it.each([10, 20 * 1024 * 1024])(
      'leaves nothing of a put whose content fails after %d bytes, and passes the fault on',
      async (length) => {
        const fault = new Error('source failed');
        await expect(store.put('failed', failingAfter(patterned(length), fault))).rejects.toBe(fault);
        expect(await store.stat('failed')).toBeUndefined();
        expect(await (tested.leftovers?.() ?? 0)).toBe(0);
        await store.put('same-2', inPieces(patterned(3)));
        await expect(store.put('same-2', failingAfter(patterned(1), fault))).rejects.toBe(fault);
      },
    );

    it('shows nothing under the name while a put runs', async () => {
      const seen: unknown[] = [];
      async function* watched(): AsyncGenerator<Uint8Array> {
        for (let part = 0; part < 3; part += 1) {
          yield patterned(100_000);
          seen.push(await store.stat('running'), await itemsOf(store.list('running')));
        }
      }
      await store.put('running', watched());
      expect(seen).toEqual([undefined, [], undefined, [], undefined, []]);
      expect(await store.stat('running')).toEqual({ size: 300_000 });
    });

    it('says of a name that it has nothing under it', async () => {
      expect(await store.stat('missing')).toBeUndefined();
      expect(await store.stat('ten/missing')).toBeUndefined();
      expect(await store.stat('requests')).toBeUndefined();
      for (const name of ['missing', 'requests', 'requests/r-1']) {
        await expect(bytesOf(store.open(name))).rejects.toMatchObject({ code: 'blob-missing' });
        await expect(bytesOf(store.open(name, { start: 0, end: 0 }))).rejects.toMatchObject({ code: 'blob-missing' });
        await expect(bytesOf(store.open(name, { start: 0, end: 1 }))).rejects.toMatchObject({ code: 'blob-missing' });
      }
    });

    it('forgets what is deleted, and does not mind being asked twice', async () => {
      await store.put('gone/a/b', inPieces(patterned(3)));
      await store.put('gone/a/c', inPieces(patterned(3)));
      await store.delete('gone/a/b');
      await store.delete('gone/a/b');
      await store.delete('gone/never');
      await store.delete('gone');
      expect(await store.stat('gone/a/b')).toBeUndefined();
      expect(await itemsOf(store.list('gone'))).toEqual(['gone/a/c']);
      await store.delete('gone/a/c');
      expect(await itemsOf(store.list('gone'))).toEqual([]);
      await store.put('gone/a/b', inPieces(patterned(4)));
      expect(await store.stat('gone/a/b')).toEqual({ size: 4 });
    });

    it('lists the names with a prefix in order, wherever their folders lie', async () => {
      const names = ['l/a', 'l/a-b', 'l/a.b', 'l/a0', 'l/b/c/d', 'l/b-c', 'l/b.c', 'l/b_c', 'm'];
      const listed = async (prefix: string): Promise<readonly string[]> => {
        const found = await itemsOf(store.list(prefix));
        return tested.unordered === true ? [...found].sort() : found;
      };
      for (const name of [...names].reverse()) await store.put(name, inPieces(patterned(1)));
      const below = [...names].sort().filter((name) => name !== 'm');
      expect(await listed('l/')).toEqual(below);
      expect(await listed('l')).toEqual([...below, 'large']);
      expect(await listed('l/b')).toEqual(below.filter((name) => name.startsWith('l/b')));
      expect(await listed('l/b/')).toEqual(['l/b/c/d']);
      expect(await listed('l/b/c/d')).toEqual(['l/b/c/d']);
      for (const prefix of ['zzz', '../', '/', '.', 'l/../']) expect(await listed(prefix)).toEqual([]);
      expect(await itemsOf(store.list(''))).toEqual(expect.arrayContaining([...names, ...NAMES]));
    });

    it('lets two puts of the same bytes at the same moment both succeed', async () => {
      const puts = [1, 2, 3, 4].map((piece) => store.put('race', inPieces(patterned(50_000), piece * 1000)));
      await expect(Promise.all(puts)).resolves.toHaveLength(4);
      expect((await bytesOf(store.open('race'))).equals(patterned(50_000))).toBe(true);
      expect(await (tested.leftovers?.() ?? 0)).toBe(0);
    });

    it('passes a sweep unharmed', async () => {
      await store.put('swept/not', inPieces(patterned(5)));
      if (tested.leftovers !== undefined) expect(await store.sweep(new Date(Date.now() + 3_600_000))).toBe(0);
      expect(await store.stat('swept/not')).toEqual({ size: 5 });
    });
  });
}
