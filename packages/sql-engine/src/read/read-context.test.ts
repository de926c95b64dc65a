import { describe, expect, it } from '@jest/globals';
import { scriptedDatabase, table, type ScriptedDatabase } from '../testing/index.js';
import { delivered, session } from '../testing/session.js';

const TABLES = [
  table('customer', { columns: { id: 'int' } }),
  table('order', {
    columns: { shop: 'int', number: 'int', customer_id: 'int', track_id: 'int', gift_id: 'int' },
    key: ['shop', 'number'],
    more: { schema: 'sales' },
  }),
  table('track', { columns: { id: 'int', title: 'varchar(9)', album_id: 'int' } }),
  table('album', { columns: { id: 'int', title: 'varchar(9)', year: 'int' } }),
];
const MAP = `
dataMap: 1
collections:
  customer: { fields: { id: { identifier: { kind: id, namespace: customer } } } }
  order:
    table: sales.order
    references:
      customer: { to: customer, on: { customer_id: id }, as: owned }
      track: { to: track, on: { track_id: id }, as: context, show: [album.title, album.year, title] }
      gift: { to: track, on: { gift_id: id }, as: context, show: [title] }
  track:
    personal: none
    reason: The catalogue.
    references: { album: { to: album, on: { album_id: id }, as: context } }
  album: { personal: none, reason: The catalogue. }
`;
const ORDER = { shop: 1, number: 2, customer_id: 7, track_id: 3, gift_id: null };
const ROW = { ...ORDER, 'track.album.title': 'Blue', 'track.album.year': 1971, 'track.title': 'River', 'gift.title': null };

function orders(): ScriptedDatabase {
  return scriptedDatabase({ tables: TABLES, rows: () => [[ROW]] });
}

describe('the context of a record', () => {
  it('stands in the record under the names of the references that lead to it', async () => {
    const opened = await session(orders(), MAP);
    const [first] = await delivered(opened, 'order', [{ collection: 'customer', key: [7] }]);
    expect(first).toMatchObject({ records: [{ key: [1, 2], data: ROW }] });
    const spec = opened.collections.find(({ name }) => name === 'order');
    expect(spec?.fields.filter(({ context }) => context !== undefined)).toEqual([
      { name: 'track.album.title', type: 'string', context: 'track' },
      { name: 'track.album.year', type: 'integer', context: 'track' },
      { name: 'track.title', type: 'string', context: 'track' },
      { name: 'gift.title', type: 'string', context: 'gift' },
    ]);
  });

  it('is joined once for each way to it, and never takes the record away', async () => {
    const database = orders();
    await delivered(await session(database, MAP), 'order', [{ collection: 'customer', key: [7] }]);
    const joins = (database.asked[0]?.text.match(/LEFT JOIN .*? AS `t\d`/gu) ?? []).map((join) => join.replace(/ AS .*$/u, ''));
    expect(joins).toEqual(['LEFT JOIN `track`', 'LEFT JOIN `album`', 'LEFT JOIN `track`']);
    expect(database.asked[0]?.text).toContain('FROM `sales`.`order` AS `t0`');
  });

  it('has nothing to do with files', async () => {
    const database = orders();
    const items = await delivered(await session(database, MAP), 'order', [{ collection: 'customer', key: [7] }], {
      want: 'files',
    });
    expect(items).toEqual([{ type: 'done', outcome: 'empty', count: 0, notes: [] }]);
    expect(database.asked).toEqual([]);
  });
});
