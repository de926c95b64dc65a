import { describe, expect, it } from '@jest/globals';
import { parseDataMap } from '@habeas/connector-sdk';
import { table } from '../testing/index.js';
import { bindDataMap } from './bind-data-map.js';
import type { BoundCollection, BoundMap } from './bound-map.js';
import { TableCatalogue } from './find-table.js';

const TABLES = [
  table('customer', {
    columns: { id: 'int', email: 'varchar(255)', password: 'varchar(60)', photo: 'blob', token: 'binary(16)' },
  }),
  table('order', { columns: { id: 'int', customer_id: 'int', product_id: 'int', created: 'date' } }),
  table('product', { columns: { id: 'int', name: 'text', code: 'varchar(20)', category_id: 'int', picture: 'longblob' } }),
  table('category', { columns: { id: 'int', title: 'text' }, unique: [['title']] }),
  table('trash', { columns: { id: 'int' } }),
  table('log', { columns: { line: 'text' }, key: [] }),
  table('visit', { columns: { id: 'int' }, more: { schema: 'stats' } }),
  table('hidden', { columns: { id: 'int' }, more: { readable: false } }),
];

function bind(collections: string, hidden: readonly string[] = []): BoundMap {
  const file = parseDataMap(
    `dataMap: 1\nunmapped: { trash: Nobody looks at it. }\ncollections:\n${collections}`,
    'shop.map.yaml',
  );
  return bindDataMap({ file, catalogue: new TableCatalogue(TABLES, 'shop'), hidden: new Set(hidden) });
}

function faults(collections: string): readonly string[] {
  return bind(collections).faults.map(({ file, line, what, remedy }) => `${file}:${String(line)} ${what} (${String(remedy)})`);
}

const bound = (map: BoundMap, name: string): BoundCollection => {
  const collection = map.collections.get(name);
  if (collection?.state !== 'bound') throw new Error('it is broken');
  return collection;
};

describe('laying a data map over a schema', () => {
  const map = bind(`
  customer:
    fields:
      mail: { column: email, identifier: email }
      password: { secret: true }
  order:
    fields: { id: { identifier: { kind: id, namespace: shop.order } } }
    references:
      customer: { to: customer, on: { customer_id: id }, as: owned }
      product: { to: product, on: { product_id: id }, as: context, show: [name, category.title] }
  product:
    personal: none
    reason: The catalogue.
    references:
      category: { to: category, on: { category_id: id }, as: context }
  category: { personal: none, reason: The catalogue. }
  visit: { table: stats.visit, fields: { id: { identifier: { kind: id, namespace: visit } } } }
`);

  it('finds nothing wrong with one that fits', () => {
    expect(map.faults).toEqual([]);
  });

  it('delivers the described fields first, then the columns it does not know', () => {
    const fields = bound(map, 'customer').fields.map(({ name, type, known }) => [name, type, known]);
    expect(fields).toEqual([
      ['mail', 'string', true],
      ['id', 'integer', true],
      ['photo', 'file', false],
      ['token', 'bytes', false],
    ]);
    expect(bound(map, 'customer').withheld).toEqual(['password']);
  });

  it('knows columns that stand in a key or a reference', () => {
    const fields = bound(map, 'order').fields.map(({ name, known }) => [name, known]);
    expect(fields).toEqual([
      ['id', true],
      ['customer_id', true],
      ['product_id', true],
      ['created', false],
    ]);
  });

  it('follows context references to the fields they show', () => {
    const shown = bound(map, 'order').context.map(({ name, path, field }) => [name, path.length, field.column.name]);
    expect(shown).toEqual([
      ['product.name', 1, 'name'],
      ['product.category.title', 2, 'title'],
    ]);
  });

  it('understands schema.table, and a dot in a name', () => {
    expect(bound(map, 'visit').table.schema).toBe('stats');
    const dotted = new TableCatalogue([table('a.b', { columns: { id: 'int' } })], 'shop');
    expect(dotted.find('a.b')?.name).toBe('a.b');
  });

  it('tells the tables that the map says nothing of', () => {
    expect(map.unmapped.map(({ name }) => name)).toEqual(['log', 'hidden']);
  });
});

