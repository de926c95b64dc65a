import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { fakeFindings, recordsOf, SHOP, spec } from '../test/fake-findings.js';
import { bytesOf, customers, makeArchive, OPTIONS, orders, someFindings } from '../test/making.js';
import { fresh, inFolder, made, read, sha256, useFolder } from '../test/workshop.js';
import { archiverZip, createSigner, generateSigningKey, writeArchive } from './index.js';

useFolder();

describe('writeArchive', () => {
  it.each(['csv', 'json'] as const)('gives the same bytes for the same findings and options (%s)', async (format) => {
    const sign = createSigner(generateSigningKey().privateKey);
    const bytes = await Promise.all([0, 1].map(async () => readFile(await made({ format, sign }))));
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('gives the same bytes whatever the time zone and however records are batched', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({ id: index, name: `n${index}` }));
    const inBatchesOf = (size: number) => {
      const records = recordsOf(rows);
      const batches = Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
        records.slice(index * size, (index + 1) * size),
      );
      return fakeFindings([
        {
          source: SHOP,
          spec: spec('customer', [
            { name: 'id', type: 'integer' },
            { name: 'name', type: 'string' },
          ]),
          batches,
        },
      ]);
    };
    const first = await readFile(await made({}, inBatchesOf(1000)));
    expect((await readFile(await made({}, inBatchesOf(7)))).equals(first)).toBe(true);
  });

  it('gives the same identity with either ZIP writer', async () => {
    const [ours, reference] = await Promise.all([makeArchive(fresh()), makeArchive(fresh(), { zip: archiverZip })]);
    expect(reference.identity).toBe(ours.identity);
  });

  it('tells what it wrote', async () => {
    const out = fresh();
    const sign = createSigner(generateSigningKey().privateKey);
    const summary = await makeArchive(out, { sign });
    expect(summary).toEqual({
      identity: sha256(read(out, 'tagmanifest-sha256.txt')),
      keyId: sign.keyId,
      complete: true,
      tables: [
        { source: 'shop', collection: 'customer', records: 2, path: 'data/tables/shop/customer.csv' },
        { source: 'shop', collection: 'order', records: 3, path: 'data/tables/shop/order.csv' },
      ],
      records: 5,
      attachments: 2,
      bytes: (await readFile(out)).length,
    });
  });

  it('writes to a stream as well', async () => {
    const stream = new PassThrough();
    const [bytes] = await Promise.all([bytesOf(stream), writeArchive(someFindings(), { ...OPTIONS, out: stream })]);
    expect(bytes.equals(await readFile(await made()))).toBe(true);
  });

  it('refuses a ledger that counts otherwise', async () => {
    const wrong = (ledger: object) => made({}, fakeFindings([customers({ ledger }), orders()]));
    await expect(wrong({ records: 5 })).rejects.toThrow("the ledger counts 5 records in 'customer' of source 'shop', but 2 came");
    await expect(wrong({ files: 1 })).rejects.toThrow("the ledger counts 1 files in 'customer' of source 'shop', but 2 came");
    await expect(wrong({ collection: 'other', records: 0, files: 0 })).rejects.toThrow(
      "the ledger has no entry for 'customer' of source 'shop'",
    );
  });

  it.each([
    ['a reference with a slash', { reference: 'a/b' }],
    ['a reference with capitals', { reference: 'SAR' }],
    ['a reference of dots', { reference: '..' }],
    ['an invalid time', { requestedAt: new Date(Number.NaN) }],
    ['a controller without a name', { controller: { name: ' ' } }],
    ['a level that is none', { level: 10 }],
  ])('refuses %s before anything is written', async (_, options) => {
    const out = fresh();
    await expect(makeArchive(out, options)).rejects.toMatchObject({ name: 'ArchiveError', code: 'options' });
    await expect(readFile(`${out}.partial`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('when something fails', () => {
  let folder: string;
  beforeAll(async () => {
    folder = inFolder('failing');
    await mkdir(folder);
  });

  const nested = Array.from({ length: 4000 }, (_, index) => ({ id: index, prefs: [{ text: 'x'.repeat(400) }] }));
  const failing = (error: Error) => {
    function* batches(): Generator<ReturnType<typeof recordsOf>> {
      yield recordsOf(nested);
      throw error;
    }
    return fakeFindings([
      {
        source: SHOP,
        spec: spec('customer', [
          { name: 'id', type: 'integer' },
          { name: 'prefs', type: 'json' },
        ]),
        batches: { [Symbol.iterator]: batches },
      },
    ]);
  };

  it.each([
    ['our ZIP writer', undefined],
    ['the reference ZIP writer', archiverZip],
  ])('throws the error and leaves nothing behind (%s)', async (_, zip) => {
    const error = new Error('the findings broke');
    const options = { temporary: folder, ...(zip === undefined ? {} : { zip }) };
    await expect(makeArchive(join(folder, 'a.zip'), options, failing(error))).rejects.toBe(error);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps an older archive of the same name as it is', async () => {
    await writeFile(join(folder, 'b.zip'), 'old');
    await expect(makeArchive(join(folder, 'b.zip'), { temporary: folder }, failing(new Error('no')))).rejects.toThrow('no');
    expect(await readFile(join(folder, 'b.zip'), 'utf8')).toBe('old');
    await rm(join(folder, 'b.zip'));
  });

  it('stops when it is told to, before, during and at the end', async () => {
    const controller = new AbortController();
    controller.abort(new Error('cancelled'));
    await expect(makeArchive(join(folder, 'c.zip'), { signal: controller.signal, temporary: folder })).rejects.toThrow(
      'cancelled',
    );
    await expect(
      makeArchive(join(folder, 'c.zip'), { signal: controller.signal, temporary: folder }, fakeFindings([])),
    ).rejects.toThrow('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });

  it('destroys the stream it writes to', async () => {
    const stream = new Writable({
      write: (_chunk, _encoding, done) => {
        done();
      },
    });
    const failed = new Promise((resolve) => stream.once('error', resolve));
    await expect(writeArchive(failing(new Error('no')), { ...OPTIONS, out: stream })).rejects.toThrow('no');
    expect(await failed).toEqual(new Error('no'));
  });

  it('rejects when the signer fails', async () => {
    const sign = { ...createSigner(generateSigningKey().privateKey), sign: () => Promise.reject(new Error('the key is locked')) };
    await expect(makeArchive(join(folder, 'd.zip'), { sign, temporary: folder })).rejects.toThrow('the key is locked');
    expect(await readdir(folder)).toEqual([]);
  });
});
