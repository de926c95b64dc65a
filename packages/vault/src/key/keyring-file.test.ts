import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from '../../test/making.js';
import { KeyringFile } from './keyring-file.js';
import { Keyring } from './keyring.js';

let temp: Awaited<ReturnType<typeof tempFolder>>;
let path = '';
beforeAll(async () => {
  temp = await tempFolder();
  path = join(temp.path, 'keyring.json');
  await new KeyringFile(path, 100).create(Keyring.generate());
});
afterAll(() => temp.remove());

const epochsOf = (keyring: Keyring): readonly string[] => keyring.content.keks.map(({ id }) => id);

describe('a change whose lock is taken from it', () => {
  it('is made again on top of what the other one wrote', async () => {
    let turns = 0;
    const changed = await new KeyringFile(path, 100).change((current) => {
      turns += 1;
      // Another writer takes the lock for left behind, and has finished by the time this one goes on.
      if (turns === 1) {
        rmSync(`${path}.lock`);
        writeFileSync(
          join(temp.path, 'other'),
          JSON.stringify({ format: 'habeas-keyring/1', ...current.withKek('2024-W01').content }),
          {
            mode: 0o600,
          },
        );
        renameSync(join(temp.path, 'other'), path);
      }
      return current.withKek('2024-W02');
    });
    expect(turns).toBe(2);
    expect(epochsOf(changed)).toEqual(['2024-W01.1', '2024-W02.1']);
    expect(await readdir(temp.path)).toEqual(['keyring.json']);
  });

  it('is given up when that happens again and again', async () => {
    const before = await readFile(path, 'utf8');
    const change = new KeyringFile(path, 100).change((current) => {
      writeFileSync(`${path}.lock`, 'another');
      return current.withKek('2024-W03');
    });
    await expect(change).rejects.toMatchObject({ code: 'keyring-busy' });
    expect(await readFile(path, 'utf8')).toBe(before);
    rmSync(`${path}.lock`);
  });

  it('that fails changes nothing and lets the lock go', async () => {
    const before = await readFile(path, 'utf8');
    const change = new KeyringFile(path, 100).change(() => {
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(readdirSync(temp.path)).toEqual(['keyring.json']);
  });
});
