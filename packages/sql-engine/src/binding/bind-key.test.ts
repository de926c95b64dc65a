import { describe, expect, it } from '@jest/globals';
import { parseDataMap } from '@habeas/connector-sdk';
import { table } from '../testing/index.js';
import { bindDataMap } from './bind-data-map.js';
import { TableCatalogue } from './find-table.js';

const ACCOUNT = table('account', { columns: { id: 'int', settings: 'json', email: 'varchar(99)' } });

function faults(key: string, kind: 'table' | 'view' = 'table'): readonly string[] {
  const map = `dataMap: 1\ncollections: { account: { ${key}fields: { email: { identifier: email } } } }`;
  const tables = [{ ...ACCOUNT, kind, primaryKey: kind === 'view' ? [] : ['id'] }];
  const catalogue = new TableCatalogue(tables, 'shop');
  return bindDataMap({ file: parseDataMap(map, 'shop.map.yaml'), catalogue, hidden: new Set() }).faults.map(({ what }) => what);
}

describe('the key of a collection', () => {
  it('is the one of its table, or what the data map names', () => {
    expect([faults(''), faults('key: [email], '), faults('key: [id], ', 'view')]).toEqual([[], [], []]);
  });

  it('may not be a document', () => {
    expect(faults('key: [settings], ')).toEqual(['the column "settings" is json, which cannot identify a row']);
  });

  it('has to be named for a view, which has none', () => {
    expect(faults('', 'view')).toEqual(['view "account" has no primary key, and the data map names none']);
  });
});
