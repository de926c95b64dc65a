import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonObject } from '@habeas/connector-sdk';
import { fakeFindings, MATCH, recordsOf, SHOP, spec } from '../../test/fake-findings.js';
import { customers, FILE_A, FILE_B, has, orders, unzipNames } from '../../test/making.js';
import { describedBy, inFolder, made, read, TOP, useFolder } from '../../test/workshop.js';
import { createSigner, generateSigningKey, verifyArchive } from '../index.js';

useFolder();

describe('the layout', () => {
  it('is a bag in one folder, with tables, files, provenance and an index', async () => {
    const zip = await made({ sign: createSigner(generateSigningKey().privateKey) });
    expect(unzipNames(zip)).toEqual(
      [
        'data/tables/shop/customer.csv',
        'data/tables/shop/customer.prefs.csv',
        `data/attachments/shop/customer/${FILE_A}.txt`,
        `data/attachments/shop/customer/${FILE_B}.png`,
        'data/tables/shop/order.csv',
        'data/tables/shop/attachments.csv',
        'data/provenance/ledger.csv',
        'data/provenance/identifiers.csv',
        'data/provenance/matches.csv',
        'data/provenance/evidence.csv',
        'data/provenance/paths.csv',
        'data/provenance/withheld.csv',
        'README.html',
        'datapackage.json',
        'bagit.txt',
        'bag-info.txt',
        'manifest-sha256.txt',
        'tagmanifest-sha256.txt',
        'signature.json',
      ].map((path) => `${TOP}/${path}`),
    );
    expect(read(zip, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(read(zip, 'bag-info.txt')).toMatch(
      /^Source-Organization: Example Association\nExternal-Identifier: sar-2024-000123\nBagging-Date: 2024-05-01\nBag-Software-Agent: Habeas 0\.1\.0\nPayload-Oxum: \d+\.12\n$/,
    );
  });

  it.each(['csv', 'json'] as const)('passes the checks of programs that are not ours (%s)', async (format) => {
    const zip = await made({ format });
    const folder = inFolder(`unpacked-${format}`);
    await mkdir(folder);
    execFileSync('unzip', ['-q', zip, '-d', folder]);
    execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], {
      cwd: join(folder, TOP),
    });
    const script = `
import csv, json, os, sys, zipfile
os.chdir(sys.argv[1])
assert zipfile.ZipFile(sys.argv[2]).testzip() is None
for resource in json.load(open('datapackage.json'))['resources']:
    names = [field['name'] for field in resource['schema']['fields']]
    if resource['format'] == 'csv':
        rows = list(csv.reader(open(resource['path'], encoding='utf-8', newline=''), strict=True))
        assert rows.pop(0) == names
        assert all(len(row) == len(names) for row in rows)
    else:
        rows = json.load(open(resource['path'], encoding='utf-8'))
        assert all(set(row) <= set(names) for row in rows)
    assert len(rows) == resource['x-records'], resource['name']
`;
    if (has('python3')) execFileSync('python3', ['-c', script, join(folder, TOP), zip]);
    else process.stderr.write('python3 is not installed: its readers did not look at the archive\n');
  });

  it('gives names to files that come from no value, and are unique', async () => {
    const twins = ['Order', 'order', 'attachments', 'ördér'].map((name) => ({
      ...orders(1),
      spec: spec(name, [{ name: 'id', type: 'integer' as const }]),
    }));
    const zip = await made({}, fakeFindings(twins));
    expect(unzipNames(zip).slice(0, 4)).toEqual(
      ['order', 'order-2', 'attachments-2', 'order-3'].map((name) => `${TOP}/data/tables/shop/${name}.csv`),
    );
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });
});

it('keeps a source called like a folder of ours apart', async () => {
  const source = { ...SHOP, id: 'provenance' };
  const findings = fakeFindings([{ ...customers(), source, spec: { ...customers().spec, name: 'ledger' } }], {
    matches: [{ ...MATCH, source: 'provenance' }],
  });
  const zip = await made({}, findings);
  expect(unzipNames(zip)).toContain(`${TOP}/data/tables/provenance-2/ledger.csv`);
  expect((await verifyArchive(zip)).problems).toEqual([]);
});

