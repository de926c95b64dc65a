import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toIdentifier } from '@habeas/connector-sdk';
import { flipped, tempFolder } from '../../test/making.js';
import { DataKey } from './data-key.js';
import { FileKeyring } from './file-keyring.js';
import { Keyring } from './keyring.js';
import type { KeyOwner } from './key-service.js';
import { kekIdOf, parseKekId } from './wrapped-key.js';

const OWNER: KeyOwner = { controller: 'c1', id: 'r1' };
const AUGUST = new Date('2024-08-01T12:00:00Z'); // 2024-W31
const NEXT_WEEK = new Date('2024-08-08T12:00:00Z');
const LATER = new Date('2024-09-30T12:00:00Z');

let temp: Awaited<ReturnType<typeof tempFolder>>;
let count = 0;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

async function freshKeyring(): Promise<{ readonly path: string; readonly keyring: FileKeyring }> {
  const folder = join(temp.path, `k${String((count += 1))}`);
  await mkdir(folder);
  const path = join(folder, 'keyring.json');
  return { path, keyring: await FileKeyring.create(path, { patienceMs: 100 }) };
}

const idOf = async (opening: Promise<DataKey>): Promise<string> => (await opening).id;

describe('a data key', () => {
  it('comes back from its wrap, in this process and the next', async () => {
    const { path, keyring } = await freshKeyring();
    const { key, wrapped } = await keyring.createDataKey(OWNER, AUGUST);
    expect(wrapped).toMatch(/^k1\.2024-W31\.1\.[\w-]{16}\.[\w-]{64}$/);
    expect(kekIdOf(wrapped)).toBe('2024-W31.1');
    expect(await idOf(keyring.openDataKey(OWNER, wrapped))).toBe(key.id);
    expect(await idOf((await FileKeyring.open(path)).openDataKey(OWNER, wrapped))).toBe(key.id);
  });

  it('is another one each time, also under one and the same key of the week', async () => {
    const { keyring } = await freshKeyring();
    const made = [await keyring.createDataKey(OWNER, AUGUST), await keyring.createDataKey(OWNER, AUGUST)];
    expect(new Set(made.map(({ key }) => key.id)).size).toBe(2);
    expect((await keyring.verify()).keks).toEqual(['2024-W31.1']);
  });

  it('opens for its owner only', async () => {
    const { keyring } = await freshKeyring();
    const { wrapped } = await keyring.createDataKey(OWNER, AUGUST);
    for (const owner of [
      { ...OWNER, controller: 'c2' },
      { ...OWNER, id: 'r2' },
      { controller: 'c1r', id: '1' },
    ]) {
      await expect(keyring.openDataKey(owner, wrapped)).rejects.toMatchObject({ code: 'key-forged' });
    }
  });

  it('does not open with any bit of its wrap turned over, nor under another week or generation', async () => {
    const { keyring } = await freshKeyring();
    const { wrapped } = await keyring.createDataKey(OWNER, AUGUST);
    await keyring.createDataKey(OWNER, NEXT_WEEK);
    await keyring.rotateEpochs();
    const [version, epoch, generation, ...sealed] = wrapped.split('.');
    const bytes = sealed.map((part) => Buffer.from(part, 'base64url'));
    for (const [which, part] of bytes.entries()) {
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const changed = bytes.map((each, at) => (at === which ? flipped(part, bit) : each).toString('base64url'));
        const forged = [version, epoch, generation, ...changed].join('.');
        await expect(keyring.openDataKey(OWNER, forged)).rejects.toMatchObject({ code: 'key-forged' });
      }
    }
    for (const elsewhere of ['2024-W32.1', '2024-W31.2']) {
      const moved = [version, elsewhere, ...sealed].join('.');
      await expect(keyring.openDataKey(OWNER, moved)).rejects.toMatchObject({ code: 'key-forged' });
    }
  });

  it.each([
    '',
    'k1',
    'k2.2024-W31.1.AA.AA',
    'k1.2024-31.1.AA.AA',
    'k1.2024-W31.0.AA.AA',
    'k1.2024-W31.1.AA.AA',
    'k1.2024-W31.1.AA.AA.AA',
  ])('is refused as no wrap: "%s"', async (text) => {
    const { keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    await expect(keyring.openDataKey(OWNER, text)).rejects.toMatchObject({ code: 'key-format' });
  });

  it('of another keyring is unknown here', async () => {
    const [ours, theirs] = [await freshKeyring(), await freshKeyring()];
    const { wrapped } = await theirs.keyring.createDataKey(OWNER, AUGUST);
    await expect(ours.keyring.openDataKey(OWNER, wrapped)).rejects.toMatchObject({ code: 'key-unknown' });
    await ours.keyring.createDataKey(OWNER, AUGUST);
    await expect(ours.keyring.openDataKey(OWNER, wrapped)).rejects.toMatchObject({ code: 'key-forged' });
  });

  it('moves to the week in which its request now expires', async () => {
    const { keyring } = await freshKeyring();
    const { key, wrapped } = await keyring.createDataKey(OWNER, AUGUST);
    const moved = await keyring.rewrap(OWNER, wrapped, LATER);
    expect(kekIdOf(moved)).toBe('2024-W40.1');
    expect(await idOf(keyring.openDataKey(OWNER, moved))).toBe(key.id);
    await keyring.destroyEpochsBefore(LATER);
    expect(await idOf(keyring.openDataKey(OWNER, moved))).toBe(key.id);
  });
});

