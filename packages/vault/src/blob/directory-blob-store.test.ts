import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, readdir, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeBlobStore } from '../../test/blob-store-contract.js';
import { bytesOf, inPieces, itemsOf, patterned, tempFolder } from '../../test/making.js';
import { DirectoryBlobStore } from './directory-blob-store.js';

const UNFINISHED = '.unfinished';

describeBlobStore('DirectoryBlobStore', async () => {
  const temp = await tempFolder();
  const folder = join(temp.path, 'blobs');
  return {
    store: await DirectoryBlobStore.open(folder),
    leftovers: async () => (await readdir(join(folder, UNFINISHED))).length,
    dispose: temp.remove,
  };
});

describe('a folder of blobs', () => {
  let temp: Awaited<ReturnType<typeof tempFolder>>;
  let folder = '';
  let store: DirectoryBlobStore;
  beforeAll(async () => {
    temp = await tempFolder();
    folder = join(temp.path, 'deep', 'blobs');
    store = await DirectoryBlobStore.open(folder);
  });
  afterAll(() => temp.remove());

  it('is closed to others, and so is everything in it', async () => {
    await store.put('requests/r1/archive', inPieces(patterned(10)));
    for (const path of [folder, join(folder, 'requests'), join(folder, 'requests', 'r1')]) {
      expect((await stat(path)).mode & 0o777).toBe(0o700);
    }
    expect((await stat(join(folder, 'requests/r1/archive'))).mode & 0o777).toBe(0o600);
    await chmod(folder, 0o755);
    await DirectoryBlobStore.open(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('loses its folders with the last blob in them', async () => {
    await store.put('tidy/a/b/c', inPieces(patterned(1)));
    await store.put('tidy/d', inPieces(patterned(1)));
    await store.delete('tidy/a/b/c');
    expect(await readdir(join(folder, 'tidy'))).toEqual(['d']);
    await store.delete('tidy/d');
    expect(await readdir(folder)).not.toContain('tidy');
  });

  it('takes puts and deletes in the same folder at the same moment', async () => {
    const turns = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(
      turns.map(async (index) => {
        const name = `busy/folder/${String(index)}`;
        await store.put(name, inPieces(patterned(index)));
        await store.delete(name);
      }),
    );
    expect(await readdir(folder)).not.toContain('busy');
  });

  it('is swept of what a killed put left, once it is old enough', async () => {
    const left = join(folder, UNFINISHED, 'of-a-killed-put');
    await writeFile(left, 'x');
    await utimes(left, new Date('2024-01-01'), new Date('2024-01-01'));
    await writeFile(join(folder, UNFINISHED, 'of-a-running-put'), 'x');
    expect(await store.sweep(new Date('2024-01-01'))).toBe(0);
    expect(await store.sweep(new Date('2024-01-02'))).toBe(1);
    expect(await readdir(join(folder, UNFINISHED))).toEqual(['of-a-running-put']);
  });

  it('has nothing under a name that is a link to somewhere else', async () => {
    await writeFile(join(temp.path, 'outside'), 'secret');
    await symlink(join(temp.path, 'outside'), join(folder, 'link'));
    await expect(bytesOf(store.open('link'))).rejects.toMatchObject({ code: 'blob-missing' });
    expect(await store.stat('link')).toBeUndefined();
  });

  it('refuses a name that is a folder of others, and one below a blob', async () => {
    await store.put('both/one', inPieces(patterned(1)));
    await expect(store.put('both', inPieces(patterned(1)))).rejects.toMatchObject({ code: 'blob-conflict' });
    await expect(store.put('both/one/two', inPieces(patterned(1)))).rejects.toMatchObject({ code: 'blob-conflict' });
    expect(await readdir(join(folder, UNFINISHED))).toEqual(['of-a-running-put']);
  });

  it('says so when a blob becomes shorter while it is read', async () => {
    await store.put('shrinks', inPieces(patterned(600_000)));
    const reading = (async () => {
      for await (const bytes of store.open('shrinks')) {
        expect(bytes.length).toBeGreaterThan(0);
        await truncate(join(folder, 'shrinks'), 10);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'blob-unavailable' });
  });

  it('is unavailable, not empty, where it is gone, and refused where it cannot be one', async () => {
    await writeFile(join(temp.path, 'file'), '');
    await expect(DirectoryBlobStore.open(join(temp.path, 'file', 'blobs'))).rejects.toMatchObject({ code: 'blob-unavailable' });
    const lost = await DirectoryBlobStore.open(join(temp.path, 'lost'));
    await rm(join(temp.path, 'lost'), { recursive: true });
    const requests: readonly (() => Promise<unknown>)[] = [
      () => lost.put('a', inPieces(patterned(1))),
      () => lost.stat('a'),
      () => bytesOf(lost.open('a')),
      () => lost.delete('a'),
      () => itemsOf(lost.list('')),
      () => lost.sweep(new Date()),
    ];
    for (const ask of requests) await expect(ask()).rejects.toMatchObject({ code: 'blob-unavailable' });
  });
});
