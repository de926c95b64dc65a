import { describe, expect, it } from '@jest/globals';
import { fileId, type Item } from '@habeas/connector-sdk';
import type { Statement } from '../database.js';
import { scriptedDatabase, table, type Script, type ScriptedDatabase } from '../testing/index.js';
import { delivered, session } from '../testing/session.js';
import { SHOP_MAP, shopTables } from '../testing/shop.js';

const roots = [1, 2, 3].map((id) => ({ collection: 'customer', key: [id] }));

function shop(rows: Script['rows']): ScriptedDatabase {
  return scriptedDatabase({ tables: shopTables('mysql'), ...(rows === undefined ? {} : { rows }) });
}

const cursors = (items: readonly Item[]): readonly unknown[] =>
  items.flatMap((item) => (item.type === 'checkpoint' ? [item.cursor] : []));

describe('a read that goes on', () => {
  const addressOf: Script['rows'] = ({ params }: Statement) => [[{ id: 10 + Number(params[0]), customer_id: Number(params[0]) }]];

  it('asks nothing again that came before its cursor', async () => {
    const whole = shop(addressOf);
    const items = await delivered(await session(whole, SHOP_MAP), 'address', roots);
    expect(cursors(items)).toEqual([
      { pass: 0, after: [11] },
      { pass: 1, after: [12] },
      { pass: 2, after: [13] },
    ]);
    const rest = shop(addressOf);
    await delivered(await session(rest, SHOP_MAP), 'address', roots, { resume: { pass: 2 } });
    expect(rest.asked.map(({ params }) => params)).toEqual([whole.asked[2]?.params]);
  });

  it('is complete where nothing is left: what came before the cursor was something', async () => {
    const database = shop(undefined);
    const items = await delivered(await session(database, SHOP_MAP), 'address', roots, { resume: { pass: 3 } });
    expect(items).toEqual([{ type: 'done', outcome: 'complete', count: 0, notes: [] }]);
    expect(database.asked).toEqual([]);
  });

  it('has no checkpoint after rows that all lack a key: there is nothing to go on from', async () => {
    const items = await delivered(
      await session(
        shop(() => [[{ id: null }]]),
        SHOP_MAP,
      ),
      'address',
      roots.slice(0, 1),
    );
    expect(cursors(items)).toEqual([]);
    const files = await delivered(
      await session(
        shop(() => [[{ k0: null, n0: 1 }]]),
        SHOP_MAP,
      ),
      'customer',
      roots.slice(0, 1),
      {
        want: 'files',
      },
    );
    expect(files.map(({ type }) => type)).toEqual(['done']);
  });
});

describe('records with a file', () => {
  it('refer to it by its id and size, and to none where there is none', async () => {
    const row = { id: 1, email: null, phone: null, name: 'Ann', notes: null };
    const read = async (photo: number | null): Promise<Item | undefined> =>
      (
        await delivered(
          await session(
            shop(() => [[{ ...row, photo }]]),
            SHOP_MAP,
          ),
          'customer',
          roots.slice(0, 1),
        )
      )[0];
    expect(await read(42)).toMatchObject({
      records: [{ data: { photo: { file: fileId('customer', [1], 'photo'), bytes: 42 } } }],
    });
    expect(await read(null)).toMatchObject({ records: [{ data: { photo: null } }] });
  });
});

describe('rows that refer to each other', () => {
  const TABLES = [
    table('person', { columns: { id: 'int' } }),
    table('note', {
      columns: { book: 'int', page: 'int', person_id: 'int', up_book: 'int', up_page: 'int', see_book: 'int', see_page: 'int' },
      key: ['book', 'page'],
    }),
  ];
  const MAP = `
dataMap: 1
collections:
  person: { fields: { id: { identifier: { kind: id, namespace: person } } } }
  note:
    references:
      person: { to: person, on: { person_id: id }, as: owned }
      up: { to: note, on: { up_book: book, up_page: page }, as: owned, maxDepth: 3 }
      see: { to: note, on: { see_book: book, see_page: page }, as: owned }
`;

  it('are walked by each of the references, and by whole keys', async () => {
    const database = scriptedDatabase({ tables: TABLES });
    await delivered(await session(database, MAP), 'note', [{ collection: 'person', key: [1] }]);
    const { text } = database.asked[0]!;
    expect(text).toMatch(/^WITH RECURSIVE /u);
    const [, from = '', to = ''] = /`(t\d)`\.`up_book` = `(t\d)`\.`book`/u.exec(text) ?? [];
    const pair = (own: string, other: string): string => `\`${from}\`.\`${own}\` = \`${to}\`.\`${other}\``;
    expect(text).toContain(`${pair('up_book', 'book')} AND ${pair('up_page', 'page')}`);
    expect(text).toContain(` OR ${pair('see_book', 'book')} AND ${pair('see_page', 'page')}`);
  });

  it('are found below one that is itself the match', async () => {
    const rows: Script['rows'] = ({ text }) =>
      text.startsWith('WITH RECURSIVE') && text.includes('SELECT `m`.`k0`')
        ? [[{ k0: 1, k1: 1, path: 0, root: 0 }]]
        : [[{ book: 1, page: 1, '~path': 0, '~root': 0 }]];
    const opened = await session(scriptedDatabase({ tables: TABLES, rows }), MAP);
    const [first] = await delivered(opened, 'note', [{ collection: 'note', key: [1, 1] }]);
    expect(first).toMatchObject({ records: [{ key: [1, 1], via: [{ path: [] }, { root: { collection: 'note' } }] }] });
  });
});

describe('text in an encoding of its own', () => {
  const TABLE = table('paper', { columns: { id: 'int', old: 'longblob' } });
  const map = (type: string): string =>
    `dataMap: 1\ncollections: { paper: { fields: { id: { identifier: { kind: id, namespace: paper } }, old: { charset: latin1${type} } } } }`;
  const read = async (type: string, value: Buffer): Promise<Item | undefined> => {
    const database = scriptedDatabase({ tables: [TABLE], rows: () => [[{ id: 1, old: value }]] });
    return (await delivered(await session(database, map(type)), 'paper', [{ collection: 'paper', key: [1] }]))[0];
  };

  it('is decoded, and then read as what its field says it is', async () => {
    expect(await read('', Buffer.from('é', 'latin1'))).toMatchObject({ records: [{ data: { old: 'é' } }] });
    expect(await read(', type: integer', Buffer.from('12'))).toMatchObject({ records: [{ data: { old: 12 } }] });
  });

  it('is left out by a marker of bytes where it is too large', async () => {
    const database = scriptedDatabase({ tables: [TABLE] });
    await delivered(await session(database, map('')), 'paper', [{ collection: 'paper', key: [1] }]);
    expect(database.asked[0]?.params.find((param) => param instanceof Uint8Array)).toBeDefined();
    expect(database.asked[0]?.text).toContain('CASE WHEN OCTET_LENGTH');
  });
});

describe('the keys of a product whose columns hold any type', () => {
  it('are compared as they were found', async () => {
    const tables = [table('paper', { columns: { id: 'varchar(9)', name: 'varchar(9)' } })];
    const database = scriptedDatabase({ product: 'sqlite', tables });
    const map = 'dataMap: 1\ncollections: { paper: { fields: { name: { identifier: { kind: id, namespace: n } } } } }';
    const opened = await session(database, map);
    for (const key of [7, '7']) await delivered(opened, 'paper', [{ collection: 'paper', key: [key] }]);
    expect(database.asked.map(({ params }) => params.slice(-1))).toEqual([[7], ['7']]);
  });
});
