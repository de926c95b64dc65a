import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { ConnectorError, type FoundFile } from '@habeas/connector-sdk';
import { fakeFindings, fileOf, streamOf } from '../../test/fake-findings.js';
import { customers, FILE_A, FILE_B, makeArchive, orders, unzipNames } from '../../test/making.js';
import { describedBy, folderPath, fresh, made, read, sha256, TOP, useFolder } from '../../test/workshop.js';
import { verifyArchive } from '../index.js';

useFolder();

describe('files', () => {
  it('are kept as they are, under neutral names, with an index', async () => {
    const zip = await made();
    expect(read(zip, `data/attachments/shop/customer/${FILE_A}.txt`)).toBe('hello');
    expect(read(zip, 'data/tables/shop/attachments.csv').split('\r\n')[1]).toBe(
      `${FILE_A},data/attachments/shop/customer/${FILE_A}.txt,customer,7,photo,../../evil.exe,text/html,text/plain,5,${sha256('hello')},whole`,
    );
    expect(unzipNames(zip).some((name) => name.includes('evil'))).toBe(false);
  });

  it('come through whole when they are large and cut anyhow', async () => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index) % 251));
    const chunks = [content.subarray(0, 1), content.subarray(1, 5000), content.subarray(5000)];
    const zip = await made({}, fakeFindings([customers({ files: [fileOf(FILE_A, 7, chunks), fileOf(FILE_B, 8, '')] })]));
    const out = execFileSync('unzip', ['-p', zip, `${TOP}/data/attachments/shop/customer/${FILE_A}.bin`], { maxBuffer: 1 << 24 });
    expect(out.equals(content)).toBe(true);
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });

  it('that a source cannot deliver to the end make the archive incomplete, and stop nothing', async () => {
    const outage = new ConnectorError('transient', 'the connection was lost');
    const cut = (good: readonly Buffer[]): FoundFile['open'] =>
      async function* () {
        yield* streamOf(good);
        throw outage;
      };
    const files = [
      fileOf(FILE_A, 7, 'x', { open: cut([Buffer.alloc(5000, 'a'), Buffer.from('b')]) }),
      fileOf(FILE_B, 8, 'x', { open: cut([]) }),
    ];
    const out = fresh();
    const summary = await makeArchive(out, {}, fakeFindings([customers({ files }), orders()]));
    expect(summary.complete).toBe(false);
    const [, a, b] = read(out, 'data/tables/shop/attachments.csv').split('\r\n');
    expect(a).toMatch(/,5001,[0-9a-f]{64},cut$/);
    expect(b).toMatch(/^b{32},,customer,8,photo,,,,0,,missing$/);
    expect(describedBy(out)).toMatchObject({ 'x-complete': false });
    expect(read(out, 'README.html')).toContain('This archive is not complete');
    expect(await verifyArchive(out)).toMatchObject({ ok: true, complete: false });
  });

  it('that fail for another reason stop the archive', async () => {
    for (const error of [new Error('a bug'), new ConnectorError('aborted', 'cancelled')]) {
      const open = async function* (): AsyncGenerator<Uint8Array> {
        yield Buffer.alloc(10_000);
        await Promise.resolve();
        throw error;
      };
      const out = fresh();
      await expect(makeArchive(out, {}, fakeFindings([customers({ files: [fileOf(FILE_A, 7, 'x', { open })] })]))).rejects.toBe(
        error,
      );
      expect(await readdir(folderPath())).not.toContain(out.split('/').at(-1));
    }
  });

  it('need an id that is one', async () => {
    const findings = fakeFindings([customers({ files: [fileOf('../../x', 7, 'x')] })]);
    await expect(made({}, findings)).rejects.toMatchObject({ code: 'findings' });
  });

  it('are referred to by a foreign key only when all of them came', async () => {
    const key = { fields: ['photo'], reference: { resource: 'shop.attachments', fields: ['file'] } };
    expect(describedBy(await made()).resources[0]?.schema.foreignKeys).toEqual([key]);
    const missing = fakeFindings([customers({ files: [fileOf(FILE_A, 7, 'hello')] })]);
    expect(describedBy(await made({}, missing)).resources[0]?.schema.foreignKeys).toBeUndefined();
  });
});
