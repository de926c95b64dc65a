import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { FieldType, JsonObject } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { fakeFindings, fileOf, recordsOf, SHOP, spec } from '../../test/fake-findings.js';
import { bytesOf, customers, FILE_A, someFindings } from '../../test/making.js';
import { fresh, KEY, made, original, read, useFolder } from '../../test/workshop.js';
import type { ResourceDescriptor } from '../descriptor/data-package.js';
import type { TableFormat } from '../index.js';
import type { Cell } from '../table/column.js';
import { type ArchiveReader, readArchive, rewriterOf } from './read-archive.js';
import { RowCodec } from './row-codec.js';

useFolder();

const FORMATS: readonly TableFormat[] = ['csv', 'json'];

/** Everything that was read, with each row through the columns of a database and back. */
class Gathered implements ArchiveReader {
  readonly told: string[] = [];
  readonly tables = new Map<string, { readonly resource: ResourceDescriptor; readonly rows: (readonly Cell[])[] }>();
  readonly files = new Map<string, Buffer>();

  begin({ name }: Parameters<ArchiveReader['begin']>[0]): Promise<void> {
    this.told.push(name);
    return Promise.resolve();
  }

  async table(resource: ResourceDescriptor, rows: AsyncIterable<readonly (readonly Cell[])[]>): Promise<void> {
    const codec = new RowCodec(resource);
    const table = { resource, rows: [] as (readonly Cell[])[] };
    for await (const batch of rows) for (const row of batch) table.rows.push(codec.read(codec.write(row)));
    this.tables.set(resource.name, table);
  }

  async file(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    this.files.set(path, await bytesOf(content));
  }

  /** Names of tables that would not be written again as they were. */
  different(): readonly string[] {
    return [...this.tables.values()]
      .filter(({ resource, rows }) => {
        const encoder = rewriterOf(resource);
        const text = encoder.head + rows.map((row) => encoder.row(row)).join('') + encoder.foot();
        return resource.hash !== `sha256:${createHash('sha256').update(text).digest('hex')}`;
      })
      .map(({ resource }) => resource.name);
  }
}

async function gathered(zip: string): Promise<Gathered> {
  const reader = new Gathered();
  await readArchive(zip, reader);
  return reader;
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', "'", '=1+1', '\ud800', '\0', '\u2028', 'é', 'e\u0301', '👪', '007', '+5', '-0', 'null', '1e5', 'QR=='),
);
const value = fc.oneof(
  text,
  fc.constant(null),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.bigInt().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
);
const nested = fc.oneof(value, fc.jsonValue());
const TYPES: readonly FieldType[] = [
  ...(['string', 'integer', 'big-integer', 'decimal', 'number', 'boolean'] as const),
  ...(['date', 'time', 'datetime', 'timestamp', 'json', 'bytes'] as const),
];

/** Values that suit the type, and sometimes one that does not. */
const SUITING: Readonly<Partial<Record<FieldType, fc.Arbitrary<unknown>>>> = {
  integer: fc.oneof(fc.maxSafeInteger(), fc.constant('9223372036854775808'), fc.constant(null)),
  'big-integer': fc.bigInt().map(String),
  decimal: fc.tuple(fc.integer(), fc.nat(99)).map(([whole, part]) => `${String(whole)}.${String(part).padStart(2, '0')}`),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: fc.boolean(),
  bytes: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
  json: nested,
};

const records = fc.array(
  fc.tuple(
    ...TYPES.map((type) =>
      fc.option(fc.oneof({ weight: 9, arbitrary: SUITING[type] ?? text }, { weight: 1, arbitrary: value }), { nil: undefined }),
    ),
  ),
  { maxLength: 5 },
);

