import { describe, expect, it } from '@jest/globals';
import { column, scriptedDatabase, type Script } from './testing/index.js';
import { delivered, identifier, located, session } from './testing/session.js';
import { SHOP_MAP, shopTables } from './testing/shop.js';

const ANN = { collection: 'customer', key: [7] };

function shop(script: Partial<Script> = {}): ReturnType<typeof scriptedDatabase> {
  return scriptedDatabase({ tables: shopTables('mysql'), ...script });
}
const LARGE = { rowEstimate: 5_000_000 };

describe('scans of large tables', () => {
  const tables = shopTables('mysql', LARGE);
  const scansOf = (name: string) => (): { table: string; rows: number }[] => [{ table: name, rows: 5_000_000 }];

  it('are refused before anything is read, with the index that would help', async () => {
    const bare = tables.map((each) => (each.name === 'address' ? { ...each, indexes: [] } : each));
    const opened = await session(shop({ tables: bare, scans: scansOf('address') }), SHOP_MAP);
    await expect(delivered(opened, 'address', [ANN])).rejects.toMatchObject({
      errorClass: 'quota',
      collection: 'address',
      message:
        'Collection "address": table "address" would have to be read whole, about 5,000,000 rows, and scanRowLimit is 100,000.',
      remedy: 'Have a person review and run: ALTER TABLE `address` ADD INDEX (`customer_id`); Or raise scanRowLimit.',
    });
  });

  it('are made in spite of an index where the product finds that cheaper: most of the table is the person’s', async () => {
    const opened = await session(shop({ tables, scans: scansOf('address') }), SHOP_MAP);
    expect((await delivered(opened, 'address', [ANN])).at(-1)).toMatchObject({ outcome: 'empty' });
  });

  it('are refused behind a view, whatever the tables there are called', async () => {
    const views = tables.map((each) => (each.name === 'address' ? { ...each, kind: 'view' as const, indexes: [] } : each));
    const map = SHOP_MAP.replace('  address:', '  address:\n    key: [id]');
    const opened = await session(shop({ tables: views, scans: scansOf('all_addresses') }), map);
    await expect(delivered(opened, 'address', [ANN])).rejects.toMatchObject({
      message: expect.stringContaining('table "all_addresses" would have to be read whole'),
      remedy: 'Add an index for the columns "all_addresses" is searched or joined by, or raise scanRowLimit.',
    });
  });

  it('are refused where an index cannot serve, because the column has to be printed to be compared', async () => {
    const asText = tables.map((each) =>
      each.name === 'address'
        ? {
            ...each,
            columns: each.columns.map((one) => (one.name === 'customer_id' ? column('customer_id', 'varchar(9)') : one)),
          }
        : each,
    );
    const opened = await session(shop({ tables: asText, scans: scansOf('address') }), SHOP_MAP);
    expect((await delivered(opened, 'address', [ANN])).at(-1)).toMatchObject({ outcome: 'empty' });
    const owners = tables.map((each) =>
      each.name === 'customer'
        ? { ...each, columns: each.columns.map((one) => (one.name === 'id' ? column('id', 'varchar(9)') : one)) }
        : each,
    );
    const printed = await session(shop({ tables: owners, scans: scansOf('address') }), SHOP_MAP);
    await expect(delivered(printed, 'address', [ANN])).rejects.toMatchObject({ errorClass: 'quota' });
  });

  it('are asked about once for each statement', async () => {
    let asked = 0;
    const scans = (): [] => {
      asked += 1;
      return [];
    };
    const bare = tables.map((each) => (each.name === 'address' ? { ...each, indexes: [] } : each));
    const opened = await session(shop({ tables: bare, scans }), SHOP_MAP);
    await delivered(opened, 'address', [ANN]);
    await delivered(opened, 'address', [{ collection: 'customer', key: [8] }]);
    expect(asked).toBe(1);
  });

  it('are made where the limit allows them', async () => {
    const opened = await session(shop({ tables, scans: scansOf('address') }), SHOP_MAP, { scanRowLimit: 6_000_000 });
    expect((await delivered(opened, 'address', [ANN])).at(-1)).toMatchObject({ type: 'done', outcome: 'empty' });
  });

  it('are not asked about where every table is small', async () => {
    const scans = (): never => {
      throw new Error('nobody should ask');
    };
    expect((await delivered(await session(shop({ scans }), SHOP_MAP), 'address', [ANN])).at(-1)).toMatchObject({
      outcome: 'empty',
    });
  });

  it('leave a search partial, and say what would make it whole', async () => {
    const opened = await session(
      shop({ tables, scans: ({ text }) => (text.includes('LIKE') ? [...scansOf('customer')(), ...scansOf('address')()] : []) }),
      SHOP_MAP,
    );
    const [found] = await located(opened, identifier('phone', '+33612345678'));
    expect(found).toMatchObject({
      type: 'located',
      collection: 'customer',
      outcome: 'partial',
      lookups: [{ kind: 'phone', field: 'phone', mode: 'unusable' }],
      problem: {
        errorClass: 'quota',
        message: expect.stringContaining('It was not searched for phone in "phone".'),
        remedy: expect.stringContaining("GENERATED ALWAYS AS (REGEXP_REPLACE(`phone`, '[^0-9]', ''))"),
      },
    });
  });

  it('are replaced by the usual spellings where an index finds those', async () => {
    const cased = tables.map((each) => ({
      ...each,
      columns: each.columns.map((one) =>
        one.name === 'email' ? column('email', 'varchar(255)', { collation: { name: 'utf8mb4_bin', caseSensitive: true } }) : one,
      ),
    }));
    const database = shop({
      tables: cased,
      scans: ({ text }) => (text.includes('LIKE') ? [...scansOf('customer')(), ...scansOf('address')()] : []),
    });
    const items = await located(await session(database, SHOP_MAP), identifier('email', 'ann@example.org'));
    expect(items).toMatchObject([
      {
        outcome: 'partial',
        lookups: [{ mode: 'index' }],
        problem: { message: expect.stringContaining('Only the usual spellings') },
      },
      { outcome: 'partial' },
    ]);
    expect(database.asked[0]?.params).toEqual(expect.arrayContaining(['ann@example.org', 'Ann@example.org', 'ANN@EXAMPLE.ORG']));
  });
});
