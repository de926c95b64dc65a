import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { bytesOf } from '../../test/making.js';
import { CUSTOMER, made, read, useFolder } from '../../test/workshop.js';
import type { ArchiveBytes } from './archive-bytes.js';
import { openArchiveFile } from './open-archive-file.js';

useFolder();

/** The bytes of a file, and how often and how much of them was read. */
async function lying(zip: string): Promise<ArchiveBytes & { readonly ranges: { start: number; end: number }[] }> {
  const content = await readFile(zip);
  return overBytes(content);
}

function overBytes(content: Buffer): ArchiveBytes & { readonly ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  return {
    size: content.length,
    ranges,
    async *read(range) {
      ranges.push(range);
      const half = Math.floor((range.start + range.end) / 2);
      yield await Promise.resolve(content.subarray(range.start, half));
      yield content.subarray(half, range.end);
    },
  };
}

describe('one file of an archive', () => {
  it('comes as it was written, packed or not, with its size', async () => {
    for (const level of [0, 6]) {
      const zip = await made({ level });
      const file = await openArchiveFile(await lying(zip), CUSTOMER);
      if (file === undefined) throw new Error('The archive has such a file.');
      const content = await bytesOf(await file.open());
      expect(content.toString()).toBe(read(zip, CUSTOMER));
      expect(file.size).toBe(content.length);
    }
  });

  it('is found without reading the directory entry by entry', async () => {
    const bytes = await lying(await made());
    expect(await openArchiveFile(bytes, 'data/nothing.txt')).toBeUndefined();
    expect(bytes.ranges.length).toBeLessThan(4);
  });

  it('is not looked for in what is no archive, and what the reading throws is passed on', async () => {
    await expect(openArchiveFile(overBytes(Buffer.from('no archive, and long enough to be one')), CUSTOMER)).rejects.toThrow();
    const broken: ArchiveBytes = {
      size: 1_000,
      // eslint-disable-next-line require-yield -- it fails before
      async *read() {
        await Promise.resolve();
        throw new Error('The chunk was changed.');
      },
    };
    await expect(openArchiveFile(broken, CUSTOMER)).rejects.toThrow('The chunk was changed.');
  });
});
