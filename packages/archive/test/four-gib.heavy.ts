import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { has, REQUESTED_AT, tempFolder } from './making.js';
import { Scratch } from '../src/output/spool.js';
import { parallelZip } from '../src/zip/parallel-zip.js';

let temp: Awaited<ReturnType<typeof tempFolder>>;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

const SIZE = 4.25 * 2 ** 30;

async function* zeros(): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(2 ** 20);
  for (let at = 0; at < SIZE; at += chunk.length) yield chunk;
  await Promise.resolve();
}

it('writes entries of more than 4 GiB, packed and stored, that other readers read', async () => {
  const path = join(temp.path, 'large.zip');
  const scratch = new Scratch(temp.path);
  const handle = await open(path, 'w');
  const write = async (bytes: Uint8Array): Promise<void> => {
    await handle.write(bytes);
  };
  const zip = parallelZip({ write, modifiedAt: REQUESTED_AT, level: 1, scratch });
  await zip.add('top/packed', zeros());
  await zip.add('top/stored', zeros(), { store: true });
  await zip.add(
    'top/behind',
    (async function* () {
      yield Buffer.from('behind');
      await Promise.resolve();
    })(),
  );
  await zip.finish();
  await handle.close();
  await scratch.dispose();
  execFileSync('unzip', ['-tqq', path]);
  expect(execFileSync('unzip', ['-p', path, 'top/behind'], { encoding: 'utf8' })).toBe('behind');
  if (has('python3'))
    execFileSync('python3', ['-c', 'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None', path]);
}, 600_000);
