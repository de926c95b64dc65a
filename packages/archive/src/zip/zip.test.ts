import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { openPromise } from 'yauzl';
import { streamOf } from '../../test/fake-findings.js';
import { bytesOf, has, REQUESTED_AT, tempFolder, unzipNames } from '../../test/making.js';
import { Scratch } from '../output/spool.js';
import { archiverZip } from './archiver-zip.js';
import { BLOCK_BYTES } from './blocks.js';
import { parallelZip } from './parallel-zip.js';
import { dosTime } from './zip-headers.js';
import type { CreateZip } from './zip-writer.js';

let temp: Awaited<ReturnType<typeof tempFolder>>;
const scratch = new Scratch();
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(async () => {
  await scratch.dispose();
  await temp.remove();
});

interface Entry {
  readonly name: string;
  readonly data: Buffer;
  readonly store?: boolean;
  readonly chunk?: number;
}

function chunksOf({ data, chunk = 50_000 }: Entry): AsyncGenerator<Uint8Array> {
  const count = Math.ceil(data.length / chunk);
  return streamOf(Array.from({ length: count }, (_, index) => data.subarray(index * chunk, (index + 1) * chunk)));
}

/** Chunks in one piece of memory that is filled again for each, as our encoders do. */
async function* reusedChunksOf(entry: Entry): AsyncGenerator<Uint8Array> {
  const memory = Buffer.alloc(entry.chunk ?? 50_000);
  for await (const chunk of chunksOf(entry)) {
    memory.fill(0xee);
    memory.set(chunk);
    yield memory.subarray(0, chunk.length);
  }
  memory.fill(0xee);
}

async function zipOf(create: CreateZip, entries: Iterable<Entry>, level = 6): Promise<Buffer> {
  const parts: Buffer[] = [];
  const write = (bytes: Uint8Array): Promise<void> => {
    parts.push(Buffer.from(bytes));
    return Promise.resolve();
  };
  const zip = create({ write, modifiedAt: REQUESTED_AT, level, scratch });
  for (const entry of entries) await zip.add(entry.name, reusedChunksOf(entry), { store: entry.store === true });
  await zip.finish();
  return Buffer.concat(parts);
}

async function readByYauzl(bytes: Buffer): Promise<Map<string, Buffer>> {
  const path = join(temp.path, `yauzl-${createHash('sha256').update(bytes).digest('hex')}.zip`);
  await writeFile(path, bytes);
  const zip = await openPromise(path, { autoClose: false });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) found.set(entry.fileName, await bytesOf(await zip.openReadStreamPromise(entry)));
  zip.close();
  return found;
}

/** Compresses well and has no period shorter than the window. */
function textOf(size: number): Buffer {
  let text = '';
  for (let index = 0; text.length < size; index += 1) text += `${index},${(index * 2654435761) % 1000},ada@example.org\r\n`;
  return Buffer.from(text.slice(0, size));
}

function noiseOf(size: number): Buffer {
  const noise = Buffer.alloc(size);
  for (let at = 0, state = 1; at < size; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    noise[at] = state >>> 16;
  }
  return noise;
}

const ENTRIES: readonly Entry[] = [
  { name: 'top/empty.csv', data: Buffer.alloc(0) },
  { name: 'top/tiny.csv', data: Buffer.from('a') },
  { name: 'top/small.csv', data: textOf(4096) },
  { name: 'top/block.csv', data: textOf(BLOCK_BYTES) },
  { name: 'top/block-1.csv', data: textOf(BLOCK_BYTES - 1) },
  { name: 'top/block+1.csv', data: textOf(BLOCK_BYTES + 1) },
  { name: 'top/large.csv', data: textOf(3_000_000) },
  { name: 'top/noise.bin', data: noiseOf(500_000) },
  { name: 'top/small-noise.bin', data: noiseOf(1000) },
  { name: 'top/stored.jpg', data: noiseOf(400_000), store: true },
  { name: 'top/stored-small.jpg', data: textOf(500), store: true },
  { name: 'top/stored-empty.jpg', data: Buffer.alloc(0), store: true },
];

