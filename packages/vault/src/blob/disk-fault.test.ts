import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failingDisk } from '../../test/failing-disk.js';
import { bytesOf, inPieces, patterned, tempFolder } from '../../test/making.js';

const disk = failingDisk();
const { DirectoryBlobStore } = await import('./directory-blob-store.js');

let temp: Awaited<ReturnType<typeof tempFolder>>;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

describe('a put on a disk that fails', () => {
  it.each([
    ['ENOSPC', 'blob-full'],
    ['EDQUOT', 'blob-full'],
    ['EIO', 'blob-unavailable'],
  ])(
    'with %s at any moment is refused with %s, leaves nothing half-done, and works once the disk does',
    async (code, expected) => {
      const folder = join(temp.path, code);
      const store = await DirectoryBlobStore.open(folder);
      disk.heal();
      await store.put('counted/a', inPieces(patterned(300_000)));
      const moments = [...disk.calls];
      expect(new Set(moments)).toEqual(new Set(['open', 'write', 'sync', 'mkdir', 'link', 'sync folder']));
      for (const [moment, what] of moments.entries()) {
        const name = `failed/${String(moment)}`;
        disk.failAt(moment, code);
        await expect(store.put(name, inPieces(patterned(300_000)))).rejects.toMatchObject({ code: expected });
        disk.heal();
        expect(await readdir(join(folder, '.unfinished'))).toEqual([]);
        // Once it is linked it is whole; only that it lasts could not be promised.
        expect(await store.stat(name)).toEqual(what === 'sync folder' ? { size: 300_000 } : undefined);
        await store.put(name, inPieces(patterned(300_000)));
        expect((await bytesOf(store.open(name))).equals(patterned(300_000))).toBe(true);
      }
    },
  );

  it('goes on where a folder vanishes between making and using it, and gives up where it always does', async () => {
    const store = await DirectoryBlobStore.open(join(temp.path, 'vanishing'));
    disk.heal();
    await store.put('counted/a', inPieces(patterned(3)));
    const linking = disk.calls.indexOf('link');
    disk.failAt(linking, 'ENOENT', false);
    await store.put('counted/b', inPieces(patterned(3)));
    disk.heal();
    disk.failAt(linking, 'EIO', false);
    await expect(store.put('counted/c', inPieces(patterned(3)))).rejects.toMatchObject({ code: 'blob-unavailable' });
    disk.heal();
  });
});
