import { describe, expect, it } from '@jest/globals';
import type { Item } from '@habeas/connector-sdk';
import type { SqlRow, Statement } from '../database.js';
import { scriptedDatabase, table, type Script } from '../testing/index.js';
import { delivered, session } from '../testing/session.js';
import { SHOP_MAP, shopTables } from '../testing/shop.js';

const ANN = { collection: 'customer', key: [7] };

function shop(script: Partial<Script> = {}): ReturnType<typeof scriptedDatabase> {
  return scriptedDatabase({ tables: shopTables('mysql'), ...script });
}

function last(items: readonly Item[]): Item | undefined {
  return items.at(-1);
}

describe('reading', () => {
  const addresses = (...ids: (number | null)[]): SqlRow[] => ids.map((id) => ({ id, customer_id: 7, email: 'a@example.org' }));
  const answering =
    (...batches: readonly (readonly SqlRow[])[]) =>
    (): readonly (readonly SqlRow[])[] =>
      batches;

  it('hands on rows as they come, with a checkpoint after each batch', async () => {
    const opened = await session(shop({ rows: answering(addresses(1, 2), addresses(3)) }), SHOP_MAP);
    const items = await delivered(opened, 'address', [ANN]);
    expect(items.map(({ type }) => type)).toEqual(['records', 'checkpoint', 'records', 'checkpoint', 'done']);
    expect(items[0]).toMatchObject({
      records: [
        {
          key: [1],
          data: { id: 1, customer_id: 7, email: 'a@example.org' },
          via: [{ root: { collection: 'customer', recordId: '7' }, path: ['address.customer'] }],
        },
        { key: [2] },
      ],
    });
    expect(items[1]).toEqual({ type: 'checkpoint', cursor: { pass: 0, after: [2] } });
    expect(last(items)).toEqual({ type: 'done', outcome: 'complete', count: 3, notes: [] });
  });

  it('asks for another person with their own key, in the statement that was written for the first', async () => {
    const asked: Statement[] = [];
    const rows: Script['rows'] = (statement) => {
      asked.push(statement);
      return [];
    };
    const opened = await session(shop({ rows }), SHOP_MAP);
    for (const id of [7, 8]) {
      for (const collection of ['customer', 'address'])
        await delivered(opened, collection, [{ collection: 'customer', key: [id] }]);
    }
    const [own, owned, ownAgain, ownedAgain] = asked;
    expect([ownAgain?.text, ownedAgain?.text]).toEqual([own?.text, owned?.text]);
    expect(asked.map(({ params }) => params.map(String))).toEqual([['7'], ['7'], ['8'], ['8']]);
  });

  it('takes rows with several ways together, also over the end of a batch', async () => {
    const row = (number: number, path: number): SqlRow => ({ shop: 1, number, placed: '2024-01-01', '~path': path, '~root': 0 });
    const opened = await session(shop({ rows: answering([row(1, 0)], [row(1, 1), row(2, 1)]) }), SHOP_MAP);
    const items = await delivered(opened, 'order', [ANN]);
    const records = items.flatMap((item) => (item.type === 'records' ? item.records : []));
    expect(records.map(({ key, via }) => [key, via.map(({ path }) => path)])).toEqual([
      [
        [1, 1],
        [['order.customer'], ['order.payer']],
      ],
      [[1, 2], [['order.payer']]],
    ]);
    expect(Object.keys(records[0]?.data ?? {})).not.toContain('~path');
  });

  it('tells every way to a row that is a root, and does not deliver it again', async () => {
    const order = { shop: 1, number: 1, placed: '2024-01-01' };
    const rows: Script['rows'] = ({ text }) => {
      if (text.startsWith('SELECT `m`'))
        return [
          [
            { k0: 1, k1: 1, path: 0, root: 0 },
            { k0: 1, k1: 1, path: 1, root: 0 },
          ],
        ];
      if (text.includes('`~path`'))
        return [
          [
            { ...order, '~path': 0, '~root': 0 },
            { ...order, number: 2, '~path': 1, '~root': 0 },
          ],
        ];
      return [[order]];
    };
    const opened = await session(shop({ rows }), SHOP_MAP);
    const items = await delivered(opened, 'order', [ANN, { collection: 'order', key: [1, 1] }, ANN]);
    const records = items.flatMap((item) => (item.type === 'records' ? item.records : []));
    expect(
      records.map(({ key, via }) => [key, via.map(({ root, path }) => `${root.collection} ${root.recordId} ${path.join()}`)]),
    ).toEqual([
      [
        [1, 1],
        ['order ["1","1"] ', 'customer 7 order.customer', 'customer 7 order.payer'],
      ],
      [[1, 2], ['customer 7 order.payer']],
    ]);
  });

  it('skips roots among rows that have one root each', async () => {
    const rows: Script['rows'] = ({ text }) => [text.includes('`id` =') ? addresses(1) : addresses(1, 2)];
    const opened = await session(shop({ rows }), SHOP_MAP);
    const items = await delivered(opened, 'address', [ANN, { collection: 'address', key: [1] }]);
    const keys = items.flatMap((item) => (item.type === 'records' ? item.records.map(({ key }) => key[0]) : []));
    expect(keys).toEqual([1, 2]);
  });

  it.each([
    ['address', [{ id: 1 }, { id: 1 }]],
    [
      'order',
      [
        { shop: 1, number: 1, '~path': 0, '~root': 0 },
        { shop: 1, number: 1, '~path': 0, '~root': 0 },
      ],
    ],
  ] as const)('refuses two rows of %s with one key', async (collection, rows) => {
    const opened = await session(shop({ rows: answering(rows) }), SHOP_MAP);
    await expect(delivered(opened, collection, [ANN])).rejects.toMatchObject({ errorClass: 'contract', collection });
  });

  it('refuses roots whose keys are not those of their collection', async () => {
    const reading = delivered(await session(shop(), SHOP_MAP), 'line', [{ collection: 'order', key: [1] }]);
    await expect(reading).rejects.toMatchObject({ errorClass: 'contract', collection: 'order' });
  });

  it('refuses a row that belongs to no root', async () => {
    const opened = await session(shop({ rows: answering([{ id: 8 }]) }), SHOP_MAP);
    await expect(delivered(opened, 'customer', [ANN])).rejects.toThrow('belongs to none of the matches');
    const roots = [1, 2, 3, 4, 5].map((id) => ({ collection: 'customer', key: [id] }));
    await expect(delivered(opened, 'address', roots)).rejects.toThrow('belongs to none of the matches');
  });

  it('leaves out rows without a key, and is partial', async () => {
    const opened = await session(shop({ rows: answering(addresses(1, null, null)) }), SHOP_MAP);
    expect(last(await delivered(opened, 'address', [ANN]))).toMatchObject({
      outcome: 'partial',
      count: 1,
      problem: { errorClass: 'contract', message: expect.stringContaining('2 rows of "address" have no value in id') },
    });
    const composite = await session(shop({ rows: answering([{ shop: 1, number: null, '~path': 0, '~root': 0 }]) }), SHOP_MAP);
    expect(last(await delivered(composite, 'order', [ANN]))).toMatchObject({ outcome: 'partial', count: 0 });
  });

  it('is partial where rows belong through a collection that cannot be used, or context is missing', async () => {
    const tables = shopTables('mysql').filter(({ name }) => name !== 'product' && name !== 'order');
    const opened = await session(shop({ tables }), SHOP_MAP);
    expect(last(await delivered(opened, 'line', [ANN]))).toMatchObject({
      outcome: 'partial',
      problem: { errorClass: 'not-found', message: expect.stringContaining('through "order"') },
    });
    expect(last(await delivered(opened, 'address', [ANN]))).toMatchObject({ outcome: 'empty' });
    const withoutProduct = shopTables('mysql').filter(({ name }) => name !== 'product');
    expect(last(await delivered(await session(shop({ tables: withoutProduct }), SHOP_MAP), 'order', [ANN]))).toMatchObject({
      outcome: 'partial',
      problem: { message: expect.stringContaining('by its reference "product" is missing') },
    });
  });

  it('of what holds nothing personal is not supported', async () => {
    const opened = await session(shop(), SHOP_MAP);
    expect(await delivered(opened, 'product', [ANN])).toMatchObject([{ type: 'done', outcome: 'unsupported', count: 0 }]);
  });

  it('refuses a collection that the data map does not have', async () => {
    const opened = await session(shop(), SHOP_MAP);
    await expect(delivered(opened, 'nothing', [ANN])).rejects.toMatchObject({ errorClass: 'contract', collection: 'nothing' });
  });

  it.each([7, 'x', null, { pass: -1 }, { pass: 9 }, { pass: 0, after: [1, 2] }, { pass: 0, after: [{}] }, { more: 1 }])(
    'refuses the cursor %j, which is none of its own',
    async (resume) => {
      const opened = await session(shop(), SHOP_MAP);
      await expect(delivered(opened, 'address', [ANN], { resume })).rejects.toThrow('The cursor does not belong to this read.');
    },
  );

  it('refuses more roots than a statement can carry, where rows may belong to several', async () => {
    const roots = Array.from({ length: 8_100 }, (_, id) => ({ collection: 'customer', key: [id] }));
    const opened = await session(shop({ product: 'sqlite' }), SHOP_MAP);
    await expect(delivered(opened, 'line', roots)).rejects.toMatchObject({ errorClass: 'quota' });
  });

  it('stops once it is cancelled', async () => {
    const controller = new AbortController();
    const opened = await session(shop({ rows: answering(addresses(1), addresses(2)) }), SHOP_MAP, { signal: controller.signal });
    const reading = opened.read({ collection: 'address', roots: [ANN], want: 'records' })[Symbol.asyncIterator]();
    await reading.next();
    controller.abort();
    await reading.next();
    await expect(reading.next()).rejects.toMatchObject({ errorClass: 'aborted' });
    await expect(opened.check()).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('refuses owned paths without end', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `t${index}`);
    const tables = names.map((name) => table(name, { columns: { id: 'int', a: 'int', b: 'int' } }));
    const collections = names.map((name, index) => {
      const to = names[index - 1];
      const owned =
        to === undefined
          ? ''
          : `, references: { a: { to: ${to}, on: { a: id }, as: owned }, b: { to: ${to}, on: { b: id }, as: owned } }`;
      return `  ${name}: { fields: { id: { identifier: { kind: id, namespace: ${name} } } }${owned} }`;
    });
    const opened = await session(scriptedDatabase({ tables }), `dataMap: 1\ncollections:\n${collections.join('\n')}\n`);
    await expect(delivered(opened, 't9', [{ collection: 't0', key: [1] }])).rejects.toThrow('More than 256 owned paths');
  });
});
