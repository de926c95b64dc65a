import { describe, expect, it } from '@jest/globals';
import { scriptedDatabase, table, type Script } from '../testing/index.js';
import { identifier, session } from '../testing/session.js';
import { SHOP_MAP, shopTables } from '../testing/shop.js';

function shop(script: Partial<Script> = {}): ReturnType<typeof scriptedDatabase> {
  return scriptedDatabase({ tables: shopTables('mysql'), ...script });
}
const LARGE = { rowEstimate: 5_000_000 };

describe('checking', () => {
  it('tells rights that are too wide, indexes that are missing, and what the data map does not know', async () => {
    const tables = [
      ...shopTables('mysql', LARGE).map((each) => ({ ...each, indexes: each.name === 'address' ? [] : each.indexes })),
      table('forgotten', { columns: { id: 'int' } }),
    ];
    const database = shop({ tables, proof: { level: 'session', excess: ['INSERT on shop.*'] } });
    const { readOnly, system, advice } = await (await session(database, SHOP_MAP)).check();
    expect([readOnly, system]).toEqual(['session', 'mysql of a script']);
    expect(advice.map(({ collection, text, ddl }) => [collection, text, ddl])).toMatchSnapshot();
  });

  it('has nothing to say of small tables', async () => {
    expect((await (await session(shop(), SHOP_MAP)).check()).advice).toEqual([]);
  });

  it('tells references that lead to what cannot be used', async () => {
    const tables = shopTables('mysql').filter(({ name }) => name !== 'product');
    const { collections } = await (await session(shop({ tables }), SHOP_MAP)).check();
    expect(collections.filter(({ status }) => status !== 'ok')).toMatchObject([
      { collection: 'order', status: 'drifted', problems: [{ remedy: 'Mend "product" first.' }] },
      {
        collection: 'product',
        status: 'absent',
        problems: [{ message: expect.stringMatching(/^shop\.map\.yaml:29:3: there is no/u) }],
      },
    ]);
  });
});

describe('planning', () => {
  it('tells ways, paths and calls, and leaves out what would not be touched', async () => {
    const plan = await (
      await session(shop(), SHOP_MAP)
    ).plan?.({
      identifiers: [identifier('email', 'ann@example.org'), identifier('phone', '+33612345678')],
    });
    expect(plan?.collections).toEqual([
      {
        collection: 'customer',
        lookups: [
          { kind: 'email', field: 'email', mode: 'index' },
          { kind: 'phone', field: 'phone', mode: 'scan' },
        ],
        paths: [],
        calls: 4,
        rowsToScan: 10,
      },
      {
        collection: 'address',
        lookups: [{ kind: 'email', field: 'email', mode: 'index', of: 'owner' }],
        paths: ['customer > address'],
        calls: 3,
      },
      { collection: 'order', lookups: [], paths: ['customer > order', 'customer > order'], calls: 1 },
      { collection: 'line', lookups: [], paths: ['customer > order > line', 'customer > order > line'], calls: 1 },
      { collection: 'comment', lookups: [], paths: ['customer > comment', 'customer > comment > comment …'], calls: 1 },
    ]);
  });

  it('knows what a large table does not allow', async () => {
    const opened = await session(shop({ tables: shopTables('mysql', LARGE) }), SHOP_MAP);
    const plan = await opened.plan?.({ identifiers: [identifier('phone', '+33612345678')] });
    expect(plan?.collections[0]).toMatchObject({ lookups: [{ mode: 'unusable' }], calls: 2 });
  });
});

describe('describing', () => {
  it('tells tables as they exist: of another schema by their full name, indexes of columns only', async () => {
    const tables = [
      table('customer', {
        columns: { id: 'int', email: 'varchar(9)' },
        indexes: [['email'], ['(lower(email))']],
        unique: [['email', 'id']],
        more: {
          schema: 'shop',
          foreignKeys: [
            { name: 'f1', columns: ['email'], toSchema: 'crm', toTable: 'contact', toColumns: ['mail'] },
            { name: 'f2', columns: ['id'], toSchema: 'shop', toTable: 'person', toColumns: [] },
          ],
        },
      }),
      { ...table('visit', { columns: { id: 'int' } }), schema: 'stats', rowEstimate: undefined as unknown as number },
    ];
    const described = [];
    for await (const each of (await session(scriptedDatabase({ tables }), undefined)).describe?.() ?? []) described.push(each);
    expect(described).toEqual([
      {
        name: 'customer',
        rowEstimate: 10,
        key: ['id'],
        fields: [
          { name: 'id', nativeType: 'int', type: 'integer', nullable: true },
          { name: 'email', nativeType: 'varchar(9)', type: 'string', nullable: true },
        ],
        references: [
          { name: 'f1', to: 'crm.contact', on: { email: 'mail' } },
          { name: 'f2', to: 'person', on: { id: 'id' } },
        ],
        indexes: [
          { fields: ['email'], unique: false },
          { fields: ['email', 'id'], unique: true },
        ],
      },
      expect.objectContaining({ name: 'stats.visit', references: [], indexes: [] }),
    ]);
    expect(described[1]).not.toHaveProperty('rowEstimate');
  });
});

describe('advice', () => {
  it('of keys that no index proves, and of columns nobody described', async () => {
    const tables = [
      table('customer', { columns: { id: 'int', email: 'varchar(9)', more: 'text' }, key: [], more: { rowEstimate: 5 } }),
    ];
    const map = 'dataMap: 1\ncollections: { customer: { key: [id], fields: { id:, email: { identifier: email } } } }';
    const { advice } = await (await session(scriptedDatabase({ tables }), map)).check();
    expect(advice).toEqual([
      { collection: 'customer', text: 'The data map does not know more. They are delivered, and reported as unclassified.' },
      { collection: 'customer', text: 'No index guarantees that id identifies one row of "customer".' },
    ]);
  });

  it('of views has no statement: an index is for the tables behind', async () => {
    const view = table('customer', {
      columns: { id: 'int', email: 'varchar(9)', owner: 'int' },
      key: [],
      more: { kind: 'view', rowEstimate: 5_000 },
    });
    const map = `dataMap: 1
collections: { customer: { key: [id], fields: { id:, owner:, email: { identifier: email } }, references: { up: { to: customer, on: { owner: id }, as: owned } } } }`;
    const { advice } = await (await session(scriptedDatabase({ tables: [view] }), map)).check();
    expect(advice).toEqual([
      {
        collection: 'customer',
        text: 'Searching "email" for email reads all rows of "customer". An index would find every spelling.',
      },
    ]);
  });
});
