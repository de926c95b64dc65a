import { describe, expect, it } from '@jest/globals';
import { ConnectorError, InvalidInputError } from '@habeas/connector-sdk';
import { scriptedDatabase, type Script } from './testing/index.js';
import { delivered, identifier, located, session } from './testing/session.js';
import { SHOP_MAP, shopTables } from './testing/shop.js';

const ANN = { collection: 'customer', key: [7] };

function shop(script: Partial<Script> = {}): ReturnType<typeof scriptedDatabase> {
  return scriptedDatabase({ tables: shopTables('mysql'), ...script });
}

describe('opening a session', () => {
  it('without a data map gives one that describes, and nothing else', async () => {
    const opened = await session(shop(), undefined);
    expect(opened.collections).toEqual([]);
    const described = [];
    for await (const each of opened.describe?.() ?? []) described.push(each.name);
    expect(described).toEqual(['customer', 'address', 'order', 'line', 'comment', 'product']);
    expect(await opened.check()).toMatchObject({ collections: [], advice: [] });
    await opened.close();
  });

  it('describes the schemas that its data map names, beside the default one', async () => {
    const asked: (readonly string[] | undefined)[] = [];
    const database = shop();
    const tables = (schemas?: readonly string[]): ReturnType<typeof database.tables> => {
      asked.push(schemas);
      return database.tables(schemas);
    };
    const map = SHOP_MAP.replace(
      'collections:',
      'collections:\n  visit: { table: stats.visit, personal: none, reason: Totals. }',
    );
    const opened = await session({ ...database, tables }, map);
    for await (const each of opened.describe?.() ?? []) expect(each.name).not.toBe('');
    expect(asked).toEqual([
      ['shop', 'stats'],
      ['shop', 'stats'],
    ]);
  });

  it('fails with every fault where nobody could be found', async () => {
    const opening = session(scriptedDatabase({ tables: [] }), SHOP_MAP);
    await expect(opening).rejects.toThrow(InvalidInputError);
    await expect(opening).rejects.toThrow(/^shop\.map\.yaml:4:3: collections\.customer: there is no table or view "customer"/u);
  });

  it('succeeds where the account may read nothing: that is told collection by collection', async () => {
    const denied = shopTables('mysql').map((each) => ({ ...each, readable: false }));
    const opened = await session(scriptedDatabase({ tables: denied }), SHOP_MAP);
    const [found] = await located(opened, identifier('email', 'ann@example.org'));
    expect(found).toMatchObject({ type: 'located', outcome: 'denied', problem: { errorClass: 'permission' } });
    await expect(delivered(opened, 'order', [ANN])).rejects.toMatchObject({ errorClass: 'permission', collection: 'order' });
  });

  it('asks tables that the catalogue hides whether they are denied', async () => {
    const rows = ({ text }: { readonly text: string }): never[] => {
      if (text === 'SELECT 1 FROM `shop`.`line` WHERE 1 = 0') throw new ConnectorError('permission', 'No.');
      if (text === 'SELECT 1 FROM `shop`.`comment` WHERE 1 = 0') throw new ConnectorError('not-found', 'No.');
      return [];
    };
    const tables = shopTables('mysql').filter(({ name }) => name !== 'line' && name !== 'comment');
    const { collections } = await (await session(shop({ tables, rows }), SHOP_MAP)).check();
    const status = Object.fromEntries(collections.map((each) => [each.collection, each.status]));
    expect(status).toMatchObject({ line: 'denied', comment: 'absent', customer: 'ok' });
  });

  it('fails where the database does while it is asked', async () => {
    const rows = (): never => {
      throw new ConnectorError('transient', 'It went away.');
    };
    await expect(session(shop({ tables: [], rows }), SHOP_MAP)).rejects.toMatchObject({ errorClass: 'transient' });
  });
});

