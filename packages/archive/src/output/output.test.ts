import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import { bytesOf, itemsOf, tempFolder } from '../../test/making.js';
import { LineSpool } from './line-spool.js';
import { Scratch } from './spool.js';
import { openTarget } from './target.js';

let temp: Awaited<ReturnType<typeof tempFolder>>;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

describe('Spool', () => {
  it('gives back what it was given, small or large, as often as it is asked', async () => {
    const scratch = new Scratch(temp.path);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 400_000 }), { maxLength: 12 }), async (sizes) => {
        const spool = scratch.spool();
        const parts = sizes.map((size, index) => Buffer.alloc(size, index + 1));
        for (const part of parts) await spool.append(part);
        const whole = Buffer.concat(parts);
        expect(spool.bytes).toBe(whole.length);
        expect((await bytesOf(spool.read())).equals(whole)).toBe(true);
        expect((await bytesOf(spool.read())).equals(whole)).toBe(true);
      }),
      { numRuns: 30 },
    );
    await scratch.dispose();
    expect(await readdir(temp.path)).toEqual([]);
  });

  it('leaves nothing readable on disk, and nothing at all when it is disposed of', async () => {
    const parent = join(temp.path, 'spool');
    await mkdir(parent);
    const scratch = new Scratch(parent);
    const spool = scratch.spool();
    await spool.append(Buffer.from('ada@example.org '.repeat(200_000)));
    const [folder = ''] = await readdir(parent);
    const onDisk = await readFile(join(parent, folder, '0'));
    expect(onDisk.length).toBeGreaterThan(1_000_000);
    expect(onDisk.includes('ada@example.org')).toBe(false);
    expect((await stat(join(parent, folder, '0'))).mode & 0o077).toBe(0);
    await scratch.dispose();
    await scratch.dispose();
    expect(await readdir(parent)).toEqual([]);
  });

  it('notices when its file was cut short', async () => {
    const parent = join(temp.path, 'cut');
    await mkdir(parent);
    const scratch = new Scratch(parent);
    const spool = scratch.spool();
    await spool.append(Buffer.alloc(2_000_000));
    const [folder = ''] = await readdir(parent);
    await writeFile(join(parent, folder, '0'), '');
    await expect(bytesOf(spool.read())).rejects.toThrow('shorter');
    await scratch.dispose();
  });
});

describe('LineSpool', () => {
  it('gives rows back in order, also those longer than a block', async () => {
    const scratch = new Scratch(temp.path);
    const rows = Array.from({ length: 3000 }, (_, index) => [index, 'é\n"'.repeat(index % 100 === 0 ? 30_000 : 3)] as const);
    const spool = new LineSpool<(typeof rows)[number]>(scratch);
    for (const row of rows) {
      spool.add(row);
      if (row[0] % 7 === 0) await spool.flush();
    }
    expect(spool.rows).toBe(3000);
    expect(await itemsOf(spool.batches())).toEqual(rows);
    expect(await itemsOf(new LineSpool(scratch).batches())).toEqual([]);
    await scratch.dispose();
  });
});

describe('openTarget, with a path', () => {
  it('lets the file appear under its name only when it is whole', async () => {
    const path = join(temp.path, 'a.zip');
    const target = await openTarget(path);
    await target.write(Buffer.from('abc'));
    expect((await readdir(temp.path)).filter((name) => name.startsWith('a.zip'))).toEqual(['a.zip.partial']);
    await target.commit();
    expect((await readdir(temp.path)).filter((name) => name.startsWith('a.zip'))).toEqual(['a.zip']);
    expect(await readFile(path, 'utf8')).toBe('abc');
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('removes what there is when it is discarded', async () => {
    const target = await openTarget(join(temp.path, 'b.zip'));
    await target.write(Buffer.from('abc'));
    await target.discard(new Error('no'));
    expect((await readdir(temp.path)).filter((name) => name.startsWith('b.zip'))).toEqual([]);
  });

  it('says so when the folder is not there', async () => {
    await expect(openTarget(join(temp.path, 'nowhere', 'c.zip'))).rejects.toMatchObject({ name: 'ArchiveError', code: 'output' });
  });
});

describe('openTarget, with a stream', () => {
  it('waits for a slow reader, and ends the stream', async () => {
    const received: number[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        received.push(chunk.length);
        setImmediate(done);
      },
    });
    const target = await openTarget(slow);
    for (let index = 1; index <= 5; index += 1) {
      await target.write(Buffer.alloc(index));
      expect(received).toHaveLength(index);
    }
    await target.commit();
    expect(slow.writableFinished).toBe(true);
  });

  it('rejects when the stream fails, during a write or between two', async () => {
    const failing = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('disk full'));
      },
    });
    const target = await openTarget(failing);
    await expect(target.write(Buffer.alloc(1))).rejects.toMatchObject({ code: 'output' });
    await expect(target.write(Buffer.alloc(1))).rejects.toMatchObject({ code: 'output', cause: new Error('disk full') });
    await expect(target.commit()).rejects.toMatchObject({ code: 'output' });
  });

  it('rejects when the reader goes away while it is waited for', async () => {
    const stuck = new Writable({ write: () => undefined });
    const target = await openTarget(stuck);
    const write = target.write(Buffer.alloc(1));
    stuck.destroy();
    await expect(write).rejects.toMatchObject({ code: 'output' });
  });

  it('destroys the stream when it is discarded, so that nobody takes it for whole', async () => {
    const stream = new PassThrough();
    const errors: unknown[] = [];
    stream.on('error', (error) => errors.push(error));
    const target = await openTarget(stream);
    await target.discard(new Error('no'));
    expect(stream.destroyed).toBe(true);
    await new Promise(setImmediate);
    expect(errors).toEqual([new Error('no')]);
    const other = new PassThrough();
    await (await openTarget(other)).discard('no error');
    expect(other.destroyed).toBe(true);
  });
});