describe('destroyEpochsBefore', () => {
  it('makes every data key of the weeks before unreadable, and leaves the week itself and what has no expiry', async () => {
    const { keyring } = await freshKeyring();
    const [old, kept, standing] = [
      await keyring.createDataKey(OWNER, AUGUST),
      await keyring.createDataKey(OWNER, NEXT_WEEK),
      await keyring.createDataKey(OWNER),
    ];
    expect(await keyring.destroyEpochsBefore(NEXT_WEEK)).toEqual(['2024-W31']);
    expect(await keyring.destroyEpochsBefore(NEXT_WEEK)).toEqual([]);
    await expect(keyring.openDataKey(OWNER, old.wrapped)).rejects.toMatchObject({ code: 'key-destroyed' });
    await expect(keyring.rewrap(OWNER, old.wrapped, LATER)).rejects.toMatchObject({ code: 'key-destroyed' });
    expect(await idOf(keyring.openDataKey(OWNER, kept.wrapped))).toBe(kept.key.id);
    expect(await idOf(keyring.openDataKey(OWNER, standing.wrapped))).toBe(standing.key.id);
    expect(await keyring.verify()).toMatchObject({ keks: ['2024-W32.1', 'standing.1'], firstKeptWeek: '2024-W32' });
  });

  it('gives a destroyed week no new key, ever', async () => {
    const { keyring } = await freshKeyring();
    await keyring.destroyEpochsBefore(NEXT_WEEK);
    await expect(keyring.createDataKey(OWNER, AUGUST)).rejects.toMatchObject({ code: 'key-destroyed' });
    await keyring.destroyEpochsBefore(AUGUST);
    await expect(keyring.createDataKey(OWNER, AUGUST)).rejects.toMatchObject({ code: 'key-destroyed' });
  });

  it('leaves no byte of a destroyed key in the keyring or beside it', async () => {
    const { path, keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    const before = JSON.parse(await readFile(path, 'utf8')) as { keks: { wrapped: string }[] };
    await copyFile(path, `${path}.left-by-a-kill.next`);
    await keyring.destroyEpochsBefore(NEXT_WEEK);
    expect(await readdir(join(path, '..'))).toEqual(['keyring.json']);
    expect(await readFile(path, 'utf8')).not.toContain(before.keks[0]!.wrapped);
  });

  it('refuses an invalid date instead of destroying everything', async () => {
    const { keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    await expect(keyring.destroyEpochsBefore(new Date(Number.NaN))).rejects.toThrow(RangeError);
    expect((await keyring.verify()).keks).toEqual(['2024-W31.1']);
  });
});

describe('rotation', () => {
  it('of the root changes the root and nothing that anybody notices', async () => {
    const { path, keyring } = await freshKeyring();
    const { key, wrapped } = await keyring.createDataKey(OWNER, AUGUST);
    const email = toIdentifier('email', 'ada@example.org')!;
    const entry = (await keyring.blindIndexKey('c1')).entryOf(email);
    const [before, { rootId }] = [await readFile(path, 'utf8'), await keyring.verify()];
    await keyring.rotateRoot();
    expect((await keyring.verify()).rootId).not.toBe(rootId);
    const rootKey = (JSON.parse(before) as { root: { key: string } }).root.key;
    expect(await readFile(path, 'utf8')).not.toContain(rootKey);
    expect(await idOf(keyring.openDataKey(OWNER, wrapped))).toBe(key.id);
    expect((await keyring.blindIndexKey('c1')).entryOf(email)).toBe(entry);
  });

  it('of the epochs wraps new data keys anew, and the old ones go on opening until they are re-wrapped and the key is retired', async () => {
    const { keyring } = await freshKeyring();
    const old = await keyring.createDataKey(OWNER, AUGUST);
    await keyring.createDataKey(OWNER);
    await keyring.rotateEpochs();
    expect((await keyring.verify()).keks).toEqual(['2024-W31.1', '2024-W31.2', 'standing.1', 'standing.2']);
    expect(kekIdOf((await keyring.createDataKey(OWNER, AUGUST)).wrapped)).toBe('2024-W31.2');
    expect(await idOf(keyring.openDataKey(OWNER, old.wrapped))).toBe(old.key.id);

    const rewrapped = await keyring.rewrap(OWNER, old.wrapped);
    expect(kekIdOf(rewrapped)).toBe('2024-W31.2');
    expect(await keyring.rewrap(OWNER, rewrapped)).toBe(rewrapped);
    expect(await keyring.rewrap(OWNER, rewrapped, AUGUST)).toBe(rewrapped);

    await keyring.retire('2024-W31.1');
    await keyring.retire('2024-W31.1');
    await expect(keyring.openDataKey(OWNER, old.wrapped)).rejects.toMatchObject({ code: 'key-unknown' });
    expect(await idOf(keyring.openDataKey(OWNER, rewrapped))).toBe(old.key.id);
  });

  it('finds the newest generation also after the ninth', async () => {
    const { keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    for (let turn = 0; turn < 10; turn += 1) await keyring.rotateEpochs();
    expect(kekIdOf((await keyring.createDataKey(OWNER, AUGUST)).wrapped)).toBe('2024-W31.11');
  });

  it('never retires the key that new data keys are wrapped with', async () => {
    const { keyring } = await freshKeyring();
    await keyring.createDataKey(OWNER, AUGUST);
    await expect(keyring.retire('2024-W31.1')).rejects.toMatchObject({ code: 'key-in-use' });
    await expect(keyring.retire('nonsense')).rejects.toMatchObject({ code: 'key-format' });
  });
});

describe('blindIndexKey', () => {
  it('is the same every time and another one for every controller', async () => {
    const { keyring } = await freshKeyring();
    const email = toIdentifier('email', 'ada@example.org')!;
    const entries = await Promise.all(['c1', 'c1', 'c2'].map(async (each) => (await keyring.blindIndexKey(each)).entryOf(email)));
    expect(entries[0]).toBe(entries[1]);
    expect(entries[0]).not.toBe(entries[2]);
  });
});

describe('parseKekId', () => {
  it.each(['2024-W31', '2024-W31.01', '2024-W31.1.1', 'week.1', '.1', ''])('refuses "%s"', (id) => {
    expect(() => parseKekId(id)).toThrow(expect.objectContaining({ code: 'key-format' }));
  });
});

describe('a keyring as a value', () => {
  it('has no key for an epoch that was never given one', () => {
    const key = DataKey.generate();
    expect(() => Keyring.generate().wrap('2024-W31', OWNER, key)).toThrow(expect.objectContaining({ code: 'key-unknown' }));
  });

  it('without a root key opens nothing', () => {
    const { content } = Keyring.generate();
    const damaged = new Keyring({ ...content, root: { ...content.root, key: 'AAAA' } });
    expect(() => damaged.inventory()).toThrow(expect.objectContaining({ code: 'keyring-format' }));
  });
});
