import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDurably, writeDurably } from './durable-file.js';

describe('a file that is made for good', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-durable-'));
    path = join(folder, 'note');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, with its mode, and leaves nothing unfinished', async () => {
    const made = await Promise.all(['one', 'two', 'three'].map((text) => createDurably(path, text, 0o600)));
    expect(made.filter((isNew) => isNew)).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe(['one', 'two', 'three'][made.indexOf(true)]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['note']);
  });

  it('is not made where its folder is missing, and no folder is', async () => {
    await expect(createDurably(join(folder, 'gone', 'note'), 'text', 0o600)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is never written over', async () => {
    await writeDurably(path, 'first', 0o600);
    await expect(writeDurably(path, 'second', 0o600)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path, 'utf8')).toBe('first');
  });
});
