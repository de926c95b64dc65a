import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { tempFolder } from '../../test/making.js';
import type { DataKey } from './data-key.js';
import { FileKeyring } from './file-keyring.js';
import { Keyring } from './keyring.js';
import type { KeyOwner } from './key-service.js';

const OWNER: KeyOwner = { controller: 'c1', id: 'r1' };
const AUGUST = new Date('2024-08-01T12:00:00Z'); // 2024-W31
const LATER = new Date('2024-09-30T12:00:00Z');

let temp: Awaited<ReturnType<typeof tempFolder>>;
let count = 0;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

async function freshPath(): Promise<string> {
  const folder = join(temp.path, `k${String((count += 1))}`);
  await mkdir(folder);
  return join(folder, 'keyring.json');
}

async function freshKeyring(): Promise<{ readonly path: string; readonly keyring: FileKeyring }> {
  const path = await freshPath();
  return { path, keyring: await FileKeyring.create(path, { patienceMs: 100 }) };
}

const idOf = async (opening: Promise<DataKey>): Promise<string> => (await opening).id;

describe('a keyring file', () => {
  it('is readable by its owner alone, and refused where others may read it', async () => {
    const { path, keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    for (const mode of [0o640, 0o604, 0o620, 0o666]) {
      await chmod(path, mode);
      await expect(FileKeyring.open(path)).rejects.toMatchObject({ code: 'keyring-permissions' });
      await expect(keyring.createDataKey(OWNER, LATER)).rejects.toMatchObject({ code: 'keyring-permissions' });
    }
    await chmod(path, 0o400);
    await expect(FileKeyring.open(path)).resolves.toBeDefined();
  });

  it('is never made where one is missing, and never replaced where there is one', async () => {
    const { path, keyring } = await freshKeyring();
    const { wrapped } = await keyring.createDataKey(OWNER, AUGUST);
    await expect(FileKeyring.create(path)).rejects.toMatchObject({ code: 'keyring-exists' });
    await expect(keyring.openDataKey(OWNER, wrapped)).resolves.toBeDefined();
    await rm(path);
    await expect(FileKeyring.open(path)).rejects.toMatchObject({ code: 'keyring-missing' });
    await expect(keyring.rotateRoot()).rejects.toMatchObject({ code: 'keyring-missing' });
    await expect(FileKeyring.create(join(path, '..', 'nowhere', 'keyring.json'))).rejects.toMatchObject({ code: 'keyring-io' });
  });

  it('that is a folder, or has a file for a folder, is refused as unreadable', async () => {
    const path = await freshPath();
    await mkdir(path);
    await expect(FileKeyring.create(path)).rejects.toMatchObject({ code: 'keyring-exists' });
    await expect(FileKeyring.open(path)).rejects.toMatchObject({ code: expect.stringMatching(/^keyring-(?:io|permissions)$/) });
    await writeFile(join(temp.path, 'file'), '');
    await expect(FileKeyring.open(join(temp.path, 'file', 'keyring.json'))).rejects.toMatchObject({ code: 'keyring-io' });
  });

  const damages: readonly (readonly [string, (content: { readonly keks: readonly unknown[] }) => unknown])[] = [
    ['no JSON', () => undefined],
    ['null', () => null],
    ['another format', (content) => ({ ...content, format: 'habeas-keyring/2' })],
    ['no root', (content) => ({ ...content, root: undefined })],
    ['a root without a key', (content) => ({ ...content, root: { id: 'a' } })],
    ['a root key that is too short', (content) => ({ ...content, root: { id: 'a', key: 'AAAA' } })],
    ['a root key that is no base64url', (content) => ({ ...content, root: { id: 'a', key: '='.repeat(43) } })],
    ['no index key', (content) => ({ ...content, index: 1 })],
    ['a first week that is none', (content) => ({ ...content, firstKeptWeek: 'standing' })],
    ['no keys', (content) => ({ ...content, keks: {} })],
    ['a key that is none', (content) => ({ ...content, keks: [1] })],
    ['a key without a wrap', (content) => ({ ...content, keks: [{ id: '2024-W31.1' }] })],
    ['a key twice', (content) => ({ ...content, keks: [...content.keks, ...content.keks] })],
  ];
  it.each(damages)('with %s is refused, without a word of what it holds', async (_, damage) => {
    const { path, keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    const text = await readFile(path, 'utf8');
    const damaged = damage(JSON.parse(text) as { keks: unknown[] });
    await writeFile(path, damaged === undefined ? text.slice(0, 200) : JSON.stringify(damaged));
    const refused: unknown = await FileKeyring.open(path).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'keyring-format' });
    expect(inspect(refused)).not.toContain((JSON.parse(text) as { root: { key: string } }).root.key.slice(0, 12));
  });

  it('with any key changed or exchanged is refused when it is opened', async () => {
    const { path, keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    await keyring.createDataKey(OWNER, LATER);
    const content = JSON.parse(await readFile(path, 'utf8')) as { index: string; keks: { id: string; wrapped: string }[] };
    const [first, second] = content.keks as [{ id: string; wrapped: string }, { id: string; wrapped: string }];
    const exchanged = [
      { ...first, wrapped: second.wrapped },
      { ...second, wrapped: first.wrapped },
    ];
    for (const changed of [
      { ...content, keks: exchanged },
      { ...content, index: first.wrapped },
    ]) {
      await writeFile(path, JSON.stringify(changed));
      await expect(FileKeyring.open(path)).rejects.toMatchObject({ code: 'key-forged' });
    }
  });

  it('does not print', async () => {
    const { path, keyring } = await freshKeyring();
    const root = (JSON.parse(await readFile(path, 'utf8')) as { root: { key: string } }).root.key;
    const printed = `${inspect(keyring, { depth: 9, showHidden: true })}${JSON.stringify(keyring)}${inspect(Keyring.generate())}`;
    expect(printed).not.toContain(root);
    expect(inspect(Keyring.generate())).toBe('Keyring {}');
  });
});

describe('two writers', () => {
  it('lose nothing of each other', async () => {
    const { path } = await freshKeyring();
    const writers = await Promise.all([1, 2, 3].map(() => FileKeyring.open(path)));
    const weeks = Array.from({ length: 8 }, (_, index) => new Date(AUGUST.getTime() + index * 7 * 86_400_000));
    const made = await Promise.all(writers.flatMap((writer) => weeks.map((week) => writer.createDataKey(OWNER, week))));
    const [reader] = writers as [FileKeyring, ...FileKeyring[]];
    for (const { key, wrapped } of made) expect(await idOf(reader.openDataKey(OWNER, wrapped))).toBe(key.id);
    expect((await reader.verify()).keks).toHaveLength(weeks.length);
    expect(await readdir(join(path, '..'))).toEqual(['keyring.json']);
  });

  it('wait for a lock, and take it from whoever left it behind', async () => {
    const { path, keyring } = await freshKeyring();
    await writeFile(`${path}.lock`, 'of a killed process');
    await keyring.rotateRoot();
    expect(await readdir(join(path, '..'))).toEqual(['keyring.json']);
  });

  it('give up where others keep coming first', async () => {
    const { path } = await freshKeyring();
    const keyring = await FileKeyring.open(path, { patienceMs: 400 });
    let turn = 0;
    await writeFile(`${path}.lock`, 'others');
    const others = setInterval(() => void writeFile(`${path}.lock`, String((turn += 1))), 20);
    await expect(keyring.rotateRoot()).rejects.toMatchObject({ code: 'keyring-busy' });
    clearInterval(others);
  });

  it('refuse where the lock cannot be read', async () => {
    const { path, keyring } = await freshKeyring();
    await mkdir(`${path}.lock`);
    await expect(keyring.rotateRoot()).rejects.toMatchObject({ code: 'keyring-io' });
  });
});
