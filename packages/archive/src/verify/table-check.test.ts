import { describe, expect, it } from '@jest/globals';
import { FILE_A, FILE_B } from '../../test/making.js';
import { edit } from '../../test/tampering.js';
import { CUSTOMER, FILE_PATH, INDEX, ORDER, PREFS, tampered, useFolder } from '../../test/workshop.js';

useFolder();

describe('a table that is not as described', () => {
  const INVALID: readonly (readonly [string, string, (text: string) => string, object])[] = [
    ['a value of the wrong type', ORDER, (text) => text.replace('0.50', 'many'), { code: 'cell', row: 1, field: 'total' }],
    [
      'a date and time that is none',
      ORDER,
      (text) => text.replace('2024-01-02', '2024-13-02'),
      { code: 'cell', row: 1, field: 'at' },
    ],
    [
      'a boolean that is none',
      'data/provenance/ledger.csv',
      (text) => text.replace('false', 'no'),
      { code: 'cell', row: 1, field: 'blocking' },
    ],
    ['JSON text that is none', CUSTOMER, (text) => text.replace('"{""a""', '"{a'), { code: 'cell', row: 1, field: 'prefs' }],
    [
      'a list that is none',
      'data/provenance/matches.csv',
      (text) => text.replace('[""verified-exact""]', '{}'),
      { code: 'cell', row: 1, field: 'reasons' },
    ],
    [
      'a value that must be there and is not',
      ORDER,
      (text) => text.replace('2,m1/p1', '2,'),
      { code: 'cell', row: 2, field: '_via' },
    ],
    [
      'a formula that is not guarded',
      CUSTOMER,
      (text) => text.replace("'=HYPERLINK", '=HYPERLINK'),
      { code: 'cell', row: 1, field: 'note' },
    ],
    ['a guard that is not needed', CUSTOMER, (text) => text.replace('ada@', "'ada@"), { code: 'cell', row: 1, field: 'email' }],
    ['another header', ORDER, (text) => text.replace('total', 'sum'), { code: 'table', row: 0 }],
    ['no header', ORDER, () => '', { code: 'table', row: 0 }],
    ['a cell too many', ORDER, (text) => text.replace('2,m1/p1', '2,m1/p1,x'), { code: 'table', row: 2 }],
    ['other line ends', ORDER, (text) => text.replaceAll('\r\n', '\n'), { code: 'table', row: 0 }],
    ['the same key twice', ORDER, (text) => text.replace('\r\n2,', '\r\n1,'), { code: 'table', row: 2 }],
    ['a child row without its parent', PREFS, (text) => text.replace('\r\n7,1', '\r\n9,1'), { code: 'reference' }],
    [
      'evidence with an identifier that nobody knows',
      'data/provenance/evidence.csv',
      (text) => text.replace(',i1,', ',i9,'),
      { code: 'reference' },
    ],
    [
      'a file that nobody refers to',
      INDEX,
      (text) => text.replace(`\n${FILE_B}`, `\n${'c'.repeat(32)}`),
      { code: 'reference', file: CUSTOMER },
    ],
    [
      'an index with another checksum',
      INDEX,
      (text) => text.replace(/,5,[0-9a-f]/, ',5,x'),
      { code: 'checksum', file: FILE_PATH },
    ],
    ['an index with another size', INDEX, (text) => text.replace(/,5,/, ',6,'), { code: 'checksum', file: FILE_PATH }],
    [
      'an index that names one file twice',
      INDEX,
      (text) => text.replace(`customer/${FILE_B}.png`, `customer/${FILE_A}.txt`),
      { code: 'reference', file: FILE_PATH },
    ],
  ];

  it.each(INVALID)('is found: %s (csv)', async (_, path, change, expected) => {
    const { problems } = await tampered((files) => {
      edit(files, path, change);
    });
    expect(problems).toContainEqual(expect.objectContaining({ file: path, ...expected }));
  });

  const JSON_TABLE = 'data/tables/shop/customer.json';
  it.each([
    [
      'a number that is text',
      JSON_TABLE,
      (text: string) => text.replace('"id":7', '"id":"seven"'),
      { code: 'cell', row: 1, field: 'id' },
    ],
    [
      'text that is a number',
      JSON_TABLE,
      (text: string) => text.replace('"email":""', '"email":5'),
      { code: 'cell', row: 2, field: 'email' },
    ],
    [
      'a boolean that is text',
      'data/provenance/ledger.json',
      (text: string) => text.replace('"blocking":false', '"blocking":"false"'),
      { code: 'cell', field: 'blocking' },
    ],
    [
      'a decimal that is none',
      'data/tables/shop/order.json',
      (text: string) => text.replace('"0.50"', '"0,50"'),
      { code: 'cell', field: 'total' },
    ],
    [
      'a list that is none',
      'data/provenance/matches.json',
      (text: string) => text.replace('["verified-exact"]', '5'),
      { code: 'cell', field: 'reasons' },
    ],
    [
      'a nested value unlike its schema',
      JSON_TABLE,
      (text: string) => text.replace('"x":true', '"x":1'),
      { code: 'cell', row: 1, field: 'prefs' },
    ],
    [
      'a field that is not described',
      JSON_TABLE,
      (text: string) => text.replace('"id":7', '"id":7,"more":1'),
      { code: 'table', row: 1 },
    ],
    ['records that are no list', JSON_TABLE, (text: string) => text.replace('[', '{'), { code: 'table', row: 0 }],
    [
      'a schema that is none',
      'data/schemas/shop.customer.schema.json',
      (text: string) => text.replace('"properties"', '"$ref": "x", "properties"'),
      { code: 'package', file: JSON_TABLE },
    ],
    ['a schema that is no JSON', 'data/schemas/shop.customer.schema.json', () => 'x', { code: 'package', file: JSON_TABLE }],
  ])('is found: %s (json)', async (_, path, change, expected) => {
    const { problems } = await tampered(
      (files) => {
        edit(files, path, change);
      },
      { format: 'json' },
    );
    expect(problems).toContainEqual(expect.objectContaining({ file: path, ...expected }));
  });

  it('never has a value of the table in the message', async () => {
    const { problems } = await tampered((files) => {
      edit(files, ORDER, (text) => text.replaceAll('.50', 'SECRET'));
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });
});
