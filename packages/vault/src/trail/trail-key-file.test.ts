import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tempFolder } from '../../test/making.js';
import { openTrailKey, readTrailKey } from './trail-key-file.js';

let temp: Awaited<ReturnType<typeof tempFolder>>;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

const folder = async (name: string): Promise<string> => {
  const path = join(temp.path, name);
  await mkdir(path);
  return path;
};
const named = (): string => 'example.test/trail';

describe('the key of the trail', () => {
  it('is made once, is its owner’s alone, and is the same ever after, whatever it would be named now', async () => {
    const path = join(await folder('made'), 'trail.key');
    const { verifier } = await openTrailKey(path, named);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await openTrailKey(path, () => 'else.test')).verifier.id).toBe(verifier.id);
    expect((await readTrailKey(path))?.verifier).toMatchObject({ name: 'example.test/trail', id: verifier.id });
    expect(await readTrailKey(`${path}.none`)).toBeUndefined();
  });

  it('is one for all processes that start at once, and leaves nothing beside itself', async () => {
    const home = await folder('race');
    const keys = await Promise.all(Array.from({ length: 8 }, () => openTrailKey(join(home, 'trail.key'), named)));
    expect(new Set(keys.map((key) => key.print())).size).toBe(1);
    expect(await readdir(home)).toEqual(['trail.key']);
  });

  it('is refused where others may read it, where it is damaged, and where it cannot be read or made', async () => {
    const home = await folder('bad');
    const path = join(home, 'trail.key');
    await openTrailKey(path, named);
    const text = await readFile(path, 'utf8');
    await chmod(path, 0o640);
    await expect(readTrailKey(path)).rejects.toMatchObject({ code: 'trail-key-permissions' });
    await chmod(path, 0o600);
    await writeFile(path, text.slice(0, 40));
    await expect(openTrailKey(path, named)).rejects.toMatchObject({ code: 'trail-key-format' });
    expect(await readFile(path, 'utf8')).toBe(text.slice(0, 40));
    await expect(openTrailKey(join(home, 'none', 'trail.key'), named)).rejects.toMatchObject({ code: 'trail-key-io' });
    await expect(readTrailKey(join(path, 'below'))).rejects.toMatchObject({ code: 'trail-key-io' });
  });
});
