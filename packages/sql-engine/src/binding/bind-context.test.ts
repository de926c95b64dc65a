import { describe, expect, it } from '@jest/globals';
import { parseDataMap } from '@habeas/connector-sdk';
import { table } from '../testing/index.js';
import { bindDataMap } from './bind-data-map.js';
import type { BoundMap } from './bound-map.js';
import { TableCatalogue } from './find-table.js';

const TABLES = [
  table('order', { columns: { id: 'int', product_id: 'int' } }),
  table('product', { columns: { id: 'int', name: 'text', category_id: 'int' } }),
  table('category', { columns: { id: 'int', title: 'text', tax_id: 'int' } }),
  table('tax', { columns: { id: 'int', rate: 'int' } }),
];

function bind(show: string, { category = 'id', tax = 'id' } = {}): BoundMap {
  const map = `
dataMap: 1
collections:
  order:
    fields: { id: { identifier: { kind: id, namespace: shop.order } } }
    references: { product: { to: product, on: { product_id: id }, as: context, show: [${show}] } }
  product:
    personal: none
    reason: The catalogue.
    references: { category: { to: category, on: { category_id: ${category} }, as: context } }
  category:
    personal: none
    reason: The catalogue.
    references: { tax: { to: tax, on: { tax_id: ${tax} }, as: context } }
  tax: { personal: none, reason: Rates. }
`;
  const catalogue = new TableCatalogue(TABLES, 'shop');
  return bindDataMap({ file: parseDataMap(map, 'shop.map.yaml'), catalogue, hidden: new Set() });
}

function shown(map: BoundMap): readonly unknown[] {
  const order = map.collections.get('order');
  return order?.state === 'bound' ? order.context.map(({ name, path }) => [name, path.map(({ to }) => to)]) : [];
}

describe('context that is shown', () => {
  it('may stand several references away', () => {
    expect(shown(bind('name, category.tax.rate'))).toEqual([
      ['product.name', ['product']],
      ['product.category.tax.rate', ['product', 'category', 'tax']],
    ]);
  });

  it('is left out where a collection on the way breaks by a reference of its own, and the rest is shown', () => {
    const map = bind('name, category.title, category.tax.rate', { tax: 'nothing' });
    expect(map.collections.get('category')?.state).toBe('broken');
    expect(shown(map)).toEqual([['product.name', ['product']]]);
  });

  it('of a collection that breaks by the reference itself is not looked for', () => {
    const map = bind('name', { category: 'nothing' });
    expect(map.collections.get('product')?.state).toBe('broken');
    expect(shown(map)).toEqual([]);
  });
});