describe('tables', () => {
  it('carry the record and the way it was reached beside its fields', async () => {
    const zip = await made();
    expect(read(zip, 'data/tables/shop/order.csv')).toBe(
      '_record,_via,id,total,at\r\n' +
        '1,m1/p1,1,0.50,2024-01-02 03:04:05\r\n2,m1/p1,2,1.50,2024-01-02 03:04:05\r\n3,m1/p1,3,2.50,2024-01-02 03:04:05\r\n',
    );
    expect(read(zip, 'data/provenance/paths.csv')).toBe('path,source,steps\r\np1,shop,"[""order.customer""]"\r\n');
  });

  it('tell no value from empty text, guard formulas and unfold nested values (csv)', async () => {
    const zip = await made();
    expect(read(zip, 'data/tables/shop/customer.csv')).toBe(
      '_record,_via,id,email,note,born,prefs,photo\r\n' +
        `7,m1,7,ada@example.org,"'=HYPERLINK(""x""), y\r\nz",1990-02-28,"{""a"":1,""deep"":{""x"":true}}",${FILE_A}\r\n` +
        `8,m1,8,',,0000-00-00,"[{""n"":""a""},{""n"":""b"",""m"":5}]",${FILE_B}\r\n`,
    );
    expect(read(zip, 'data/tables/shop/customer.prefs.csv')).toBe(
      '_record,_n,a,deep.x,n,m\r\n7,1,1,true,,\r\n8,1,,,a,\r\n8,2,,,b,5\r\n',
    );
  });

  it('hold every value as it is, with a schema for nested ones (json)', async () => {
    const zip = await made({ format: 'json' });
    expect(JSON.parse(read(zip, 'data/tables/shop/customer.json'))).toEqual([
      {
        _record: '7',
        _via: 'm1',
        id: 7,
        email: 'ada@example.org',
        note: '=HYPERLINK("x"), y\r\nz',
        born: '1990-02-28',
        prefs: { a: 1, deep: { x: true } },
        photo: FILE_A,
      },
      {
        _record: '8',
        _via: 'm1',
        id: 8,
        email: '',
        note: null,
        born: '0000-00-00',
        prefs: [{ n: 'a' }, { n: 'b', m: 5 }],
        photo: FILE_B,
      },
    ]);
    expect(JSON.parse(read(zip, 'data/schemas/shop.customer.schema.json'))).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { prefs: { type: ['array', 'null', 'object'] } },
    });
    expect(describedBy(zip).resources[0]).toMatchObject({ 'x-schema': 'data/schemas/shop.customer.schema.json' });
  });

  it('write exactly the declared fields: a value under another name never gets out', async () => {
    const rows = recordsOf([{ id: 7, name: 'Ada', password: 'hunter2' }]);
    for (const format of ['csv', 'json'] as const) {
      const zip = await made(
        { format },
        fakeFindings([
          {
            source: SHOP,
            spec: spec('customer', [
              { name: 'id', type: 'integer' },
              { name: 'name', type: 'string' },
            ]),
            batches: [rows],
          },
        ]),
      );
      expect(read(zip, `data/tables/shop/customer.${format}`)).not.toContain('hunter2');
    }
  });

  it('treat names that JavaScript knows as data, and make room for columns called as ours', async () => {
    const data = JSON.parse('{"id":7,"__proto__":"p","_record":"r","__record":"rr"}') as JsonObject;
    const fields = ['id', '__proto__', 'constructor', 'toString', '_record', '__record'].map((name) => ({
      name,
      type: 'string' as const,
    }));
    const findings = fakeFindings([{ source: SHOP, spec: spec('customer', fields), batches: [recordsOf([data])] }]);
    const zip = await made({ format: 'json' }, findings);
    expect(read(zip, 'data/tables/shop/customer.json')).toBe(
      '[\n{"___record":"7","_via":"m1","id":7,"__proto__":"p","_record":"r","__record":"rr"}\n]\n',
    );
    expect((await verifyArchive(zip)).problems).toEqual([]);
  });

  it('are left out for collections without records: the ledger speaks of them', async () => {
    const empty = { ...orders(0), batches: [[], []] };
    const zip = await made({}, fakeFindings([empty], { matches: [] }));
    expect(unzipNames(zip).some((name) => name.includes('order'))).toBe(false);
    expect(read(zip, 'data/provenance/ledger.csv')).toContain('shop,order,Web shop,mysql,0.1.0,empty');
    expect(read(zip, 'README.html')).toContain('Nothing about you was found');
  });

  it('say how many values UTF-8 could not carry', async () => {
    const rows = recordsOf([{ id: 7, name: 'a\ud800b', more: { x: '\udfff' } }]);
    const fields = [
      { name: 'id', type: 'integer' as const },
      { name: 'name', type: 'string' as const },
      { name: 'more', type: 'json' as const },
    ];
    const findings = () => fakeFindings([{ source: SHOP, spec: spec('customer', fields), batches: [rows] }]);
    const zip = await made({}, findings());
    expect(describedBy(zip).resources[0]).toMatchObject({ 'x-replaced-characters': 1 });
    expect(read(zip, 'data/tables/shop/customer.csv')).toContain('a\ufffdb,"{""x"":""\\udfff""}"');
    const lossless = await made({ format: 'json' }, findings());
    expect(JSON.parse(read(lossless, 'data/tables/shop/customer.json'))).toMatchObject([{ name: 'a\ud800b' }]);
  });
});