describe.each([
  ['parallelZip', parallelZip],
  ['archiverZip', archiverZip],
] as const)('%s', (_, create) => {
  it('gives every byte back, to several readers', async () => {
    const bytes = await zipOf(create, ENTRIES);
    const found = await readByYauzl(bytes);
    expect([...found.keys()]).toEqual(ENTRIES.map(({ name }) => name));
    for (const { name, data } of ENTRIES) expect(found.get(name)?.equals(data)).toBe(true);
    const path = join(temp.path, 'readers.zip');
    await writeFile(path, bytes);
    execFileSync('unzip', ['-tqq', path]);
    if (has('python3'))
      execFileSync('python3', ['-c', 'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None', path]);
  });

  it('writes the same bytes however its input is cut, in every time zone', async () => {
    const entries = (chunk: number): Entry[] => ENTRIES.map((entry) => ({ ...entry, chunk }));
    const first = await zipOf(create, entries(50_000));
    expect((await zipOf(create, entries(777))).equals(first)).toBe(true);
    expect((await zipOf(create, entries(1_000_000))).equals(first)).toBe(true);
    const [entry] = await timesOf(first);
    expect(entry).toEqual(dosTime(REQUESTED_AT));
  });

  it('stores what it is told to store, and everything at level 0', async () => {
    const data = textOf(300_000);
    expect((await zipOf(create, [{ name: 'a', data, store: true }])).includes(data)).toBe(true);
    expect((await zipOf(create, [{ name: 'a', data }], 0)).includes(data)).toBe(true);
    expect((await zipOf(create, [{ name: 'a', data }], 9)).length).toBeLessThan(data.length / 3);
  });

  it('writes an archive without entries', async () => {
    expect((await readByYauzl(await zipOf(create, []))).size).toBe(0);
  });

  it('rejects with the error of a source, early or late, and can be aborted', async () => {
    for (const good of [0, 1, 40]) {
      const zip = create({ write: () => Promise.resolve(), modifiedAt: REQUESTED_AT, level: 6, scratch });
      async function* failing(): AsyncGenerator<Uint8Array> {
        for (let index = 0; index < good; index += 1) yield textOf(50_000);
        await Promise.resolve();
        throw new Error('the source broke');
      }
      await zip.add('before', streamOf([textOf(10)]));
      await expect(zip.add('broken', failing())).rejects.toThrow('the source broke');
      await zip.abort();
    }
  });

  it('rejects with the error of the sink, and stops its source', async () => {
    const zip = create({ write: () => Promise.reject(new Error('disk full')), modifiedAt: REQUESTED_AT, level: 0, scratch });
    let stopped = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          yield noiseOf(100_000);
          await new Promise(setImmediate);
        }
      } finally {
        stopped = true;
      }
    }
    await expect(zip.add('endless', endless())).rejects.toThrow('disk full');
    await zip.abort();
    await new Promise(setImmediate);
    expect(stopped).toBe(true);
  });

  it('takes no more from its source than a stalled sink allows', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const zip = create({ write: () => gate, modifiedAt: REQUESTED_AT, level: 0, scratch });
    let taken = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 400; index += 1) {
        yield Buffer.alloc(50_000, index);
        taken += 50_000;
        await Promise.resolve();
      }
    }
    const adding = zip.add('large', source());
    for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
    expect(taken).toBeLessThan(5_000_000);
    release();
    await adding;
    await zip.finish();
    expect(taken).toBe(20_000_000);
  });
});

async function timesOf(bytes: Buffer): Promise<{ time: number; date: number }[]> {
  const path = join(temp.path, 'times.zip');
  await writeFile(path, bytes);
  const zip = await openPromise(path, { autoClose: false });
  const times = [];
  for await (const entry of zip.eachEntry()) times.push({ time: entry.lastModFileTime, date: entry.lastModFileDate });
  zip.close();
  return times;
}

describe('parallelZip', () => {
  it('writes more than 65,535 entries (ZIP64)', async () => {
    function* many(): Generator<Entry> {
      for (let index = 0; index < 66_000; index += 1)
        yield { name: `top/${index}.txt`, data: Buffer.from(String(index)), chunk: 8 };
    }
    const path = join(temp.path, 'many.zip');
    await writeFile(path, await zipOf(parallelZip, many()));
    const names = unzipNames(path);
    expect(names).toHaveLength(66_000);
    expect(names.at(-1)).toBe('top/65999.txt');
    expect(execFileSync('unzip', ['-p', path, 'top/65999.txt'], { encoding: 'utf8' })).toBe('65999');
  }, 120_000);

  it('has the sizes of short entries in front, where the oldest readers look for them', async () => {
    const bytes = await zipOf(parallelZip, [{ name: 'a', data: textOf(1000) }]);
    expect(bytes.readUInt16LE(6) & 0x8).toBe(0);
    expect(bytes.readUInt32LE(22)).toBe(1000);
  });

  it('gives back any entries, cut in any way', async () => {
    const entry = fc.record({
      size: fc.nat({ max: 3 * BLOCK_BYTES }),
      chunk: fc.integer({ min: 1000, max: 400_000 }),
      store: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 5 }), async (shapes) => {
        const entries = shapes.map(({ size, ...more }, index) => ({ name: String(index), data: textOf(size), ...more }));
        const found = await readByYauzl(await zipOf(parallelZip, entries));
        expect(entries.every(({ name, data }) => found.get(name)?.equals(data))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
