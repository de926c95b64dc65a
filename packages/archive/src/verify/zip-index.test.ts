import { describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { edit, pack } from '../../test/tampering.js';
import { codesOf, ORDER, other, tampered, useFolder } from '../../test/workshop.js';
import { verifyArchive, type VerifyOptions } from '../index.js';

useFolder();

describe('a hostile ZIP file', () => {
  const hostile = async (
    entries: readonly (readonly [string, string | Buffer])[],
    options?: VerifyOptions,
  ): Promise<string[]> => {
    await pack(
      other(),
      entries.map(([path, content]) => [path, Buffer.from(content)]),
    );
    return codesOf(await verifyArchive(other(), options));
  };

  it.each([
    ['../evil'],
    ['/evil'],
    ['top/../../evil'],
    ['top/./evil'],
    ['top/.hidden'],
    ['top//evil'],
    ['top/a\\b'],
    ['top/EVIL'],
    ['top/\u202eevil'],
    ['top/evil\u0000'],
    [`top/${'x'.repeat(101)}`],
    ['top/data/README.html'],
    ['top'],
    ['other/file'],
    ['top/'],
  ])('with an entry called %j is refused', async (name) => {
    const codes = await hostile([
      ['/top/bagit.txt', 'x'],
      [`/${name}`, 'x'],
    ]);
    expect(codes[0]).toMatch(/^(name|zip)$/);
  });

  it('with two entries of one name is refused', async () => {
    expect(
      await hostile([
        ['/top/a', 'x'],
        ['/top/a', 'y'],
      ]),
    ).toContain('name');
  });

  it('that unpacks to many times its size is refused before it is unpacked', async () => {
    expect(await hostile([['data/bomb', Buffer.alloc(50_000_000)]], { limits: { ratio: 100 } })).toEqual(['limit']);
    expect(await hostile([['data/bomb', Buffer.alloc(5_000_000)]], { limits: { bytes: 4_000_000 } })).toEqual(['limit']);
    expect(
      await hostile(
        [
          ['a', ''],
          ['b', ''],
        ],
        { limits: { entries: 1 } },
      ),
    ).toEqual(['limit']);
  });

  it('that says a file is smaller than it is, is refused without unpacking the rest', async () => {
    await pack(other(), [['bagit.txt', Buffer.alloc(2_000_000, 'x')]]);
    const bytes = await readFile(other());
    const lie = (at: number): void => {
      bytes.writeUInt32LE(1000, at);
    };
    const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
    lie(directory + 24);
    lie(bytes.indexOf(Buffer.from('504b0708', 'hex')) + 12);
    await writeFile(other(), bytes);
    expect(codesOf(await verifyArchive(other()))).toEqual(['missing']);
  });

  it('with a tag file that is too large to be one is refused', async () => {
    expect(await hostile([['tagmanifest-sha256.txt', Buffer.alloc(70_000_000)]])).toEqual(['limit']);
  });

  it('that is not an archive is told apart from a damaged one', async () => {
    expect(await hostile([['hello.txt', 'x']])).toEqual(['missing']);
    await pack(other(), []);
    expect(codesOf(await verifyArchive(other()))).toEqual(['missing']);
  });

  it('lists only so many problems, and counts all', async () => {
    const many = await tampered(
      (files) => {
        edit(files, ORDER, (text) => text.replaceAll('.50', 'x'));
      },
      { options: { mostProblems: 2 } },
    );
    expect(many.problems).toHaveLength(2);
    expect(many.problemCount).toBe(3);
  });
});
