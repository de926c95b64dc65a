import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, toIdentifier } from '@habeas/connector-sdk';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blobSource, DirectoryBlobStore, FileKeyring, openField, openSealed, sealField, sealStream } from '../src/index.js';
import { bytesOf, inPieces, patterned, tempFolder } from './making.js';

let temp: Awaited<ReturnType<typeof tempFolder>>;
beforeAll(async () => {
  temp = await tempFolder();
});
afterAll(() => temp.remove());

it('runs the example of the README: from a request to an archive that is read in parts, and to its end', async () => {
  const keyring = await FileKeyring.create(join(temp.path, 'keyring.json'));
  const owner = { controller: 'c1', id: 'r1' };
  const { key, wrapped } = await keyring.createDataKey(owner, new Date('2027-01-31'));

  const store = await DirectoryBlobStore.open(join(temp.path, 'blobs'));
  const context = { controller: 'c1', request: 'r1', artifact: 'archive', version: 1 };
  const content = Buffer.concat([Buffer.from('ada@example.org'), patterned(100_000)]);
  await store.put('requests/r1/archive', sealStream(key, context, inPieces(content)));
  const contact = sealField(key, { table: 'request', column: 'contact', row: 'r1' }, new Secret('ada@example.org'));
  key.destroy();

  const again = await keyring.openDataKey(owner, wrapped);
  const archive = await openSealed(again, context, await blobSource(store, 'requests/r1/archive'));
  expect(archive.size).toBe(content.length);
  expect((await bytesOf(archive.read({ start: 50_000, end: 60_000 }))).equals(content.subarray(50_000, 60_000))).toBe(true);
  expect(openField(again, { table: 'request', column: 'contact', row: 'r1' }, contact).reveal()).toBe('ada@example.org');
  const index = await keyring.blindIndexKey('c1');
  expect(index.entryOf(toIdentifier('email', 'Ada@Example.org')!)).toBe(index.entryOf(toIdentifier('email', 'ada@example.org')!));
  again.destroy();

  const files = await readdir(temp.path, { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile())) {
    expect((await readFile(join(file.parentPath, file.name))).includes('ada@example')).toBe(false);
  }
  await expect(blobSource(store, 'requests/r1/report')).rejects.toMatchObject({ code: 'blob-missing' });

  expect(await keyring.destroyEpochsBefore(new Date('2027-02-01'))).toEqual(['2027-W04']);
  await expect(keyring.openDataKey(owner, wrapped)).rejects.toMatchObject({ code: 'key-destroyed' });
});
