import { describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { fakeFindings, recordsOf, SHOP, spec } from '../../test/fake-findings.js';
import { FILE_A, makeArchive, OPTIONS, someFindings } from '../../test/making.js';
import { filesOf, pack } from '../../test/tampering.js';
import { codesOf, inFolder, KEY, ORDER, original, other, tampered, useFolder } from '../../test/workshop.js';
import { archiverZip, verifyArchive } from '../index.js';

useFolder();

describe('verifyArchive', () => {
  it.each(['csv', 'json'] as const)('finds nothing wrong with what was written (%s), by either ZIP writer', async (format) => {
    const verification = await verifyArchive(await original(format), { publicKey: KEY.publicKey });
    expect(verification).toMatchObject({
      ok: true,
      problems: [],
      problemCount: 0,
      signature: { state: 'valid' },
      reference: OPTIONS.reference,
      requestedAt: '2024-05-01T10:20:31.500Z',
      complete: true,
      payload: { records: 5 },
    });
    await makeArchive(other(), { format, zip: archiverZip });
    expect(await verifyArchive(other())).toMatchObject({
      ok: true,
      identity: verification.identity,
      signature: { state: 'absent' },
    });
  });

  it('finds nothing wrong with large tables of awkward values', async () => {
    const text = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 3000, seed: 1 });
    const rows = text.map((name, id) => ({
      id,
      name,
      at: id % 2 === 0 ? null : '2024-01-02T03:04:05Z',
      more: { [name]: [name, id] },
    }));
    const fields = [
      { name: 'id', type: 'integer' as const },
      { name: 'name', type: 'string' as const },
      { name: 'at', type: 'timestamp' as const },
      { name: 'more', type: 'json' as const },
    ];
    for (const format of ['csv', 'json'] as const) {
      await makeArchive(
        other(),
        { format },
        fakeFindings([{ source: SHOP, spec: spec('customer', fields), batches: [recordsOf(rows)] }]),
      );
      expect((await verifyArchive(other())).problems).toEqual([]);
    }
  });

  it('rejects for a file that is not there, and for a key that is none', async () => {
    await expect(verifyArchive(inFolder('nowhere.zip'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(verifyArchive(await original(), { publicKey: 'nonsense' })).rejects.toMatchObject({ name: 'ArchiveError' });
  });
});

describe('a changed byte', () => {
  it.each(['csv', 'json'] as const)('is found wherever it is (%s)', async (format) => {
    const bytes = await readFile(await original(format));
    const before = await filesOf(await original(format));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        await writeFile(other(), changed);
        const { ok } = await verifyArchive(other());
        // Deflate leaves some bits without meaning: then every file is, byte for byte, what it was.
        if (ok) expect(await filesOf(other())).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  it('is found in every byte that is not packed data', async () => {
    await makeArchive(other(), { level: 0 });
    const bytes = await readFile(other());
    const places = Array.from({ length: bytes.length }, (_, at) => at).filter((at) => at % 101 === 0 || at > bytes.length - 200);
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      await writeFile(other(), changed);
      expect({ at, ok: (await verifyArchive(other())).ok }).toEqual({ at, ok: false });
    }
  }, 60_000);

  it('is found when bytes are cut off, added or doubled', async () => {
    const bytes = await readFile(await original());
    const variants = [
      bytes.subarray(0, -1),
      bytes.subarray(0, 100),
      bytes.subarray(1),
      Buffer.concat([bytes, Buffer.from('x')]),
      Buffer.concat([Buffer.from('x'), bytes]),
      Buffer.concat([bytes, bytes]),
      Buffer.alloc(0),
    ];
    for (const variant of variants) {
      await writeFile(other(), variant);
      expect(codesOf(await verifyArchive(other()))).toEqual(['zip']);
    }
  });
});

describe('a missing or added file', () => {
  it('is found, whichever it is', async () => {
    for (const path of (await filesOf(await original())).keys()) {
      if (path === 'signature.json') continue;
      const { ok, problems } = await tampered((files) => files.delete(path), { openly: true });
      expect({ path, ok }).toEqual({ path, ok: false });
      expect(problems.map(({ code }) => code)).toContain('missing');
    }
  });

  it('is found also when the manifests were made to fit', async () => {
    expect(codesOf(await tampered((files) => files.delete(ORDER)))).toEqual([`missing ${ORDER}`, 'count']);
    expect(codesOf(await tampered((files) => files.delete(`data/attachments/shop/customer/${FILE_A}.txt`)))).toEqual(['missing']);
    expect(codesOf(await tampered((files) => files.set('data/more.txt', Buffer.from('x'))))).toEqual(['extra data/more.txt']);
    expect(codesOf(await tampered((files) => files.set('data/attachments/shop/x.txt', Buffer.from('x'))))).toEqual([
      'reference data/attachments/shop/x.txt',
    ]);
    expect(codesOf(await tampered((files) => files.set('more.txt', Buffer.from('x'))))).toEqual(['extra more.txt']);
    expect(codesOf(await tampered((files) => files.set('data/more.txt', Buffer.from('x')), { openly: true }))).toContain(
      'extra data/more.txt',
    );
    expect(
      codesOf(await tampered((files) => files.delete('data/schemas/shop.customer.schema.json'), { format: 'json' })),
    ).toEqual(['missing data/tables/shop/customer.json']);
  });
});

describe('an archive of another time', () => {
  it('is found when its entries tell of another time than its description', async () => {
    const files = await filesOf(await original());
    await pack(other(), files, new Date('2023-01-01T00:00:00Z'));
    expect((await verifyArchive(other())).problems).toEqual([
      { code: 'zip', message: 'the entries have another time than the request' },
    ]);
  });

  it('of a subject about whom nothing was found verifies as well', async () => {
    await makeArchive(other(), {}, fakeFindings([], { matches: [] }));
    expect(await verifyArchive(other())).toMatchObject({ ok: true, payload: { records: 0, files: 6 } });
    await makeArchive(other(), { format: 'json' }, someFindings({ complete: false }));
    expect(await verifyArchive(other())).toMatchObject({ ok: true, complete: false });
  });
});