describe('the collections of a session', () => {
  it('are described as the data map and the schema have them', async () => {
    const { collections } = await session(shop(), SHOP_MAP);
    expect(collections.find(({ name }) => name === 'order')).toEqual({
      name: 'order',
      personal: 'subject',
      key: ['shop', 'number'],
      fields: [
        { name: 'shop', type: 'integer' },
        { name: 'number', type: 'integer' },
        { name: 'placed', type: 'date' },
        { name: 'customer_id', type: 'integer' },
        { name: 'payer_id', type: 'integer' },
        { name: 'product_id', type: 'integer' },
        { name: 'product.title', type: 'string', context: 'product' },
      ],
      withheld: [],
      lookups: [],
      ownedBy: ['customer'],
      gaps: [],
    });
    expect(collections.find(({ name }) => name === 'line')?.ownedBy).toEqual(['order', 'customer']);
    expect(collections.find(({ name }) => name === 'customer')?.lookups).toEqual([
      { kind: 'id', namespace: 'shop.customer', field: 'id', mode: 'exact' },
      { kind: 'email', field: 'email', mode: 'index' },
      { kind: 'phone', field: 'phone', mode: 'scan' },
    ]);
  });

  it('carry what the data map says of fields, and mark those it does not know', async () => {
    const map = `
dataMap: 1
collections:
  customer:
    title: Customers
    activity: sales
    gaps: [Deleted ones are gone.]
    fields:
      email: { identifier: email, category: 'pd:EmailAddress', origin: provided, title: { fr: Courriel } }
      phone: { secret: true }
      name: { special: true, thirdParty: true, freeText: true, codes: { a: b, c: { fr: d } }, description: Who. }
`;
    const { collections } = await session(shop(), map);
    expect(collections).toMatchObject([
      { title: { en: 'Customers' }, activity: 'sales', gaps: ['Deleted ones are gone.'], withheld: ['phone'] },
    ]);
    expect(collections[0]?.fields).toEqual([
      { name: 'email', type: 'string', category: 'pd:EmailAddress', origin: 'provided', title: { fr: 'Courriel' } },
      {
        name: 'name',
        type: 'string',
        special: true,
        thirdParty: true,
        freeText: true,
        codes: { a: { en: 'b' }, c: { fr: 'd' } },
        description: { en: 'Who.' },
      },
      { name: 'id', type: 'integer' },
      { name: 'notes', type: 'string', unclassified: true },
      { name: 'photo', type: 'file', unclassified: true },
    ]);
  });

  it('stand there as the data map has them where they do not fit', async () => {
    const map = `
dataMap: 1
collections:
  customer: { fields: { email: { identifier: email } } }
  clients: { key: [id], fields: { id: { identifier: { kind: id, namespace: x } }, name: { identifier: name }, pw: { secret: true } } }
`;
    const { collections } = await session(shop(), map);
    expect(collections[1]).toMatchObject({
      name: 'clients',
      key: ['id'],
      fields: [{ name: 'id', type: 'string' }, { name: 'name' }],
      withheld: ['pw'],
      lookups: [{ kind: 'id', namespace: 'x', field: 'id', mode: 'unusable' }],
    });
  });
});

describe('faults of the database', () => {
  const failing = (errorClass: ConnectorError['errorClass']) => (): never => {
    throw new ConnectorError(errorClass, 'It refused.', { remedy: 'Ask again.', retryAfterMs: 5, cause: new Error('why') });
  };

  it.each([
    ['permission', 'denied'],
    ['contract', 'failed'],
    ['not-found', 'failed'],
  ] as const)('of class %s end the search of a collection as %s', async (errorClass, outcome) => {
    const opened = await session(shop({ rows: failing(errorClass) }), SHOP_MAP);
    expect(await located(opened, identifier('id', '7', 'shop.customer'))).toMatchObject([
      {
        type: 'located',
        collection: 'customer',
        outcome,
        lookups: [{ kind: 'id' }],
        problem: { errorClass, remedy: 'Ask again.' },
      },
    ]);
  });

  it.each(['transient', 'aborted', 'auth'] as const)('of class %s end the whole search', async (errorClass) => {
    const opened = await session(shop({ rows: failing(errorClass) }), SHOP_MAP);
    await expect(located(opened, identifier('email', 'ann@example.org'))).rejects.toMatchObject({ errorClass });
  });

  it('name the collection that was read', async () => {
    const opened = await session(shop({ rows: failing('transient') }), SHOP_MAP);
    await expect(delivered(opened, 'order', [ANN])).rejects.toMatchObject({
      collection: 'order',
      message: 'It refused.',
      remedy: 'Ask again.',
      retryAfterMs: 5,
    });
  });

  it('that are bugs are not taken for faults', async () => {
    const rows = (): never => {
      throw new TypeError('a bug');
    };
    const opened = await session(shop({ rows }), SHOP_MAP);
    await expect(located(opened, identifier('email', 'ann@example.org'))).rejects.toThrow(TypeError);
    await expect(delivered(opened, 'order', [ANN])).rejects.toThrow(TypeError);
  });
});