describe('a data map that does not fit', () => {
  it('is told with file, line and what was probably meant', () => {
    expect(
      faults(`
  custmer: { fields: { email: { identifier: email } } }
  customer:
    key: [idd]
    fields:
      emial: { identifier: email }
      other: { column: phto }
`),
    ).toEqual([
      'shop.map.yaml:5 there is no table or view "custmer" (did you mean "customer"?)',
      'shop.map.yaml:7 table "customer" has no column "idd" (did you mean "id"?)',
      'shop.map.yaml:9 table "customer" has no column "emial" (did you mean "email"?)',
      'shop.map.yaml:10 table "customer" has no column "phto" (did you mean "photo"?)',
    ]);
  });

  it('needs a key where the table has none', () => {
    expect(faults('  log: { fields: { line: { identifier: email } } }')).toEqual([
      'shop.map.yaml:4 table "log" has no primary key, and the data map names none (write key: with the columns that identify a row)',
    ]);
  });

  it('may not identify rows by files, nor people by what cannot hold an identifier', () => {
    expect(
      faults(`
  customer:
    key: [photo]
    fields:
      photo: { type: file }
      token: { identifier: email }
`),
    ).toEqual([
      'shop.map.yaml:6 the column "photo" is blob, which cannot identify a row (name other columns)',
      'shop.map.yaml:9 the column "token" is binary(16), which cannot hold an identifier of kind email (remove identifier, or say the charset of the text that it holds)',
    ]);
  });

  it('may not hide a column behind another field of its name', () => {
    expect(faults('  customer: { fields: { email: { column: password, identifier: email } } }')).toEqual([
      'shop.map.yaml:4 table "customer" has a column "email" that no field describes, and a field of another column has its name (describe the column as a field of another name, with column: email)',
    ]);
  });

  it('may not refer to columns that are not there, or that hold something else', () => {
    expect(
      faults(`
  customer: { fields: { email: { identifier: email } } }
  order:
    references:
      customer: { to: customer, on: { custmer_id: id }, as: owned }
      created: { to: customer, on: { created: id }, as: owned }
      other: { to: customer, on: { customer_id: idd }, as: owned }
`),
    ).toEqual([
      'shop.map.yaml:8 table "order" has no column "custmer_id" (did you mean "customer_id"?)',
      'shop.map.yaml:9 the column "created" is date and cannot hold "id", which is int (name the columns that hold the same value)',
      'shop.map.yaml:10 table "customer" has no column "idd" (did you mean "id"?)',
    ]);
  });

  it('may not show context that is not there, is a file, or could be several rows', () => {
    expect(
      faults(`
  order:
    fields: { id: { identifier: { kind: id, namespace: shop.order } } }
    references:
      product: { to: product, on: { product_id: id }, as: context, show: [nam, picture, category.titel] }
      code: { to: product, on: { product_id: code }, as: context }
  product:
    personal: none
    reason: The catalogue.
    references: { category: { to: category, on: { category_id: id }, as: context } }
  category: { personal: none, reason: The catalogue. }
`),
    ).toEqual([
      'shop.map.yaml:9 several rows of "product" may have the same code (refer to the columns of its primary key or of a unique index)',
    ]);
    expect(
      faults(`
  order:
    fields: { id: { identifier: { kind: id, namespace: shop.order } } }
    references:
      product: { to: product, on: { product_id: id }, as: context, show: [nam, picture, category.titel] }
  product:
    personal: none
    reason: The catalogue.
    references: { category: { to: category, on: { category_id: id }, as: context } }
  category: { personal: none, reason: The catalogue. }
`),
    ).toEqual([
      'shop.map.yaml:8 collection "product" has no field "nam" to show (did you mean "name"?)',
      'shop.map.yaml:8 the field "picture" holds a file, which is not shown as context (remove it)',
      'shop.map.yaml:8 collection "category" has no field "titel" to show (did you mean "title"?)',
    ]);
  });

  it('leaves the other collections as they are, but for what leads through the broken one', () => {
    const map = bind(`
  customer: { fields: { email: { identifier: email } } }
  order:
    references:
      customer: { to: customer, on: { customer_id: id }, as: owned }
      product: { to: product, on: { product_id: id }, as: context, show: [name, category.title] }
  product:
    personal: none
    reason: The catalogue.
    references: { category: { to: category, on: { category_id: id }, as: context } }
  category: { table: categories, personal: none, reason: The catalogue. }
`);
    expect([...map.collections.values()].map(({ name, state }) => `${name} ${state}`)).toEqual([
      'customer bound',
      'order bound',
      'product bound',
      'category broken',
    ]);
    expect(bound(map, 'order').context.map(({ name }) => name)).toEqual(['product.name']);
    expect(bound(map, 'product').broken).toEqual([{ name: 'category', to: 'category', as: 'context' }]);
  });

  it('breaks what refers to a collection that breaks by its own references', () => {
    const map = bind(`
  customer: { fields: { email: { identifier: email } } }
  order:
    fields: { id: { identifier: { kind: id, namespace: shop.order } } }
    references: { customer: { to: customer, on: { nothing: id }, as: owned } }
  visit:
    table: stats.visit
    references: { order: { to: order, on: { id: id }, as: owned } }
`);
    expect(bound(map, 'visit')).toMatchObject({ references: [], broken: [{ name: 'order', to: 'order', as: 'owned' }] });
  });

  it('is not at fault for what the account may not read', () => {
    const map = bind(
      '  hidden: { fields: { id: { identifier: { kind: id, namespace: x } } } }\n  secret: { fields: { id: { identifier: { kind: id, namespace: y } } } }',
      ['secret'],
    );
    expect(map.faults).toEqual([]);
    expect([...map.collections.values()]).toMatchObject([
      { health: 'denied', problems: [{ errorClass: 'permission', remedy: 'Grant it SELECT on "hidden", or correct the name.' }] },
      { health: 'denied', problems: [{ errorClass: 'permission' }] },
    ]);
  });
});
