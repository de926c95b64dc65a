import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failingDisk } from '../../test/failing-disk.js';
import { tempFolder } from '../../test/making.js';

const disk = failingDisk();
const { FileKeyring } = await import('./file-keyring.js');

let temp: Awaited<ReturnType<typeof tempFolder>>;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

describe('a keyring on a disk that fails', () => {
  it('at any moment is what it was or what it should be, and opens every data key it ever gave out', async () => {
    const path = join(temp.path, 'keyring.json');
    const keyring = await FileKeyring.create(path, { patienceMs: 100 });
    const owner = { controller: 'c1', id: 'r1' };
    const { key, wrapped } = await keyring.createDataKey(owner, new Date('2024-08-01'));
    disk.heal();
    await keyring.rotateEpochs();
    const moments = [...disk.calls];
    expect(moments).toEqual(['writeFile', 'open', 'writeFile', 'sync', 'rename', 'sync folder']);
    for (const [moment, what] of moments.entries()) {
      const before = (await keyring.verify()).keks.length;
      disk.failAt(moment, 'ENOSPC');
      await expect(keyring.rotateEpochs()).rejects.toMatchObject({ code: 'keyring-io' });
      disk.heal();
      expect((await keyring.verify()).keks.length).toBe(before + (what === 'sync folder' ? 1 : 0));
      expect((await keyring.openDataKey(owner, wrapped)).id).toBe(key.id);
      expect(await readdir(temp.path)).toEqual(['keyring.json']);
    }
  });

  it('leaves no keyring where the first one could not be written', async () => {
    await mkdir(join(temp.path, 'first'));
    const path = join(temp.path, 'first', 'keyring.json');
    disk.failAt(1, 'ENOSPC');
    await expect(FileKeyring.create(path)).rejects.toMatchObject({ code: 'keyring-io' });
    disk.heal();
    expect(await readdir(join(temp.path, 'first'))).toEqual([]);
  });
});
