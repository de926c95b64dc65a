import { describe, expect, it } from '@jest/globals';
import type { SqlProduct, Statement } from './database.js';
import { scriptedDatabase } from './testing/index.js';
import { delivered, identifier, located, session } from './testing/session.js';
import { SHOP_MAP, shopTables } from './testing/shop.js';

const ANN = { collection: 'customer', key: [7] };

/** What the engine asks a product, each statement once, its values after it. */
async function asked(
  product: SqlProduct,
  ask: (from: Awaited<ReturnType<typeof session>>) => Promise<unknown>,
): Promise<readonly string[]> {
  const database = scriptedDatabase({ product, tables: shopTables(product) });
  await ask(await session(database, SHOP_MAP));
  return database.asked.map(print);
}

/** The marker for values that are left out is not the same twice. */
function print({ text, params }: Statement): string {
  const values = params.map((value) => (typeof value === 'string' && value.startsWith('omitted-') ? 'omitted' : value));
  return `${text}\n  ${JSON.stringify(values)}`;
}

/** A change of these snapshots is a change of what is asked of somebody's database: read it as such. */
describe.each(['mysql', 'mariadb', 'postgres', 'sqlite'] as const)('what is asked of %s', (product) => {
  it('to find an address', async () => {
    expect(await asked(product, (from) => located(from, identifier('email', 'Ann@example.org')))).toMatchSnapshot();
  });

  it('to find a phone number and a customer number', async () => {
    const wanted = [identifier('phone', '+33612345678'), identifier('id', '7', 'shop.customer')];
    expect(await asked(product, (from) => located(from, ...wanted))).toMatchSnapshot();
  });

  it.each(['customer', 'address', 'order', 'line', 'comment'])('to read %s', async (collection) => {
    expect(await asked(product, (from) => delivered(from, collection, [ANN]))).toMatchSnapshot();
  });

  it('to read on after a checkpoint, from several roots', async () => {
    const roots = [1, 2, 3, 4, 5].map((id) => ({ collection: 'customer', key: [id] }));
    const resume = { pass: 0, after: [12] };
    expect(await asked(product, (from) => delivered(from, 'address', roots, { resume }))).toMatchSnapshot();
    const composite = { pass: 0, after: [1, 12] };
    expect(await asked(product, (from) => delivered(from, 'order', [ANN], { resume: composite }))).toMatchSnapshot();
  });

  it('to read files', async () => {
    expect(await asked(product, (from) => delivered(from, 'customer', [ANN], { want: 'files' }))).toMatchSnapshot();
  });
});
