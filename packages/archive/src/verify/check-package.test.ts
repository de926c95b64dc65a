import { describe, expect, it } from '@jest/globals';
import { OPTIONS } from '../../test/making.js';
import { cover, edit, manifestOf, type ArchiveFiles } from '../../test/tampering.js';
import { codesOf, ORDER, PREFS, tampered, useFolder } from '../../test/workshop.js';

useFolder();

describe('a wrong count', () => {
  it.each([
    [
      'of rows in the description',
      (files: ArchiveFiles) => {
        edit(files, 'datapackage.json', (text) => text.replace('"x-records": 3', '"x-records": 4'));
      },
      `count ${PREFS}`,
    ],
    [
      'of records in the ledger',
      (files: ArchiveFiles) => {
        edit(files, 'data/provenance/ledger.csv', (text) => text.replace(',3,0,1,', ',4,0,1,'));
      },
      'count',
    ],
    [
      'of files in the ledger',
      (files: ArchiveFiles) => {
        edit(files, 'data/provenance/ledger.csv', (text) => text.replace(',2,2,1,', ',2,1,1,'));
      },
      'count',
    ],
    [
      'of rows in a table',
      (files: ArchiveFiles) => {
        edit(files, ORDER, (text) => text.replace(/3,m1.*\r\n/, ''));
      },
      `count ${ORDER}`,
    ],
  ])('%s is found', async (_, change, expected) => {
    expect(codesOf(await tampered(change))).toContain(expected);
  });

  it('in the bag is found', async () => {
    const { problems } = await tampered(
      (files) => {
        cover(files);
        edit(files, 'bag-info.txt', (text) => text.replace(/(Payload-Oxum: \d+)/, '$19'));
        const tags = ['README.html', 'datapackage.json', 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];
        files.set('tagmanifest-sha256.txt', manifestOf(tags.map((path) => [path, files.get(path)!])));
      },
      { openly: true },
    );
    expect(problems).toEqual([{ code: 'count', message: 'the payload has another size or number of files than the bag says' }]);
  });
});

describe('a description that is not one', () => {
  it.each([
    ['no JSON', () => '{'],
    ['another version', (text: string) => text.replace('profiles/2.0/datapackage', 'profiles/1.0/datapackage')],
    ['a layout we do not know', (text: string) => text.replace('habeas-archive/1', 'habeas-archive/9')],
    [
      'a table outside the payload',
      (text: string) => text.replace('"path": "data/tables/shop/order.csv"', '"path": "../order.csv"'),
    ],
    ['a type that Table Schema does not have', (text: string) => text.replace('"type": "integer"', '"type": "int"')],
    [
      'a format that its type does not have',
      (text: string) => text.replace('"type": "integer"', '"type": "integer", "format": "x"'),
    ],
    ['two tables of the same name', (text: string) => text.replace('"name": "shop.order"', '"name": "shop.customer"')],
    ['two fields of the same name', (text: string) => text.replace('"name": "total"', '"name": "id"')],
    ['a key that is not there', (text: string) => text.replace(/("primaryKey": \[\s*)"_record"/, '$1"nothing"')],
    ['a reference to nothing', (text: string) => text.replace('"resource": "shop.customer"', '"resource": "shop.nothing"')],
    ['a file of another format', (text: string) => text.replaceAll('data/provenance/paths.csv', 'data/provenance/paths.json')],
    ['another name than the folder', (text: string) => text.replace(OPTIONS.reference, 'sar-2024-000124')],
    ['another date than the bag', (text: string) => text.replace('2024-05-01T', '2024-05-02T')],
    ['no ledger', (text: string) => text.replaceAll('provenance.ledger', 'provenance.other')],
  ])('is found: %s', async (_, change) => {
    const { problems } = await tampered(
      (files) => {
        edit(files, 'datapackage.json', change);
        const tags = ['README.html', 'datapackage.json', 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];
        files.set('tagmanifest-sha256.txt', manifestOf(tags.map((path) => [path, files.get(path)!])));
      },
      { openly: true },
    );
    expect(problems.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^(package|bag|zip)$/));
  });
});