describe('an archive that is read back', () => {
  it.each(FORMATS)(
    'loses nothing of generated records, on the way into columns and back: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(records, async (values) => {
          const rows = values.map(
            (row, id) =>
              Object.fromEntries([
                ['id', id],
                ...TYPES.flatMap((type, index) => (row[index] === undefined ? [] : [[`a ${type}`, row[index]]])),
              ]) as JsonObject,
          );
          const fields = [{ name: 'id', type: 'integer' as const }, ...TYPES.map((type) => ({ name: `a ${type}`, type }))];
          const collection = { source: SHOP, spec: spec('thing', fields), batches: [recordsOf(rows)] };
          const found = await gathered(await made({ format }, fakeFindings([collection])));
          expect(found.different()).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );

  it('gives the very values of the origin, apart from what CSV cannot carry', async () => {
    const rows = async (format: TableFormat): Promise<readonly (readonly Cell[])[]> =>
      (await gathered(await made({ format }))).tables.get('shop.customer')?.rows ?? [];
    const [first, second] = await rows('json');
    expect(first?.slice(2)).toEqual([
      7,
      'ada@example.org',
      '=HYPERLINK("x"), y\r\nz',
      '1990-02-28',
      { a: 1, deep: { x: true } },
      FILE_A,
    ]);
    expect(second?.slice(2, 6)).toEqual([8, '', null, '0000-00-00']);
    const [, csv] = await rows('csv');
    expect(csv?.slice(2, 6)).toEqual(['8', '', undefined, '0000-00-00']);
  });

  it.each(FORMATS)('has every table, file and schema of its payload: %s', async (format) => {
    const { tables, files, told } = await gathered(await original(format));
    expect(told).toEqual(['sar-2024-000123']);
    expect([...tables.keys()]).toEqual(
      expect.arrayContaining(['shop.customer', 'shop.order', 'shop.attachments', 'provenance.ledger']),
    );
    expect(files.get(`data/attachments/shop/customer/${FILE_A}.txt`)?.toString()).toBe('hello');
    expect(files.has('data/schemas/shop.customer.schema.json')).toBe(format === 'json');
  });

  it('comes a chunk at a time, also a file that is larger than what is held', async () => {
    const large = Array.from({ length: 64 }, (_, index) => Buffer.alloc(65_536, index));
    const files = [fileOf(FILE_A, 7, large)];
    const zip = await made({}, fakeFindings([customers({ files })]));
    let most = 0;
    const reader = new Gathered();
    reader.file = async (_path, content) => {
      for await (const chunk of content) most = Math.max(most, chunk.length);
    };
    await readArchive(zip, reader);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(256 * 1024);
  });
});

describe('an archive that does not verify', () => {
  it('is not read at all: the reader is told nothing', async () => {
    const zip = fresh();
    const bytes = await readFile(await made());
    bytes.writeUInt8(bytes.readUInt8(2_000) ^ 1, 2_000);
    await writeFile(zip, bytes);
    const reader = new Gathered();
    await expect(readArchive(zip, reader)).rejects.toMatchObject({
      code: 'archive',
      message: expect.stringContaining('does not verify'),
    });
    expect([reader.told, reader.tables.size, reader.files.size]).toEqual([[], 0, 0]);
    await writeFile(zip, 'no archive');
    await expect(readArchive(zip, reader)).rejects.toMatchObject({ code: 'archive' });
  });

  it('is one with another key than the organisation’s', async () => {
    const unsigned = await made({}, someFindings());
    await expect(readArchive(unsigned, new Gathered(), { publicKey: KEY.publicKey })).rejects.toThrow('not signed');
    const { signature } = await readArchive(await original(), new Gathered(), { publicKey: KEY.publicKey });
    expect(signature.state).toBe('valid');
  });

  it('fails with what its reader fails with', async () => {
    const reader = new Gathered();
    reader.table = () => Promise.reject(new RangeError('no space'));
    await expect(readArchive(await original(), reader)).rejects.toThrow('no space');
    expect(read(await original(), 'bagit.txt')).toContain('BagIt');
  });
});
